/// The features of a layer of a GeoPackage, as the child that reads it gives them.
final class GeoPackageRows: RowReader {
  let sheet: String?
  private let path: String
  private let child: GeoPackageChild
  private let columns: [GeoPackageDescription.Column]
  /// Whether each column is one of the table.
  private let isKept: [Bool]
  private let counted: Int
  private let row = RowBuffer()
  private var hasHeader = false
  private var number = 0
  private var count = 0
  private(set) var geometry: UnsafeRawBufferPointer?
  private(set) var geometryFault: TabularError?

  /// Begins with the layer that the child has described.
  init(
    _ child: GeoPackageChild, path: String, layer: String, _ description: GeoPackageDescription,
    keepsKey: Bool
  ) throws {
    self.child = child
    self.path = path
    sheet = layer
    columns = description.columns
    counted = description.count
    // The key that programs number features by is the row's line, and nobody's datum.
    isKept = columns.map { keepsKey || $0.name.lowercased() != "fid" }
    try child.begin()
  }

  var fields: UnsafeBufferPointer<TableField> { row.fields }
  /// Features, not bytes.
  var bytesRead: Int { count }
  var bytesTotal: Int { max(counted, count) }
  func startCounting() { number = 0 }
  func raw(_ row: TableRow) -> String { JSONRow(fields, geometry: geometry).text }

  func next() throws -> TableRow? {
    row.begin()
    geometry = nil
    geometryFault = nil
    guard hasHeader else {
      hasHeader = true
      for (column, isKept) in zip(columns, isKept) where isKept { row.append(column.name) }
      number = 1
      return TableRow(number: 1, line: 0, start: 0, end: 0, fieldCount: row.count)
    }
    guard let feature = try child.feature() else { return nil }
    count += 1
    number += 1
    var values = Values(rest: feature)
    // The key of the feature in the file; its number where it has none.
    let key = values.long().map { Int(truncatingIfNeeded: $0) } ?? -1
    for (column, isKept) in zip(columns, isKept) {
      guard let value = values.next() else { throw wrong() }
      if isKept { append(value, column.type) }
    }
    guard let value = values.next() else { throw wrong() }
    readGeometry(value)
    return TableRow(
      number: number, line: key < 0 ? count : key, start: 0, end: 0,
      fieldCount: row.count, isBlank: row.isBlank && geometry == nil && geometryFault == nil)
  }

  private func append(_ value: Value, _ type: String) {
    switch value {
    case .none: row.append("")
    case .integer(let value):
      if type == "BOOLEAN" { return row.append(value == 0 ? "false" : "true", kind: .boolean) }
      let isExactElsewhere = value.magnitude < 1_000_000_000_000_000
      row.append(String(value), kind: isExactElsewhere ? .number : .text)
    case .real(let value): row.append(NumberText.digits(value), kind: .number)
    // Valid until the next feature, as the row is.
    case .text(let bytes):
      row.append(place: bytes, kind: type == "DATE" && bytes.count == 10 ? .date : .text)
    case .blob(let bytes): row.append(JSONRow.hexadecimal(bytes))
    }
  }

  private func readGeometry(_ value: Value) {
    switch value {
    case .none: return
    case .blob(let bytes):
      switch GeoPackageBlob.content(bytes) {
      case .none: return
      case .wellKnownBinary(let start):
        geometry = UnsafeRawBufferPointer(rebasing: bytes[start...])
        return
      case .invalid: break
      }
    case .integer, .real, .text: break
    }
    geometryFault = TabularError(
      .malformed, path: path, .geoPackage(.notAGeometry(feature: count)))
  }

  private func wrong() -> TabularError {
    TabularError(.malformed, path: path, .geoPackage(.child(.wrongAnswer)))
  }

  private enum Value {
    case none
    case integer(Int64)
    case real(Double)
    case text(UnsafeRawBufferPointer)
    case blob(UnsafeRawBufferPointer)
  }

  /// The values of a feature, one after another; nil where an answer is not whole.
  private struct Values {
    var rest: UnsafeRawBufferPointer

    mutating func next() -> Value? {
      switch take(1)?[0] {
      case UInt8(ascii: "n"): Value.none
      case UInt8(ascii: "i"): long().map(Value.integer)
      case UInt8(ascii: "d"): long().map { .real(Double(bitPattern: UInt64(bitPattern: $0))) }
      case UInt8(ascii: "t"): bytes().map(Value.text)
      case UInt8(ascii: "b"): bytes().map(Value.blob)
      default: nil
      }
    }

    mutating func long() -> Int64? { take(8)?.loadUnaligned(as: Int64.self) }

    private mutating func bytes() -> UnsafeRawBufferPointer? {
      take(4).flatMap { take(Int($0.loadUnaligned(as: UInt32.self))) }
    }

    private mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
      guard count <= rest.count else { return nil }
      defer { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
      return UnsafeRawBufferPointer(rebasing: rest[..<count])
    }
  }
}
