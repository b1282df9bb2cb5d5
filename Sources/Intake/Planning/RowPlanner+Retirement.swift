package import Datasets

extension RowPlanner {
  /// Ends the current rows that the file does not have.
  func retire(into ring: BlockRing) throws {
    var block: RowBlock?
    try keys.forEachCurrent { entry in
      let fate = fate(of: entry.id)
      if fate == .spared { report.spared += 1 }
      if fate != .retires { return }
      if block == nil { block = ring.take() }
      guard let target = block else { return }
      var plan = PlannedRow()
      plan.closes = entry.id
      target.rows[target.count] = plan
      target.count += 1
      report.retired += 1
      if target.isFull {
        ring.submit()
        block = nil
      }
    }
    if block != nil { ring.submit() }
    if report.spared > 0 {
      report.notes.append(.spared(rows: report.spared, keyless: keyless))
    }
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
