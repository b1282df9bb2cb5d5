/// The reasons that a module of checks finds; the raw values are stable codes.
package protocol CheckCode: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// How grave it is where the field says nothing else.
  var severity: Severity { get }
}

/// What a check found wrong with one text, a bit for each of its module's reasons.
struct CheckFaults<Code: CheckCode>: OptionSet, Sendable {
  let rawValue: UInt64

  /// The set of one reason: its place among the module's is its bit.
  static func bit(_ code: Code) -> CheckFaults {
    let place = Code.allCases.enumerated().first { $0.element == code }?.offset ?? 0
    return CheckFaults(rawValue: 1 << UInt64(place))
  }
}
