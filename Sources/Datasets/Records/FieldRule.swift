import Tabular

/// A field of a manifest made ready for the hot path.
struct FieldRule {
  /// The column, counted from 0, or -1.
  var column: Int
  var type: FieldType
  var isRequired: Bool
  var isTrimmed: Bool
  var isUnique: Bool
  var isCoordinate: Bool
  var isKey: Bool
  var decimal: UInt8
  var group: UInt8
  var groupSize: Int
  /// Whether a further look is needed once the type is known to be right.
  var hasConstraints: Bool
  var hasPattern: Bool
  var minimumLength: Int
  var maximumLength: Int
  var minimumInteger: Int64
  var maximumInteger: Int64
  var minimumNumber: Double
  var maximumNumber: Double
  /// The checks in the order of the registry.
  var checks: [RuleCheck]
  /// The faults that do not refuse the row.
  var remarks: FaultSet
  /// Whether texts are changed before anything is checked.
  var isNormalized: Bool
  /// Whether full-width digits and signs of what is no text are read as those of ASCII.
  var isNarrowed: Bool
  var normalizations: [Normalization]
  /// Texts that mean "no value", but for the empty one; nil where there are none.
  var missing: ByteTable?
  /// Whether the empty text means "no value".
  var isEmptyMissing: Bool
  var booleans: ByteTable?
  var allowed: ByteTable?
  /// Accepted texts of the code table; the values index `codes`.
  var codeIndex: ByteTable?
  var codes: [[UInt8]] = []
  var patterns: [DatePattern]
  /// Dates that mean "no value".
  var sentinels: DateSentinels
  var minimumText: [UInt8]
  var maximumText: [UInt8]

  init(_ field: ManifestField, manifest: Manifest, column: Int?) {
    let constraints = field.constraints
    self.column = column ?? -1
    type = field.type
    isTrimmed = field.isTrimmed
    isUnique = constraints.isUnique
    isKey = manifest.primaryKey.contains(field.name)
    isRequired = constraints.isRequired
    isCoordinate = manifest.locations.contains { location in
      switch location {
      case .coordinates(let x, let y, _), .undecided(let x, let y, _):
        field.name == x || field.name == y
      case .none, .grid, .geometry, .address: false
      }
    }
    decimal = field.decimalCharacter
    group = field.groupCharacter ?? 0
    groupSize = field.groupSize
    hasPattern = constraints.pattern != nil
    minimumLength = constraints.minimumLength ?? 0
    maximumLength = constraints.maximumLength ?? .max
    minimumInteger = constraints.minimum.flatMap { Int64($0) } ?? .min
    maximumInteger = constraints.maximum.flatMap { Int64($0) } ?? .max
    minimumNumber = constraints.minimum.flatMap { Double($0) } ?? -.infinity
    maximumNumber = constraints.maximum.flatMap { Double($0) } ?? .infinity
    minimumText = Array((constraints.minimum ?? "").utf8)
    maximumText = Array((constraints.maximum ?? "").utf8)
    checks = Check.all.filter(field.checks.contains).map(RuleCheck.init)
    remarks = Self.remarks(field, isKey: isKey)
    normalizations = field.normalizations
    isNormalized = !normalizations.isEmpty && type == .string
    isNarrowed = !normalizations.isEmpty && type != .string
    let missing = field.missingValues ?? manifest.missingValues
    isEmptyMissing = missing.contains("") || field.type != .string
    let others = missing.filter { !$0.isEmpty }
    self.missing = others.isEmpty ? nil : ByteTable(others.map { (text: $0, value: 1) })
    booleans =
      field.type == .boolean
      ? ByteTable(
        field.trueValues.map { (text: $0, value: 1) }
          + field.falseValues.map { (text: $0, value: 0) }) : nil
    let allowedTexts = constraints.allowed
    allowed = allowedTexts.isEmpty ? nil : ByteTable(allowedTexts.map { (text: $0, value: 1) })
    if let table = field.codeTable {
      codes = table.entries.map { Array($0.code.utf8) }
      codeIndex = table.index
    }
    sentinels = DateSentinels(
      type == .date || type == .datetime ? field.sentinels ?? ManifestField.dateSentinels : [])
    patterns = field.formats.compactMap { try? DatePattern($0) }
    if field.type == .datetime, patterns.isEmpty { patterns = DatePattern.isoDateTimes }
    hasConstraints =
      constraints.minimumLength != nil || constraints.maximumLength != nil
      || constraints.pattern != nil || allowed != nil || isUnique || !field.checks.isEmpty
      || codeIndex != nil || constraints.minimum != nil || constraints.maximum != nil
  }

  /// The faults that are only remarks: what the field's severity says, but a part of the key must
  /// be there and right in form.
  private static func remarks(_ field: ManifestField, isKey: Bool) -> FaultSet {
    var remarks = FaultSet.remarks
    if field.masked == .allow { remarks.insert(.masked) }
    guard field.severity != .error else { return remarks }
    return isKey ? remarks.union(.ofContent) : FaultSet.all.subtracting(.keyMissing)
  }
}

/// A check made ready for the hot path.
struct RuleCheck {
  let verify: Check.Verify
  /// How far its bits stand from the lowest of a `FaultSet`.
  let shift: UInt64

  init(_ check: Check) {
    verify = check.verify
    shift = FaultSet.shift(of: check)
  }
}

extension DatePattern {
  /// The forms of ISO 8601 that are read without a pattern: `T` or a space between day and time,
  /// with or without seconds' fraction and offset.
  static let isoDateTimes: [DatePattern] = [
    "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M:%S.%f%z",
    "%Y-%m-%dT%H:%M:%S.%f", "%Y-%m-%d %H:%M:%S.%f", "%Y-%m-%d %H:%M:%S%z", "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
  ].compactMap { try? DatePattern($0) }
}
