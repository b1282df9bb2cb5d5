import Datasets
import Tabular

/// What the store keeps of rows, as hashes: their keys, their partitions, and all that tells whether a row
/// has changed.
struct RowPrint {
  private let key: [Int]
  private let partition: [Int]
  private let content: [Int]
  /// The pattern of dates of which a field shows a part only, such as the month.
  private let parts: [String?]

  init(_ manifest: Manifest, _ styles: [CellStyle]) {
    parts = styles.map(\.partPattern)
    let places = { (names: [String]) in
      names.compactMap { name in manifest.fields.firstIndex { $0.name == name } }
    }
    key = places(manifest.primaryKey)
    partition = places(manifest.partition)
    content = manifest.fields.indices.filter {
      !manifest.hashExclusions.contains(manifest.fields[$0].name)
    }
  }

  func key(_ row: DemoRow) -> SentLine.Key { key.isEmpty ? .none : .of(hash(key, of: row)) }

  func partition(_ row: DemoRow) -> UInt64? {
    partition.isEmpty ? nil : hash(partition, of: row)
  }

  func content(_ row: DemoRow) -> UInt64 { hash(content, of: row, row.geometry) }

  /// Whether a fault in a field leaves nobody to say which row a line is.
  func isOfKey(_ field: Int) -> Bool { key.contains(field) }

  func isOfPartition(_ field: Int) -> Bool { partition.contains(field) }

  private func hash(_ fields: [Int], of row: DemoRow, _ geometry: [UInt8]? = nil) -> UInt64 {
    var hasher = Hasher()
    for index in fields {
      switch (row.values[index], parts[index]) {
      case (.date(let day), let pattern?): hasher.combine(CellStyle.text(day, seconds: 0, pattern))
      case (.moment(let day, let seconds), let pattern?):
        hasher.combine(CellStyle.text(day, seconds: seconds, pattern))
      case (let value, _): hasher.combine(value)
      }
    }
    hasher.combine(geometry)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}
