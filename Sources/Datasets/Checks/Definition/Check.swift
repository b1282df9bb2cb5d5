/// A named check that a field can ask for under `gewu: {check: …}`.
///
/// Checks are values: the core runs those that a manifest names and knows none of them. A module of
/// checks, such as ``China``, lists its own with the reasons that they find; `Check.all` in
/// `Checks/Check+Registry.swift` lists the modules.
package struct Check: Sendable {
  /// Looks at a text and puts the form that is kept in its place.
  ///
  /// - Parameters:
  ///   - text: what the file has, or what is left of it once full-width characters are narrowed.
  ///   - value: the same, or what a check before this one made of it.
  ///   - arena: where a new form is kept.
  /// - Returns: what is wrong, a bit for each of the module's reasons.
  typealias Verify =
    @Sendable (
      _ text: UnsafeBufferPointer<UInt8>, _ value: inout FieldValue, _ arena: TextArena
    ) -> UInt64

  /// The name in manifests: `cn.resident-id`.
  package let name: String
  /// The codes of the reasons that it finds.
  package let reasons: [String]
  /// Whether a value says who someone is, so that it must be protected.
  package let isPersonal: Bool
  /// Whether a value tells one subject from all others.
  package let isIdentity: Bool
  let verify: Verify
  /// What a draft counts, for checks that a draft may propose.
  let recognize: (@Sendable (_ text: UnsafeBufferPointer<UInt8>) -> Recognition)?
  /// The codes that the bits of `verify` stand for, the lowest first.
  let codes: [String]

  init<Code: CheckCode>(
    _ name: String, reasons: [Code], isPersonal: Bool = false, isIdentity: Bool = false,
    recognize: (@Sendable (_ text: UnsafeBufferPointer<UInt8>) -> Recognition)? = nil,
    verify: @escaping Verify
  ) {
    self.name = name
    self.reasons = reasons.map(\.rawValue)
    self.isPersonal = isPersonal
    self.isIdentity = isIdentity
    self.recognize = recognize
    self.verify = verify
    codes = Code.allCases.map(\.rawValue)
  }

  /// How much a text looks like what a check is for.
  enum Recognition: Sendable {
    case no
    /// It has the form; something else is wrong with it.
    case form
    case valid
  }
}

extension Check: Hashable {
  package static func == (one: Check, other: Check) -> Bool { one.name == other.name }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
