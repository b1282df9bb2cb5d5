/// The rows of all data sets that tell of one kind of subject, attribute by attribute.
///
/// A value is read once when it comes in (``ValueKind``), and attributes derived from it are
/// added, so that later stages compare numbers alone. A row is named by data set and row key.
public struct RecordTable: Sendable {
  /// The rules the rows are read by.
  public let rules: SubjectRules
  /// All values: as stated, and as read.
  public private(set) var pool = ValuePool()
  private(set) var rows: [Row] = []
  private(set) var cells: [Cell] = []
  /// How each value was first read: the kind's number and the reading; few are read in two ways.
  private var firstKinds: [UInt8] = []
  private var firstReadings: [UInt32] = []
  private var furtherReadings: [UInt64: UInt32] = [:]
  private let kinds: [UInt8]
  private let derivedAttributes: [Int]

  /// What is known of a row beside its values.
  struct Row: Sendable {
    var source: UInt16
    var isDeleted: Bool
    var key: UInt32
    var effective: Int32
    var loaded: Int32
    var cells: Range<Int>
  }

  /// One value of a row, as stated and as read.
  ///
  /// What was stated but cannot be read has reading 0.
  struct Cell: Sendable {
    var attribute: UInt16
    var stated: UInt32
    var reading: UInt32
  }

  /// A table without rows.
  public init(rules: SubjectRules) {
    self.rules = rules
    kinds = rules.attributes.map { attribute in
      UInt8(truncatingIfNeeded: ValueKind.allCases.firstIndex(of: attribute.kind) ?? 0)
    }
    derivedAttributes = rules.attributes.indices.filter { rules.attributes[$0].derivation != nil }
  }

  /// How many rows there are, those of earlier states included.
  public var count: Int { rows.count }

  /// The numbers of all rows.
  var rowNumbers: Range<Int> { 0..<rows.count }

  /// Makes room for so many more rows and values; derived values count too.
  mutating func reserve(rows count: Int, values: Int) {
    rows.reserveCapacity(rows.count + max(0, count))
    cells.reserveCapacity(cells.count + max(0, values))
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - source: the data set's number in the rules.
  ///   - key: the row's key in its data set.
  ///   - effectiveOn: the day from which it is true; nil where nobody knows.
  ///   - loadedOn: the day it was loaded.
  ///   - isDeleted: whether the row no longer stands in its data set; it binds, but does not vote.
  ///   - values: attributes by number with their texts in UTF-8; empty ones are left out.
  /// - Returns: the row's number; nil for a data set or attribute that the rules do not have.
  @discardableResult
  public mutating func append(
    source: Int, key: some Collection<UInt8>, effectiveOn: Int32? = nil, loadedOn: Int32,
    isDeleted: Bool = false, values: some Sequence<(attribute: Int, text: ArraySlice<UInt8>)>
  ) -> Int? {
    guard rules.sources.indices.contains(source) else { return nil }
    let first = cells.count
    for (attribute, text) in values {
      guard rules.attributes.indices.contains(attribute) else {
        cells.removeSubrange(first...)
        return nil
      }
      let stated = pool.number(of: text)
      guard stated != 0 else { continue }
      cells.append(
        Cell(
          attribute: UInt16(truncatingIfNeeded: attribute), stated: stated,
          reading: reading(of: stated, attribute: attribute)))
    }
    for attribute in derivedAttributes { derive(attribute, from: first) }
    rows.append(
      Row(
        source: UInt16(truncatingIfNeeded: source), isDeleted: isDeleted,
        key: pool.number(of: key), effective: effectiveOn ?? CivilDay.unknown, loaded: loadedOn,
        cells: first..<cells.count))
    return rows.count - 1
  }

  /// The read value of a row's attribute; 0 where it has none.
  @inline(__always)
  func reading(_ row: Int, _ attribute: Int) -> UInt32 {
    let range = rows[row].cells
    var place = range.lowerBound
    while place < range.upperBound {
      let cell = cells[place]
      if Int(cell.attribute) == attribute, cell.reading != 0 { return cell.reading }
      place &+= 1
    }
    return 0
  }

  /// The cell of a row's attribute; nil where it has no value that can be read.
  func cell(_ row: Int, _ attribute: Int) -> Cell? {
    cells[rows[row].cells].first { Int($0.attribute) == attribute && $0.reading != 0 }
  }

  /// The data set and key of a row.
  public func address(of row: Int) -> RowAddress {
    RowAddress(
      dataSet: rules.sources[Int(rows[row].source)].dataSet, key: Array(pool[rows[row].key]))
  }

  /// The number of a row's data set in the rules.
  public func source(of row: Int) -> Int { Int(rows[row].source) }

  /// Keeps a value that no row states, so that it has numbers as stated and as read.
  mutating func keep(_ text: [UInt8], attribute: Int) {
    let stated = pool.number(of: text)
    if stated != 0 { _ = reading(of: stated, attribute: attribute) }
  }

  // MARK: - Reading

  private mutating func reading(of stated: UInt32, attribute: Int) -> UInt32 {
    let reading = reading(of: stated, as: kinds[attribute])
    let unknown = rules.attributes[attribute].unknown
    if !unknown.isEmpty, unknown.contains(Array(pool[reading])) { return 0 }
    return reading
  }

  private mutating func reading(of stated: UInt32, as kind: UInt8) -> UInt32 {
    let place = Int(stated)
    if place < firstKinds.count {
      if firstKinds[place] == kind { return firstReadings[place] }
      let further = UInt64(kind) << 32 | UInt64(stated)
      if let known = furtherReadings[further] { return known }
    }
    let reading = pool.number(of: ValueKind.allCases[Int(kind)].normal(pool[stated]))
    if place >= firstKinds.count {
      let missing = place + 1 - firstKinds.count
      firstKinds.append(contentsOf: repeatElement(.max, count: missing))
      firstReadings.append(contentsOf: repeatElement(0, count: missing))
    }
    if firstKinds[place] == .max {
      (firstKinds[place], firstReadings[place]) = (kind, reading)
    } else {
      furtherReadings[UInt64(kind) << 32 | UInt64(stated)] = reading
    }
    return reading
  }

  private mutating func derive(_ attribute: Int, from first: Int) {
    guard let derivation = rules.attributes[attribute].derivation else { return }
    let value: UInt32
    switch derivation {
    case .joined(let inputs): value = joined(inputs, from: first)
    case .first(let inputs):
      value = inputs.lazy.map { [self] in known($0, from: first) }.first { $0 != 0 } ?? 0
    default:
      let input = known(derivation.inputs.first ?? 0, from: first)
      value = input == 0 ? 0 : pool.number(of: derivation.value(of: pool[input]))
    }
    guard value != 0, !rules.attributes[attribute].unknown.contains(Array(pool[value])) else {
      return
    }
    cells.append(
      Cell(attribute: UInt16(truncatingIfNeeded: attribute), stated: value, reading: value))
  }

  private func known(_ attribute: Int, from first: Int) -> UInt32 {
    cells[first...].first { Int($0.attribute) == attribute && $0.reading != 0 }?.reading ?? 0
  }

  private mutating func joined(_ inputs: [Int], from first: Int) -> UInt32 {
    var bytes: [UInt8] = []
    for input in inputs {
      let value = known(input, from: first)
      guard value != 0 else { return 0 }
      bytes.append(contentsOf: pool[value])
      bytes.append(0x1F)
    }
    return pool.number(of: bytes)
  }
}
