import Datasets
import GRDB

/// The partitions of a data set's current rows, and those that a file names.
///
/// It belongs to the planner's thread once it is made.
final class ImportPartitions {
  /// The partition of each current row, by the row's number.
  private let partitions: [Int64: UInt64]
  private var named: Set<UInt64> = []
  private var last: UInt64?
  /// The partitions of refused rows whose key cannot be read.
  private var spared: Set<UInt64> = []
  private var sparesAll = false

  /// Nil where the manifest's load mode is not `partition`.
  init?(_ table: DatasetTable, _ db: Database) throws {
    guard table.manifest.load == .partition else { return nil }
    let fields = table.manifest.partition.compactMap { table.manifest.field($0) }
    let columns = fields.map { SQLName.quoted($0.name) }.joined(separator: ", ")
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, \(columns) FROM \(SQLName.quoted(table.name)) WHERE to_batch IS NULL")
    var partitions: [Int64: UInt64] = [:]
    var encoder = RecordKeyEncoder()
    while let row = try rows.next() {
      encoder.begin()
      for (index, field) in fields.enumerated() {
        switch field.type {
        case .integer, .boolean: encoder.append(row[index + 1] as Int64?)
        case .number: encoder.append(row[index + 1] as Double?)
        case .string, .date, .datetime: encoder.append(row[index + 1] as String?)
        }
      }
      partitions[row[0]] = encoder.hash().high
    }
    self.partitions = partitions
  }

  /// Notes the partition of a row of the file; nil where it cannot be read.
  func name(_ partition: ValueHash?) {
    guard let partition = partition?.high, partition != last else { return }
    named.insert(partition)
    last = partition
  }

  /// Notes a refused row without a key: it may be any row of its partition, or of all.
  func spare(_ partition: ValueHash?) {
    if let partition { spared.insert(partition.high) } else { sparesAll = true }
  }

  /// What becomes of a current row that the file does not have.
  func fate(of id: Int64) -> ImportPlanner.Fate {
    guard let partition = partitions[id], named.contains(partition) else { return .stays }
    return sparesAll || spared.contains(partition) ? .spared : .retires
  }

  /// How many current rows the named partitions had.
  var currentCount: Int { partitions.values.reduce(0) { $0 + (named.contains($1) ? 1 : 0) } }
}
