import Tabular

/// One pass over a sample: its layout and the evidence of each column.
///
/// Of a long one all rows are counted and the values of keys compared, but the cells of only some rows
/// are looked at: all of the first half of what is looked at, then one of so many rows to the end.
struct DraftScan {
  var dialect: TableDialect
  var layout = DraftLayout()
  var columns: [ColumnEvidence] = []
  var rows = 0
  /// How many of them were looked at.
  var examined = 0
  var blank = 0
  var faulty = 0
  /// The sheet or layer that was read.
  var sheet: String?
  /// The first words of rows at the very end that look like a footer.
  var footer: [String] = []

  /// What the first geometry is, where the format has geometries.
  var geometryType: GeometryType?

  /// The quoted values that go over several lines.
  private(set) var quotedLines = QuotedLines()

  /// Rows that a footer word begins, since the last row that none does.
  private var held = 0

  /// What footers of office tables begin with.
  private static let footerWords = [
    "合计", "总计", "小计", "填表人", "制表", "审核", "备注", "说明", "注:", "注:", "Total",
  ]

  private static let footerBytes = footerWords.map { Array($0.utf8) }

  /// How many cells of a sample are looked at: those of 400 MB, in some seconds.
  static let usualCells = 25_000_000

  private let budget: Int
  /// The columns that may still be a key, when only that is looked for.
  private var candidates: [Int]?

  init(delimiter: UInt8, budget: Int = usualCells) {
    dialect = TableDialect(delimiter: delimiter)
    self.budget = budget
  }

  mutating func read(_ file: any TableFile) throws {
    dialect.skipsInitialSpace = try Self.hasSpacesBeforeQuotes(file, dialect)
    layout = try DraftLayout(file.rows(dialect), joinedBy: dialect.headerJoin)
    dialect.headerRows = layout.headerRows
    columns = layout.headings.map { _ in ColumnEvidence() }
    let reader = try file.rows(dialect)
    var position = 0
    var cells = 0
    // One of so many rows is looked at; not known before half of the cells have been.
    var stride: Int?
    while let row = try reader.next() {
      sheet = reader.sheet
      if geometryType == nil { geometryType = reader.geometry.flatMap(Self.type(of:)) }
      position += 1
      let place = reader.place(of: row, position)
      if place == dialect.headerRow { reader.startCounting() }
      guard place > dialect.headerRow else { continue }
      if stride == nil, cells >= budget / 2 { stride = self.stride(behind: cells, reader) }
      let isExamined = stride.map { position.isMultiple(of: $0) } ?? true
      if isExamined { cells += reader.fields.count }
      take(row, reader.fields, isExamined: isExamined)
    }
    quotedLines = reader.quotedLines
  }

  /// Whether fields of a text begin with spaces and a quote, which then does not quote.
  private static func hasSpacesBeforeQuotes(
    _ file: any TableFile, _ dialect: TableDialect
  ) throws -> Bool {
    guard file.format == .csv else { return false }
    let reader = try file.rows(dialect)
    for _ in 0..<1_000 {
      guard let row = try reader.next() else { break }
      for field in reader.fields where row.fault == .none && !field.isQuoted {
        let text = field.bytes.drop { $0 == 0x20 }
        if text.first == UInt8(ascii: "\""), text.count < field.bytes.count { return true }
      }
    }
    return false
  }

  /// One of how many of the rows that are left has the other half of the cells.
  private func stride(behind cells: Int, _ reader: any RowReader) -> Int {
    let rest = Double(reader.bytesTotal - reader.bytesRead) / Double(max(1, reader.bytesRead))
    return max(1, Int((rest * Double(cells) / Double(max(1, budget / 2))).rounded(.up)))
  }

  private mutating func take(
    _ row: TableRow, _ fields: UnsafeBufferPointer<TableField>, isExamined: Bool
  ) {
    if row.isBlank {
      blank += 1
      return
    }
    if let word = Self.footer(fields) {
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
    guard isExamined else { return compareKeys(fields) }
    examined += 1
    for (index, field) in fields.enumerated() { columns[index].add(field) }
  }

  /// The word by which a row is taken for a footer; nil for a row of data.
  private static func footer(_ fields: UnsafeBufferPointer<TableField>) -> String? {
    guard let filled = fields.first(where: { $0.count > 0 }),
      var start = filled.bytes.baseAddress
    else { return nil }
    var count = filled.bytes.count
    RecordReader.trim(&start, &count)
    let bytes = UnsafeBufferPointer(start: start, count: count)
    for (index, word) in footerBytes.enumerated() where bytes.starts(with: word) {
      return footerWords[index]
    }
    return nil
  }

  private mutating func compareKeys(_ fields: UnsafeBufferPointer<TableField>) {
    var hasChanged = candidates == nil
    for index in candidates ?? Array(columns.indices) {
      columns[index].addToKey(fields[index])
      if !columns[index].isUnique { hasChanged = true }
    }
    if hasChanged { candidates = columns.indices.filter { columns[$0].isUnique } }
  }

  /// The kind of geometry that well-known binary holds (OGC 06-103r4, 8.2.8).
  private static func type(of geometry: UnsafeRawBufferPointer) -> GeometryType? {
    guard geometry.count >= 5 else { return nil }
    let word = geometry.loadUnaligned(fromByteOffset: 1, as: UInt32.self)
    let code = geometry[0] == 0 ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
    switch (code & 0xffff) % 1_000 {
    case 1, 4: return .point
    case 2, 5, 9, 11: return .line
    case 3, 6, 10, 12: return .polygon
    default: return nil
    }
  }
}
