package import Tabular

/// Turns rows of text into checked values by the rules of a manifest.
///
/// The hot path makes no strings: values are numbers, or places in the file's text or in an arena.
/// All faults of a row are collected; they become words only when `reasons(for:)` asks. A reader
/// remembers the values of unique fields, so it serves one file and one thread.
package final class RecordReader {
  /// How many values a record has: one a field of the manifest.
  package let fieldCount: Int
  package let columns: ColumnMap
  let manifest: Manifest
  let rules: UnsafeMutablePointer<FieldRule>
  let faults: UnsafeMutablePointer<FaultSet>
  // Unchecked accesses: their dynamic checks took a tenth of the reading of a row.
  @exclusivity(unchecked) var rowFaults: FaultSet = []
  /// Whether the row read last has faults that do not refuse it.
  @exclusivity(unchecked) package private(set) var hasRemarks = false
  /// Whether the row read last has the fields that the header promises.
  @exclusivity(unchecked) package private(set) var isShaped = false
  /// Whether the row read last is the heading once more, which is no record of any key.
  package var isRepeatedHeader: Bool { rowFaults == .headerRepeated }
  @exclusivity(unchecked) private var seen: [Set<ValueHash>]
  private let patterns: [SimplePattern?]
  /// The patterns that are not of the simple kind.
  private let otherPatterns: [LinearPattern?]
  @exclusivity(unchecked) private var scratch = RecordKeyEncoder()
  let keyFields: [Int]
  /// The rows of the header, to know one that is repeated.
  let header: RepeatedHeader
  /// Whether the data set has anything to be protected, so that its refused rows are.
  let isProtected: Bool
  private let partitionFields: [Int]
  /// The fields whose values tell whether a row has changed.
  let hashedFields: [Int]
  /// Whether fields are texts that a program has written with quotes, see `unwrap`.
  let isDelimited: Bool
  /// Whether numbers have the digits that somebody wrote: `1.10` is not `1.1` where it names something.
  let keepsDecimals: Bool

  /// Makes a reader for files of a format with these columns.
  package init(_ manifest: Manifest, columns: ColumnMap, format: TableFormat? = nil) {
    self.manifest = manifest
    isDelimited = format == .csv
    keepsDecimals = format == .geojson
    isProtected = !manifest.sealedNames.isEmpty
    self.columns = columns
    fieldCount = manifest.fields.count
    rules = .allocate(capacity: fieldCount)
    faults = .allocate(capacity: fieldCount)
    for (index, field) in manifest.fields.enumerated() {
      (rules + index).initialize(
        to: FieldRule(field, manifest: manifest, column: columns.columns[index]))
    }
    faults.initialize(repeating: [], count: fieldCount)
    header = RepeatedHeader(columns)
    seen = Array(repeating: [], count: fieldCount)
    patterns = manifest.fields.map { $0.constraints.pattern.flatMap(SimplePattern.init) }
    otherPatterns = zip(manifest.fields, patterns).map { field, simple in
      simple == nil ? field.constraints.pattern.flatMap { try? LinearPattern($0) } : nil
    }
    let index = { (name: String) in manifest.fields.firstIndex { $0.name == name } }
    keyFields = manifest.primaryKey.compactMap(index)
    partitionFields = manifest.partition.compactMap(index)
    hashedFields = manifest.fields.indices.filter {
      !manifest.hashExclusions.contains(manifest.fields[$0].name)
    }
  }

  deinit {
    rules.deinitialize(count: fieldCount)
    rules.deallocate()
    faults.deallocate()
  }

  /// Reads one row into `fieldCount` values.
  ///
  /// - Returns: whether the row is accepted. Where it is not, the values that could be read are
  ///   there nevertheless, the others are null, and `reasons(for:)` says why.
  package func read(
    _ row: TableRow, _ fields: UnsafeBufferPointer<TableField>,
    into values: UnsafeMutablePointer<FieldValue>, arena: TextArena
  ) -> Bool {
    rowFaults = []
    hasRemarks = false
    if row.fault != .none {
      rowFaults = row.fault == .tooManyFields ? .fieldsExtra : .quoteMalformed
    } else if fields.count != columns.width {
      rowFaults = shapeFault(fields)
    }
    isShaped = rowFaults.isEmpty
    if isShaped, header.contains(fields) { rowFaults = .headerRepeated }
    guard rowFaults.isEmpty else {
      for index in 0..<fieldCount {
        values[index] = .null
        faults[index] = []
      }
      return false
    }
    var grave: UInt64 = 0
    var all: UInt64 = 0
    for index in 0..<fieldCount {
      let rule = rules + index
      if rule.pointee.column < 0 {
        values[index] = .null
        faults[index] = rule.pointee.isRequired ? .required : []
      } else {
        faults[index] = readField(
          fields[rule.pointee.column], rule, index, &values[index], arena)
      }
      all |= faults[index].rawValue
      grave |= faults[index].rawValue & ~rule.pointee.remarks.rawValue
    }
    hasRemarks = all != 0
    return grave == 0
  }

  /// What is wrong with a row that has not as many fields as the header.
  ///
  /// Some programs end each row with a delimiter, or the header alone; what is empty behind the last
  /// column does not count.
  private func shapeFault(_ fields: UnsafeBufferPointer<TableField>) -> FaultSet {
    if fields.count < columns.width {
      return fields.count < columns.leastWidth ? .fieldsMissing : []
    }
    for index in columns.width..<fields.count where fields[index].count > 0 { return .fieldsExtra }
    return []
  }

  /// Reads one field: its text, whether it is missing, its type, its constraints.
  @inline(__always)
  private func readField(
    _ field: TableField, _ rule: UnsafeMutablePointer<FieldRule>, _ index: Int,
    _ value: inout FieldValue, _ arena: TextArena
  ) -> FaultSet {
    var start = field.start
    var count = Int(field.count)
    if field.hasDoubledQuotes {
      let copy = arena.reserve(count)
      count = field.copyContent(to: copy)
      start = UnsafePointer(copy)
    }
    if rule.pointee.isTrimmed { Self.trim(&start, &count) }
    // Of nearly all fields no more is looked at than the last byte.
    if count > 1, start[count &- 1] == UInt8(ascii: "\""), isDelimited {
      if isMalformed(field, start, count) { return malformed(&value, rule) }
      unwrap(&start, &count, rule)
    }
    var bytes = UnsafeBufferPointer(start: start, count: count)
    if rule.pointee.isKey, rule.pointee.isTrimmed { bytes = withoutUnseen(bytes, arena) }
    if count == 0 ? rule.pointee.isEmptyMissing : isMissing(bytes, rule) {
      value = .null
      return absent([], rule)
    }
    let fault =
      field.kind == .text
      ? convert(bytes, rule, &value, arena)
      : convertCell(field.kind, bytes, rule, &value, arena)
    guard fault.isEmpty else {
      value = .null
      return absent(fault, rule)
    }
    guard rule.pointee.hasConstraints else { return [] }
    return checkConstraints(rule, index, &value, arena)
  }

  /// The faults of a field that has no value, because of some that refuse the row or do not.
  func absent(_ fault: FaultSet, _ rule: UnsafeMutablePointer<FieldRule>) -> FaultSet {
    guard fault.isSubset(of: rule.pointee.remarks) else { return fault }
    if rule.pointee.isKey { return fault.union(rule.pointee.isRequired ? .required : .keyMissing) }
    return rule.pointee.isRequired ? fault.union(.required) : fault
  }

  @inline(__always)
  func isMissing(
    _ bytes: UnsafeBufferPointer<UInt8>, _ rule: UnsafeMutablePointer<FieldRule>
  ) -> Bool {
    guard let missing = rule.pointee.missing, bytes.count <= missing.longest else { return false }
    return missing.value(of: bytes) >= 0
  }

  /// Whether a value of a unique field is new; it is remembered.
  func isNew(_ value: FieldValue, field index: Int) -> Bool {
    scratch.begin()
    scratch.append(value)
    let hash = scratch.hash()
    return seen[index].insert(hash).inserted
  }

  /// Whether the whole text matches the field's pattern.
  func matchesPattern(_ bytes: UnsafeBufferPointer<UInt8>, field index: Int) -> Bool {
    if let pattern = patterns[index] { return pattern.matches(bytes) }
    return otherPatterns[index]?.matches(bytes) ?? true
  }

  /// The hash over the key of a record, or nil where the manifest has no key or the record lacks a
  /// part of it.
  package func keyHash(_ values: UnsafePointer<FieldValue>) -> ValueHash? {
    guard !keyFields.isEmpty else { return nil }
    scratch.begin()
    for index in keyFields {
      if values[index].kind == .null { return nil }
      scratch.append(values[index])
    }
    return scratch.hash()
  }

  /// The hash over what tells the partition of a record, where the manifest names partitions.
  ///
  /// A field without a value is a partition of its own. Nil where a field cannot be read.
  package func partitionHash(_ values: UnsafePointer<FieldValue>) -> ValueHash? {
    guard !partitionFields.isEmpty, rowFaults.isEmpty else { return nil }
    scratch.begin()
    for index in partitionFields {
      guard faults[index].isSubset(of: rules[index].remarks) else { return nil }
      scratch.append(values[index])
    }
    return scratch.hash()
  }

  /// The hash over the values of a record but those that the manifest excludes; its first half is
  /// kept with the row.
  package func rowHash(_ values: UnsafePointer<FieldValue>) -> ValueHash {
    scratch.begin()
    for index in hashedFields { scratch.append(values[index]) }
    return scratch.hash()
  }
}
