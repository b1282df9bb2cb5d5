import Datasets
import Tabular

/// Reads single cells of one field, of any kind, and keeps value, reasons and remarks apart.
struct CellBench {
  struct Outcome: Equatable, CustomStringConvertible {
    /// The value as the store would keep it; nil for none.
    var value: String?
    /// The codes that refuse the row.
    var errors: [String] = []
    /// The codes that do not, with their severity: `info:date-sentinel`.
    var remarks: [String] = []

    init(_ value: String?, errors: [String] = [], remarks: [String] = []) {
      (self.value, self.errors, self.remarks) = (value, errors, remarks)
    }

    var description: String { "\(value ?? "null") \(errors) \(remarks)" }
  }

  let manifest: Manifest
  private let records: RecordReader
  private let arena = TextArena()
  private(set) var reasons: [Reason] = []

  /// - Parameters:
  ///   - field: the field in YAML; it is called `v`.
  ///   - path: where the manifest is said to lie.
  init(
    _ field: String, top: String = "", format: TableFormat? = nil,
    manifestAt path: String = "t.yaml"
  ) throws {
    manifest = try Manifest(
      yaml: "name: t\nfieldsMatch: subset\nfields:\n  - \(field)\n\(top)", path: path)
    records = RecordReader(
      manifest, columns: try ColumnMap(manifest, header: ["v"], width: 1, path: "t.csv"),
      format: format)
  }

  mutating func read(_ text: String, _ kind: TableField.Kind = .text) -> Outcome {
    let bytes = Array(text.utf8) + [0]
    let value = UnsafeMutablePointer<FieldValue>.allocate(capacity: 1)
    defer { value.deallocate() }
    return bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return Outcome(nil) }
      let field = TableField(start: start, count: Int32(bytes.count - 1), kind: kind)
      return withUnsafePointer(to: field) { pointer in
        let fields = UnsafeBufferPointer(start: pointer, count: 1)
        let row = TableRow(number: 1, line: 2, start: 0, end: 0, fieldCount: 1)
        let isTaken = records.read(row, fields, into: value, arena: arena)
        reasons = records.reasons(for: fields, row: row, isRefused: true)
        let outcome = Outcome(
          Self.text(value[0]),
          errors: reasons.filter { $0.severity == .error }.map(\.code.rawValue),
          remarks: reasons.filter { $0.severity != .error }
            .map { "\($0.severity.rawValue):\($0.code.rawValue)" })
        precondition(isTaken == outcome.errors.isEmpty, "\(text): \(outcome)")
        precondition(!isTaken || records.hasRemarks == !outcome.remarks.isEmpty)
        return outcome
      }
    }
  }

  private static func text(_ value: FieldValue) -> String? {
    switch value.kind {
    case .null: nil
    case .integer: String(value.integer)
    case .real: String(value.real)
    case .text: value.string
    }
  }
}
