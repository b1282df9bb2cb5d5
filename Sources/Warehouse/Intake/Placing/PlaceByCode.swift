import Datasets

/// Attaches a record to the cell whose code one of its fields holds.
struct PlaceByCode {
  let field: Int
  let level: String
  private let codes: ByteTable?
  private let cells: [Int64]

  init(field: Int, level: String, attacher: GridAttacher?) {
    self.field = field
    self.level = level
    let known = Array(attacher?.codes[level] ?? [:])
    codes = ByteTable(known.enumerated().map { (text: $1.key, value: $0) })
    cells = known.map(\.value)
  }

  /// An unknown code attaches to nothing, and is no fault: the grids may be newer or older.
  func place(_ values: UnsafePointer<FieldValue>, _ row: inout ImportRow) -> ReasonCode? {
    if values[field].kind == .text, let found = codes?.value(of: values[field].bytes), found >= 0 {
      row.gridID = cells[found]
    }
    return nil
  }
}
