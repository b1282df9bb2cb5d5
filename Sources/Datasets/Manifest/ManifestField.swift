/// One field of a manifest.
package struct ManifestField: Hashable, Sendable {
  /// The stable name, which is also the column's name in the store.
  package var name: String
  package var title: String?
  /// What people call it in Chinese.
  package var titleChinese: String?
  package var description: String?
  /// The type; `string` unless the manifest says otherwise.
  package var type: FieldType = .string
  /// The patterns of dates and times, tried in order; empty for ISO 8601.
  package var formats: [String] = []
  package var constraints = FieldConstraints()
  /// The texts that mean "no value"; nil for those of the manifest.
  package var missingValues: [String]?
  /// The texts that mean true.
  package var trueValues = ["true", "True", "TRUE", "1"]
  /// The texts that mean false.
  package var falseValues = ["false", "False", "FALSE", "0"]
  /// The decimal separator of numbers.
  package var decimalCharacter: UInt8 = UInt8(ascii: ".")
  /// The thousands separator of numbers, where there is one.
  package var groupCharacter: UInt8?
  /// How many digits stand between two of them: 3, or 4 as Chinese counts.
  package var groupSize = 3
  /// Other names that files give the column.
  package var aliases: [String] = []
  /// The column's position in the file, from 1, where names cannot tell it.
  package var column: Int?
  /// The named checks that values must pass.
  package var checks: [Check] = []
  /// The codes it may hold.
  package var codeTable: CodeTable?
  /// How far its values are protected.
  package var sensitivity = Sensitivity.none
  /// Whether the manifest says so, be it that they are not: somebody has looked at the field.
  package var isSensitivityStated = false
  /// Whether its values may be put up in public: on the notice of a grid, in answers to anybody.
  package var isPublic = false
  /// Whether rows are to be found by its values where these are sealed.
  package var isSearchable = false
  /// How grave it is when a value fails the checks, the codes or the constraints.
  package var severity = Severity.error
  /// What becomes of values with asterisks in a field with checks.
  package var masked = MaskedRule.refuse
  /// The dates that stand for no value; nil for ``dateSentinels``.
  package var sentinels: [String]?
  /// What is done to a text before it is checked.
  package var normalizations: [Normalization] = []
  /// The unit of its numbers.
  package var unit: String?
  /// Whether ASCII and ideographic space around a value is taken off; it is, unless told otherwise.
  package var isTrimmed = true

  /// The dates that departments' files use for "unknown" and "for ever", in ISO 8601 or as the
  /// malformed texts that they are.
  package static let dateSentinels = [
    "1899-12-31", "1900-01-00", "9999-09-09", "9999-12-31", "2099-12-31", "3000-01-01", "00:00;00",
  ]

  /// Makes a field of text.
  package init(name: String) { self.name = name }

  /// Whether a column's heading is one of the field's names: without regard to case, to space of
  /// any kind and to the width of characters.
  package func isNamed(_ heading: String) -> Bool {
    normalizedNames.contains(HeadingText.normalized(heading))
  }

  /// The names that headings are compared with.
  package var normalizedNames: Set<String> {
    Set(names.map(HeadingText.normalized))
  }

  /// What its column may be called.
  var names: [String] { [name, title, titleChinese].compactMap(\.self) + aliases }
}
