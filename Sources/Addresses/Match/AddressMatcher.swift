/// Finds the entry of a register that a text means.
///
/// Values in, values out: the answer to a text is the same alone or among others, in any thread.
///
///     let matcher = AddressMatcher(register, variants: variants)
///     let answer = matcher.match(parser.readings(of: text), text: text)
public struct AddressMatcher: Sendable {
  /// The register that is looked in.
  public let register: AddressRegister
  /// What the matcher goes by.
  public let settings: MatchSettings
  let names: NameIndex
  private let start: UInt32

  /// A matcher; a context that is not in the register counts as none.
  public init(
    _ register: AddressRegister, variants: NameVariants = NameVariants(),
    settings: MatchSettings = MatchSettings()
  ) {
    self.register = register
    self.settings = settings
    names = NameIndex(register, variants: variants)
    let context = settings.context?.rawValue ?? 0
    start = Int(context) < register.parents.count ? context : 0
  }

  /// The answer to the readings of a text.
  ///
  /// The register decides between readings: one that it supports wins, two leave it unsure.
  public func match(_ readings: [Reading], text: String) -> MatchResult {
    let needsText = readings.contains { !$0.unused.isEmpty }
    return record(readings, scalars: needsText ? Array(text.unicodeScalars) : []).result
  }

  /// The answer to elements that came apart already, by the same rules as a text.
  public func match(elements: [RegisterElement]) -> MatchResult {
    let elements = elements.enumerated().map { place, element in
      Element(kind: element.kind, source: place..<place + 1, key: element.key)
    }
    return record([Reading(elements: elements, unused: [], cost: 0)], scalars: []).result
  }

  /// The answer with the names it hangs on.
  func record(_ readings: [Reading], scalars: [Unicode.Scalar]) -> MatchMemo.Record {
    var outcomes: [MatchOutcome] = []
    var nameBits: UInt64 = 0
    let queries = readings.map { MatchQuery($0, text: scalars, register: register) }
    for query in queries { nameBits |= query.nameBits }
    // Readings of which the register knows every element come first; if it supports one of them, the
    // others cannot be meant.
    let known = queries.indices.filter { queries[$0].isKnown }
    for place in known { walk(queries[place], readings[place], &outcomes) }
    if !outcomes.contains(where: \.isSupported) {
      for place in queries.indices where !queries[place].isKnown {
        walk(queries[place], readings[place], &outcomes)
      }
    }
    let unused = readings.first?.unused ?? []
    let result = MatchRanking(outcomes, register: register, settings: settings)
      .result(unused: unused)
    return MatchMemo.Record(result: result, names: nameBits)
  }

  private func walk(_ query: MatchQuery, _ reading: Reading, _ outcomes: inout [MatchOutcome]) {
    let descent = Descent(
      register: register, names: names, settings: settings, query: query, start: start)
    for state in descent.run() {
      if let outcome = MatchOutcome(state, of: reading, query, register, start: start) {
        outcomes.append(outcome)
      }
    }
  }
}
