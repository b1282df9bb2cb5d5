/// One field of a manifest.
public struct ManifestField: Hashable, Sendable {
  /// The stable name, which is also the column's name in the store.
  public var name: String
  /// What people call it.
  public var title: String?
  /// What people call it in Chinese.
  public var titleChinese: String?
  /// What it means.
  public var description: String?
  /// The type; `string` unless the manifest says otherwise.
  public var type: FieldType = .string
  /// The patterns of dates and times, tried in order; empty for ISO 8601.
  public var formats: [String] = []
  /// The constraints.
  public var constraints = FieldConstraints()
  /// The texts that mean "no value"; nil for those of the manifest.
  public var missingValues: [String]?
  /// The texts that mean true.
  public var trueValues = ["true", "True", "TRUE", "1"]
  /// The texts that mean false.
  public var falseValues = ["false", "False", "FALSE", "0"]
  /// The decimal separator of numbers.
  public var decimalCharacter: UInt8 = UInt8(ascii: ".")
  /// The thousands separator of numbers, where there is one.
  public var groupCharacter: UInt8?
  /// Other names that files give the column.
  public var aliases: [String] = []
  /// The column's position in the file, from 1, where names cannot tell it.
  public var column: Int?
  /// The named checks that values must pass.
  public var checks: [FieldCheck] = []
  /// The codes it may hold.
  public var codeTable: CodeTable?
  /// How far its values are protected.
  public var sensitivity = Sensitivity.none
  /// How grave it is when a value fails the checks, the codes or the constraints.
  public var severity = Severity.error
  /// What becomes of values with asterisks in a field with checks.
  public var masked = MaskedRule.refuse
  /// The dates that stand for no value; nil for ``dateSentinels``.
  public var sentinels: [String]?
  /// What is done to a text before it is checked.
  public var normalizations: [Normalization] = []
  /// The unit of its numbers.
  public var unit: String?
  /// Whether ASCII and ideographic space around a value is taken off; it is, unless told otherwise.
  public var isTrimmed = true

  /// The dates that departments' files use for "unknown" and "for ever", in ISO 8601 or as the
  /// malformed texts that they are.
  public static let dateSentinels = [
    "1899-12-31", "1900-01-00", "9999-09-09", "9999-12-31", "2099-12-31", "3000-01-01", "00:00;00",
  ]

  /// Makes a field of text.
  public init(name: String) { self.name = name }

  /// Whether a column's heading is one of the field's names: without regard to case, to space of
  /// any kind and to the width of characters.
  public func isNamed(_ heading: String) -> Bool {
    normalizedNames.contains(HeadingText.normalized(heading))
  }

  /// The names that headings are compared with.
  var normalizedNames: Set<String> {
    Set(names.map(HeadingText.normalized))
  }

  /// What its column may be called.
  var names: [String] { [name, title, titleChinese].compactMap(\.self) + aliases }
}
