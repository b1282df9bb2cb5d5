import Tabular

/// A copy of a row that outlives the next call of its reader.
final class HeldRow {
  let row: TableRow
  let raw: String
  let byteOffset: Int
  let geometryFault: TabularError?
  private let copies: UnsafeMutableBufferPointer<TableField>
  private let text: UnsafeMutableBufferPointer<UInt8>
  private let shape: UnsafeMutableRawBufferPointer?

  init(_ row: TableRow, _ reader: any RowReader) {
    self.row = row
    raw = reader.raw(row)
    byteOffset = reader.byteOffset(of: row)
    geometryFault = reader.geometryFault
    let fields = reader.fields
    copies = .allocate(capacity: fields.count)
    _ = copies.initialize(from: fields)
    if reader.keepsText {
      text = .allocate(capacity: 0)
    } else {
      // One byte more, so that there is an address even where all fields are empty.
      text = .allocate(capacity: fields.reduce(1) { $0 + Int($1.count) })
      var at = 0
      for (index, field) in fields.enumerated() {
        guard let copy = text.baseAddress.map({ $0 + at }) else { break }
        copy.update(from: field.start, count: Int(field.count))
        copies[index].start = UnsafePointer(copy)
        at += Int(field.count)
      }
    }
    shape = reader.geometry.map { bytes in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
      copy.copyMemory(from: bytes)
      return copy
    }
  }

  deinit {
    copies.deallocate()
    text.deallocate()
    shape?.deallocate()
  }

  var fields: UnsafeBufferPointer<TableField> { UnsafeBufferPointer(copies) }
  var geometry: UnsafeRawBufferPointer? { shape.map { UnsafeRawBufferPointer($0) } }
}
