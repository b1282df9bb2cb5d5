import Datasets
import DemoTruth
import Tabular

extension FileMaker {
  /// Writes the file of the second month, and says what becomes of each row when it is imported
  /// after that of the first.
  ///
  /// Most rows come again as they were, some with another text, some with a fault in a field that
  /// is not of their key (what the store has of them stays), and some do not come again. Of the
  /// rows refused in the first month most are repaired. Some rows are new; where each row is an
  /// event of its own, all are.
  ///
  /// - Parameter rows: the rows of the file of the first month.
  func writeSecondMonth(rows: Int, to writer: any TableWriter) throws -> FileKey {
    var key = newKey
    if !plan.form.hasGeometry { try writeHead(to: writer) }
    let named = namedPartitions(rows: rows)
    let replaced = replacedRows(rows: rows)
    for number in 0..<rows {
      let first = made(number)
      guard plan.manifest.load != .append else {
        if first.outcome.isStored { key.keep(first.outcome.unit) }
        continue
      }
      let change = change(number, named: named)
      if change == .gone {
        guard first.outcome.isStored else { continue }
        if plan.manifest.load.retires, isNamed(number, in: named) {
          key.retired += 1
        } else {
          key.keep(first.outcome.unit)
        }
        continue
      }
      if change == .none, view != nil, plan.manifest.load == .incremental {
        // What the store has already is not sent again; of what it refused, a third is not repaired.
        if first.outcome.isStored {
          key.keep(first.outcome.unit)
          continue
        }
        if isRefusedAgain(number) { continue }
      }
      var (row, effect) = second(number, first, change)
      // The store has what a later row of the first month said, not what this one says again.
      if effect == .unchanged, replaced.contains(number) { effect = .updated }
      key.count(row.outcome, as: effect)
      // Of a row that is refused now, the store keeps what it has.
      if !row.outcome.reasons.isEmpty, first.outcome.isStored { key.keep(first.outcome.unit) }
      try writer.write(row.cells, geometry: row.geometry)
    }
    for number in rows..<(rows + newRows(after: rows)) {
      let row =
        view != nil
        ? arrived(number) : plan.manifest.load == .append ? made(number) : good(number)
      key.count(row.outcome)
      try writer.write(row.cells, geometry: row.geometry)
    }
    if view != nil, key.read == 0, let number = unchanged(rows) {
      // A list without rows is none: an office that has nothing new sends something again.
      key.read = 1
      key.unchanged = 1
      let row = good(number)
      try writer.write(row.cells, geometry: row.geometry)
    }
    if !plan.form.hasGeometry {
      for row in layout.foot(rows: key.read) { try writer.write(row, geometry: nil) }
    }
    try writer.finish()
    return key
  }

  /// A row of the first month, without anything about it, that the truth has as it was.
  private func unchanged(_ rows: Int) -> Int? {
    (0..<rows).first { number in
      fault(number) == nil && drawnChange(number) == .none && good(number).outcome.remarks.isEmpty
    }
  }

  /// A row that is new this month, with its fault; it repeats none of those before it.
  private func arrived(_ number: Int) -> WrittenRow {
    let good = good(number, month: month)
    guard let fault = fault(number), fault.kind != .duplicate, fault.kind != .changedDuplicate
    else { return good }
    var row = faults.maker.row(number, month: month)
    var draw = Draw(cellStream, number)
    var cells = faults.cells(row, &draw)
    guard let outcome = faults.apply(fault, to: &row, &cells, &draw) else { return good }
    return WrittenRow(cells: cells, geometry: row.geometry, outcome: outcome)
  }

  /// What happens to a row that the store has, between the months.
  private enum Change {
    case none, text, fault, gone
    /// The truth says something else.
    case renewed
  }

  /// The month of the truth; files have no later one yet.
  private var month: Int { 2 }

  /// How many rows the second month adds.
  private func newRows(after rows: Int) -> Int {
    if let view { return view.count(through: month) - view.count(through: month - 1) }
    return max(0, min(rows / 60 + 1, capacity - rows))
  }

  /// The change by the number alone; rows with a fault do not change, so that what they are is
  /// known.
  private func drawnChange(_ number: Int) -> Change {
    var draw = Draw(monthStream, number)
    if let view {
      guard view.isIn(number, month: month) else { return .gone }
      if view.changes(number, after: month - 1) { return .renewed }
    }
    guard fault(number) == nil else { return .none }
    if view != nil {
      // Four of a thousand rows that are as they were come with a fault.
      guard plan.manifest.load != .incremental else { return .none }
      return draw.below(1_000) < 4 || number == alwaysFaulty ? .fault : .none
    }
    switch draw.below(1_000) {
    case ..<15: return .gone
    case ..<35: return .text
    case ..<39: return .fault
    default: return .none
    }
  }

  /// A row that comes with a fault in any case: a short list that is as it was would be the same file again,
  /// which no import takes.
  private var alwaysFaulty: Int? {
    var draw = Draw(monthStream, -1)
    let count = view?.count(through: 1) ?? 0
    let start = draw.below(count)
    return (start..<min(start + 50, count)).first { fault($0) == nil }
  }

  /// The change of a row; one whose partition the file would not name any more does not go.
  private func change(_ number: Int, named: Set<[DemoValue]>) -> Change {
    let change = drawnChange(number)
    guard change == .gone, plan.manifest.load == .partition, view == nil else { return change }
    return named.contains(partition(of: number)) ? .gone : .none
  }

  /// The partitions that rows without a fault name.
  private func namedPartitions(rows: Int) -> Set<[DemoValue]> {
    guard plan.manifest.load == .partition else { return [] }
    var named: Set<[DemoValue]> = []
    for number in 0..<rows where fault(number) == nil {
      switch drawnChange(number) {
      case .none, .text: named.insert(partition(of: number))
      case .renewed: named.insert(partition(of: number, month: month))
      case .fault, .gone: continue
      }
    }
    for number in rows..<rows + newRows(after: rows) where view != nil {
      named.insert(partition(of: number, month: month))
    }
    return named
  }

  /// Whether a file names the partition of a row of the first month, so that the load replaces it.
  private func isNamed(_ number: Int, in named: Set<[DemoValue]>) -> Bool {
    plan.manifest.load != .partition || named.contains(partition(of: number))
  }

  /// Whether a row that was refused in the first month comes as it was.
  private func isRefusedAgain(_ number: Int) -> Bool {
    var draw = Draw(monthStream, number)
    return fault(number).map(leavesKey) == true && draw.below(3) == 0
  }

  /// The rows of the first month that a later row of their file with their key took the place of.
  private func replacedRows(rows: Int) -> Set<Int> {
    guard plan.manifest.dedupe == .last else { return [] }
    var replaced: Set<Int> = []
    for number in 0..<rows {
      guard let kind = fault(number)?.kind, kind == .duplicate || kind == .changedDuplicate,
        made(number).outcome.isDuplicate, let earlier = earlier(than: number)
      else { continue }
      if kind == .changedDuplicate {
        replaced.insert(earlier)
      } else {
        replaced.remove(earlier)
      }
    }
    return replaced
  }

  private func partition(of number: Int, month: Int = 1) -> [DemoValue] {
    let row = faults.maker.row(number, month: month)
    return plan.manifest.fields.indices.filter {
      plan.manifest.partition.contains(plan.manifest.fields[$0].name)
    }.map { row.values[$0] }
  }

  /// The row as it comes in the second month, and what it does to the store.
  private func second(
    _ number: Int, _ first: WrittenRow, _ change: Change
  ) -> (WrittenRow, FileKey.Effect) {
    guard first.outcome.isStored else {
      return (isRefusedAgain(number) ? first : good(number, month: month), .inserted)
    }
    switch change {
    case .renewed: return (good(number, month: month), .updated)
    case .text:
      var row = first
      guard faults.alter(&row.cells, to: "七月已更正信息") else { return (first, .unchanged) }
      return (row, .updated)
    case .fault: return (spoiled(number) ?? first, .unchanged)
    case .none, .gone: return (first, .unchanged)
    }
  }

  /// The row with a fault for which it is refused, its key being readable; nil where it can have
  /// none.
  private func spoiled(_ number: Int) -> WrittenRow? {
    let choice = menu.filter(leavesKey)
    // A data set that allows few errors has enough from the first month.
    guard !choice.isEmpty, plan.manifest.maximumErrors == nil else { return nil }
    var row = faults.maker.row(number)
    var draw = Draw(cellStream, number)
    var cells = faults.cells(row, &draw)
    var choosing = Draw(monthStream &+ 1, number)
    guard let outcome = faults.apply(choosing.pick(choice), to: &row, &cells, &draw),
      !outcome.reasons.isEmpty
    else { return nil }
    return WrittenRow(cells: cells, geometry: row.geometry, outcome: outcome)
  }

  /// Whether a row with this fault has its key all the same.
  private func leavesKey(_ fault: Fault) -> Bool {
    switch fault.kind {
    case .shortRow, .longRow, .blankRow, .duplicate, .changedDuplicate: return false
    default: break
    }
    guard fault.field >= 0 else { return true }
    return !plan.manifest.primaryKey.contains(plan.manifest.fields[fault.field].name)
  }
}
