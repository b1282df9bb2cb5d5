import Tabular

/// One pass over a sample: its layout and the evidence of each column.
struct DraftScan {
  var dialect: TableDialect
  var layout = DraftLayout()
  var columns: [ColumnEvidence] = []
  var rows = 0
  var blank = 0
  var faulty = 0
  /// The sheet or layer that was read.
  var sheet: String?
  /// The first words of rows at the very end that look like a footer.
  var footer: [String] = []

  /// What the first geometry is, where the format has geometries.
  var geometryType: GeometryType?

  /// Rows that a footer word begins, since the last row that none does.
  private var held = 0

  /// What footers of office tables begin with.
  private static let footerWords = [
    "合计", "总计", "小计", "填表人", "制表", "审核", "备注", "说明", "注:", "注:", "Total",
  ]

  init(delimiter: UInt8) { dialect = TableDialect(delimiter: delimiter) }

  mutating func read(_ file: any TableFile) throws {
    layout = try DraftLayout(file.rows(dialect), joinedBy: dialect.headerJoin)
    dialect.headerRows = layout.headerRows
    columns = layout.headings.map { _ in ColumnEvidence() }
    let reader = try file.rows(dialect)
    var position = 0
    while let row = try reader.next() {
      sheet = reader.sheet
      if geometryType == nil { geometryType = reader.geometry.flatMap(Self.type(of:)) }
      position += 1
      let place = reader.sheet != nil ? row.line : position
      guard place > dialect.headerRow else { continue }
      if place == dialect.headerRow + 1 { reader.startCounting() }
      take(row, reader.fields)
    }
  }

  private mutating func take(_ row: TableRow, _ fields: UnsafeBufferPointer<TableField>) {
    if row.isBlank {
      blank += 1
      return
    }
    let filled = fields.first { $0.count > 0 }
    let first = filled.map(\.string.trimmingSpaces) ?? ""
    if let word = Self.footerWords.first(where: { first.hasPrefix($0) }) {
      if !footer.contains(word) { footer.append(word) }
      held += 1
      return
    }
    // Data below them: they were no footer.
    footer = []
    rows += held + 1
    held = 0
    guard row.fault == .none, fields.count == columns.count else {
      faulty += 1
      return
    }
    for (index, field) in fields.enumerated() { columns[index].add(field) }
  }

  /// The kind of geometry that well-known binary holds (OGC 06-103r4, 8.2.8).
  private static func type(of geometry: UnsafeRawBufferPointer) -> GeometryType? {
    guard geometry.count >= 5 else { return nil }
    let word = geometry.loadUnaligned(fromByteOffset: 1, as: UInt32.self)
    let code = geometry[0] == 0 ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
    switch (code & 0xffff) % 1_000 {
    case 1, 4: return .point
    case 2, 5: return .line
    case 3, 6: return .polygon
    default: return nil
    }
  }
}
