import Tabular

/// Where the titles, the header and the footer of a sample are, as far as its shape tells.
struct DraftLayout {
  /// The rows of the header as a dialect counts them.
  var headerRows: [Int] = [1]
  /// The headings, those of several rows joined.
  var headings: [String] = []
  /// What was seen, for the draft's comments.
  var evidence: [DraftFact] = []

  /// The first row that cannot be read, where none of those looked at can.
  private(set) var malformed: (row: Int, fault: TableRow.Fault)?

  /// So many rows are looked at.
  private static let depth = 30

  /// A header in the first row, not yet looked for.
  init() {}

  private struct Line {
    var row: Int
    var cells: [String]
    var isText: Bool

    var filled: Int { cells.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) } }
  }

  /// Looks at the first rows of a table.
  init(_ reader: any RowReader, joinedBy join: String) throws {
    var lines: [Line] = []
    var count = 0
    while lines.count < Self.depth, let row = try reader.next() {
      count += 1
      guard row.fault == .none else {
        if malformed == nil { malformed = (reader.place(of: row, count), row.fault) }
        continue
      }
      let cells = reader.fields.map { $0.string.trimmingSpaces }
      let isText = reader.fields.allSatisfy { $0.count == 0 || Self.isHeading($0) }
      lines.append(Line(row: reader.place(of: row, count), cells: cells, isText: isText))
    }
    if !lines.isEmpty { malformed = nil }
    let width = lines.map(\.filled).max() ?? 0
    guard width > 0,
      let first = lines.firstIndex(where: { $0.filled * 5 >= width * 3 }), lines[first].isText
    else {
      // A row that is as full as those of the data, and is no heading, is data.
      headerRows = []
      headings = Array(repeating: "", count: lines.map(\.cells.count).max() ?? 0)
      evidence.append(.noHeader)
      return
    }
    headerRows = [lines[first].row]
    headings = lines[first].cells
    if first > 0 {
      evidence.append(.titles(first, above: lines[first].row))
    }
    joinSecondRow(lines, first, join)
  }

  /// Takes a second header row in, where the first has gaps that only it fills.
  private mutating func joinSecondRow(_ lines: [Line], _ first: Int, _ join: String) {
    guard first + 1 < lines.count, lines[first + 1].isText else { return }
    let upper = lines[first].cells
    let lower = lines[first + 1].cells
    let width = max(upper.count, lower.count)
    let cell = { (cells: [String], index: Int) in index < cells.count ? cells[index] : "" }
    let gaps = (0..<width).filter { cell(upper, $0).isEmpty }
    guard !gaps.isEmpty, gaps.allSatisfy({ !cell(lower, $0).isEmpty }),
      (0..<width).contains(where: { cell(lower, $0).isEmpty })
    else { return }
    headerRows.append(lines[first + 1].row)
    var heading = ""
    headings = (0..<width).map { index in
      if !cell(upper, index).isEmpty { heading = cell(upper, index) }
      let below = cell(lower, index)
      return below.isEmpty ? cell(upper, index) : heading.isEmpty ? below : heading + join + below
    }
    evidence.append(.headerOfTwoRows(headerRows[0], headerRows[1]))
  }

  /// Whether a cell may be a heading: text that is neither a number nor a date.
  private static func isHeading(_ field: TableField) -> Bool {
    guard field.kind == .text, field.count <= 120 else { return false }
    let digits = field.bytes.reduce(0) { $0 + ($1 &- 48 < 10 ? 1 : 0) }
    // `2024年` is one.
    let others = field.bytes.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
    return digits * 2 <= Int(field.count) || digits <= 4 && others >= 3
  }
}
