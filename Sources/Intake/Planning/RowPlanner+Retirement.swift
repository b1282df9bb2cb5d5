package import Datasets
import Geometry
import Tabular

extension RowPlanner {
  /// Ends the current rows that the file does not have, once all its rows are read; on the writer's
  /// thread, to which the planner belongs by then.
  ///
  /// They end in the order of their numbers: in the order of the keys each would be on another page.
  func retire(
    into sink: some ImportSink, tell: (_ phase: ImportProgress.Phase, _ rows: Int) -> Void
  ) throws {
    let absent = try absentRows()
    guard absent.count > 0 else { return noteSpared() }
    let rows = try absent.sorted()
    let block = RowBlock(valueCount: 0)
    while let row = try rows.next() {
      if let refused = try mistyped.isEmpty ? nil : refusedRow(like: row.id, sink) {
        report.spared += 1
        report.sparedRows.append(SparedRow(row: row.id, refused: refused))
        continue
      }
      block.rows[block.count] = PlannedRow()
      block.rows[block.count].closes = row.id
      block.count += 1
      report.retired += 1
      if block.isFull { try submit(block, to: sink, tell) }
    }
    if block.count > 0 { try submit(block, to: sink, tell) }
    noteSpared()
  }

  private func submit(
    _ block: RowBlock, to sink: some ImportSink, _ tell: (ImportProgress.Phase, Int) -> Void
  ) throws {
    if request.isCancelled?() == true { throw CancellationError() }
    block.bytesRead = reader.bytesRead
    block.rowsRead = report.read
    tell(try sink.take(block), report.retired)
    block.reset()
  }

  /// The numbers of the rows that end, unless a refused row may be one of them.
  private func absentRows() throws -> RunSorter<RowNumber> {
    let capacity = min(Self.absentInMemory, max(1_024, keys.currentCount))
    let absent = RunSorter<RowNumber>(beside: keys.path, capacity: capacity)
    try keys.forEachCurrent { entry in
      switch fate(of: entry.id) {
      case .retires: try absent.append(RowNumber(id: entry.id))
      case .spared: report.spared += 1
      case .stays: break
      }
    }
    return absent
  }

  /// How many numbers of rows are sorted in memory.
  private static let absentInMemory = 1 << 19

  /// The refused row that a row of the store may be.
  private func refusedRow(like id: Int64, _ sink: some ImportSink) throws -> Int? {
    try sink.absentRow(id).flatMap { mistyped.refusedRow(like: $0) }
  }

  private func noteSpared() {
    let alike = report.sparedRows.count
    if report.spared > alike {
      report.notes.append(.spared(rows: report.spared - alike, keyless: keyless))
    }
    if alike > 0 { report.notes.append(.sparedLikeRefused(rows: alike, mistyped: mistyped.count)) }
  }

  /// What becomes of a current row that the file does not have.
  enum Fate {
    /// It ends with this batch.
    case retires
    /// It would end, were it sure that it is none of the refused rows whose key cannot be read.
    case spared
    /// The file says nothing about it.
    case stays
  }

  /// What becomes of a current row that the file does not have.
  ///
  /// A refused row without a readable key may be any of the rows that seem to be absent. So none is
  /// retired while there is such a row: of the whole data set, or of the row's own partition.
  func fate(of id: Int64) -> Fate {
    if let partitions = partitions { return partitions.fate(of: id) }
    guard manifest.load == .full else { return .stays }
    return keyless == 0 ? .retires : .spared
  }

  /// How many current rows there were of those that the file is about.
  var affectedCount: Int? { partitions?.currentCount }
}

/// The partitions of a data set's current rows, and those that a file names.
///
/// It belongs to the planner's thread once it is made.
package final class ImportPartitions {
  /// The partition of each current row, by the row's number.
  private let partitions: [Int64: UInt64]
  private var named: Set<UInt64> = []
  private var last: UInt64?
  /// The partitions of refused rows whose key cannot be read.
  private var spared: Set<UInt64> = []
  private var sparesAll = false

  /// - Parameter partitions: the partition of each current row, by the row's number.
  package init(_ partitions: [Int64: UInt64]) { self.partitions = partitions }

  /// Notes the partition of a row of the file; nil where it cannot be read.
  package func name(_ partition: ValueHash?) {
    guard let partition = partition?.high, partition != last else { return }
    named.insert(partition)
    last = partition
  }

  /// Notes a refused row without a key: it may be any row of its partition, or of all.
  package func spare(_ partition: ValueHash?) {
    if let partition { spared.insert(partition.high) } else { sparesAll = true }
  }

  /// What becomes of a current row that the file does not have.
  func fate(of id: Int64) -> RowPlanner.Fate {
    guard let partition = partitions[id], named.contains(partition) else { return .stays }
    return sparesAll || spared.contains(partition) ? .spared : .retires
  }

  /// How many current rows the named partitions had.
  package var currentCount: Int {
    partitions.values.reduce(0) { $0 + (named.contains($1) ? 1 : 0) }
  }
}

/// The number of a row of the store.
private struct RowNumber: SortableRecord {
  var id: Int64

  var sortKey: UInt64 { UInt64(bitPattern: id) }
}
