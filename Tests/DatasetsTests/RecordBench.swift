import Datasets
import Tabular

/// Reads a text by a manifest: for each row its values as the store would keep them, or the codes
/// of its reasons.
struct RecordBench {
  enum Outcome: Equatable {
    case values([String])
    case reasons([String])
  }

  let outcomes: [Outcome]
  let reasons: [[Reason]]

  init(_ manifest: Manifest, _ text: String) throws {
    let file = try TextFile(file: FileBytes(path: "t.csv", copying: Array(text.utf8)))
    var reader = CSVReader(file, dialect: manifest.dialect)
    _ = reader.next()
    let header = reader.fields.map(\.string)
    let columns = try ColumnMap(manifest, header: header, width: header.count, path: "t.csv")
    let records = RecordReader(manifest, columns: columns, format: .csv)
    let arena = TextArena()
    let values = UnsafeMutablePointer<FieldValue>.allocate(capacity: manifest.fields.count)
    defer { values.deallocate() }
    var outcomes: [Outcome] = []
    var reasons: [[Reason]] = []
    while let row = reader.next() {
      if records.read(row, reader.fields, into: values, arena: arena) {
        outcomes.append(.values((0..<manifest.fields.count).map { Self.text(values[$0]) }))
        reasons.append([])
      } else {
        let found = records.reasons(for: reader.fields, row: row, isRefused: true)
        outcomes.append(.reasons(found.map(\.code.rawValue)))
        reasons.append(found)
      }
    }
    withExtendedLifetime(file) {}
    self.outcomes = outcomes
    self.reasons = reasons
  }

  /// Reads values of one field.
  static func one(_ field: String, _ values: [String]) throws -> [Outcome] {
    let manifest = try Manifest(
      yaml: "name: t\nfieldsMatch: subset\nfields:\n  - {name: k}\n  - \(field)\n", path: "t.yaml")
    var writer = CSVWriter()
    writer.write(["k", "v"])
    for value in values { writer.write(["-", value]) }
    return try RecordBench(manifest, String(decoding: writer.bytes, as: UTF8.self)).outcomes.map {
      if case .values(let values) = $0 { .values(Array(values.dropFirst())) } else { $0 }
    }
  }

  private static func text(_ value: FieldValue) -> String {
    switch value.kind {
    case .null: "null"
    case .integer: String(value.integer)
    case .real: String(value.real)
    case .text: value.string ?? ""
    }
  }
}
