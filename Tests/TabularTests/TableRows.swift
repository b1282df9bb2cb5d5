import Tabular

/// All of a table, for expectations.
struct TableRows {
  var names: [String] = []
  var rows: [[TableCell]] = []
  var lines: [Int] = []
  var numbers: [Int] = []
  var geometries: [String] = []
  var faults: [TabularFact?] = []
  var raws: [String] = []

  init(_ file: any TableFile, dialect: TableDialect = TableDialect()) throws {
    let reader = try file.rows(dialect)
    for _ in 0..<dialect.headerRow {
      guard try reader.next() != nil else { return }
      names = reader.fields.map(\.string)
    }
    reader.startCounting()
    while let row = try reader.next() {
      rows.append(reader.fields.map(TableCell.init))
      lines.append(row.line)
      numbers.append(row.number)
      geometries.append(WKBText.text(reader.geometry.map(Array.init)))
      faults.append(reader.geometryFault?.fact)
      raws.append(reader.raw(row))
    }
  }
}
