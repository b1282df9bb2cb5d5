import Geometry
package import Tabular

/// Adds to each row of a table the grid that its position lies in.
///
/// The columns are `grid_code` and `grid_status` (`inside`, `border`, `outside`, `invalid`). A row without a position,
/// or longer than the header, is `invalid`.
package struct GridColumns: AddedColumns {
  package private(set) var summary = LocateTable.Summary()
  private let table: LocateTable
  private let codes: CellCodes
  /// The codes of the other nets.
  private let netCodes: [CellCodes]
  private var batch = PointBatch()
  private var columnCount = 0
  /// Where the position stands.
  private var longitude = 0
  private var latitude = 0

  init(_ table: LocateTable) {
    self.table = table
    codes = table.locator.codes
    netCodes = table.others.map(\.locator.codes)
  }

  package var names: [String] { table.addedColumns }

  package mutating func begin(_ columns: TableColumns) throws {
    let places = try columns.places(of: [
      (.longitude, table.longitude), (.latitude, table.latitude),
    ])
    columnCount = columns.count
    (longitude, latitude) = (places[0], places[1])
  }

  @inline(__always)
  package mutating func take(_ fields: UnsafeBufferPointer<TableField>) {
    batch.positions.append(position(fields))
  }

  @inline(__always)
  private func position(_ fields: UnsafeBufferPointer<TableField>) -> Coordinate {
    guard fields.count <= columnCount, longitude < fields.count, latitude < fields.count,
      let x = DecimalReader.value(fields[longitude].bytes),
      let y = DecimalReader.value(fields[latitude].bytes)
    else { return Coordinate(x: .nan, y: .nan) }
    return Coordinate(x: x, y: y)
  }

  package mutating func answer(
    _ text: UnsafeRawBufferPointer, rows: [(end: Int, missing: Int)], delimiter: UInt8,
    to output: inout [UInt8]
  ) {
    batch.locate(with: table.locator, beside: table.others)
    write(text, rows, delimiter, to: &output)
    batch.positions.removeAll(keepingCapacity: true)
  }

  private mutating func write(
    _ text: UnsafeRawBufferPointer, _ rows: [(end: Int, missing: Int)], _ delimiter: UInt8,
    to output: inout [UInt8]
  ) {
    let text = text.bindMemory(to: UInt8.self)
    let missing = rows.reduce(0) { $0 + $1.missing }
    // A net: two delimiters, a status, and a code that may be quoted, each byte of it doubled.
    let longest = netCodes.reduce(11 + 2 * codes.longest) { $0 + 11 + 2 * $1.longest }
    let capacity = text.count + missing + rows.count * longest
    // Constants, so that the loop does not copy the columns for each row.
    let (codes, netCodes, netSlots) = (codes, netCodes, batch.netSlots)
    let answered = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      var pen = BytePen(start)
      var copied = 0
      for (number, (row, slot)) in zip(rows, batch.slots).enumerated() {
        pen.write(UnsafeBufferPointer(rebasing: text[copied..<row.end]))
        copied = row.end
        for _ in 0..<row.missing { pen.write(delimiter) }
        Self.write(slot, codes, delimiter, with: &pen)
        for net in netCodes.indices {
          Self.write(netSlots[net][number], netCodes[net], delimiter, with: &pen)
        }
        summary.count(slot.status)
      }
      pen.write(UnsafeBufferPointer(rebasing: text[copied...]))
      count = pen.at - start
    }
    if output.isEmpty { output = answered } else { output += answered }
  }

  /// Writes the code and the status of an answer, each behind a delimiter.
  @inline(__always)
  private static func write(
    _ slot: GridSlot, _ codes: CellCodes, _ delimiter: UInt8, with pen: inout BytePen
  ) {
    pen.write(delimiter)
    if slot.cell >= 0 { codes.writeField(Int(slot.cell), delimiter: delimiter, with: &pen) }
    pen.write(delimiter)
    pen.write(slot.status.text)
  }
}

/// A table of positions going by.
package typealias LocateTableStream = TableStream<GridColumns>

extension LocateTableStream {
  package init(_ table: LocateTable) { self.init(adding: GridColumns(table)) }
}
