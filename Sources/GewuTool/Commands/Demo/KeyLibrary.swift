import DemoDistrict
import Gewu

/// The keys of rows of a demo district's months, by the files that a store has from them.
struct KeyLibrary {
  private let months: [String: KeyRows]

  /// Finds the keys of the first months; those that were not written are left out.
  init(folder: String, through month: Int) throws {
    var months: [String: KeyRows] = [:]
    for month in 1...max(1, month) {
      months[DemoDistrict.filesFolder(month: month)] = try KeyRows(
        folder: folder, month: month, database: PlainTablesFile.reader)
    }
    self.months = months
  }

  /// What the key says of each row of a file, by their numbers; nil for a file that no key is of.
  ///
  /// - Parameter path: that it was imported from: its last folder tells the month.
  func read<Value>(_ path: String, _ value: (KeyRow) -> Value) throws -> [Int: Value]? {
    let parts = path.split(separator: "/")
    guard let file = parts.last,
      let folder = parts.dropLast().last ?? months.keys.first.map({ $0[...] }),
      let key = months[String(folder)]
    else { return nil }
    var values: [Int: Value] = [:]
    try key.read(String(file)) { values[$0.row] = value($0) }
    return values.isEmpty ? nil : values
  }
}
