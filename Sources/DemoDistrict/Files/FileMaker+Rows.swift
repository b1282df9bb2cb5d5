import Datasets
import DemoTruth
import Tabular

extension FileMaker {
  /// A row without faults.
  ///
  /// - Parameters:
  ///   - month: of which the truth is.
  ///   - writes: whether its cells are wanted.
  func good(_ row: DemoRow, _ number: Int, writes: Bool) -> WrittenRow {
    var cells: [TableCell] = []
    if writes {
      var draw = Draw(cellStream, number)
      cells = faults.cells(row, &draw)
    }
    return WrittenRow(
      cells: cells, geometry: row.geometry,
      line: line(number, faults.outcome(of: row), row, as: []), number: number,
      origins: CellOrigins(row.values))
  }

  /// A row with faults; nil where it cannot have the first of them.
  func faulty(_ given: DemoRow, _ number: Int, _ wanted: [Fault]) -> WrittenRow? {
    var row = given
    var draw = Draw(cellStream, number)
    var cells = faults.cells(row, &draw)
    let good = cells
    var outcome = faults.outcome(of: row)
    var done: [Fault] = []
    for fault in wanted {
      guard faults.apply(fault, to: &row, &cells, &outcome, &draw) else {
        if done.isEmpty { return nil }
        continue
      }
      done.append(fault)
    }
    return WrittenRow(
      cells: cells, geometry: row.geometry, line: line(number, outcome, row, as: done),
      number: number, faults: done.map(text),
      origins: CellOrigins(given.values, good: good, written: cells))
  }

  /// What the store is to make of a row with such faults.
  func line(
    _ number: Int, _ outcome: RowOutcome, _ row: DemoRow, as done: [Fault]
  ) -> SentLine {
    var kept = row
    for fault in done { keep(fault, &kept) }
    var line = SentLine(
      outcome: outcome, key: print.key(kept), content: print.content(kept),
      partition: print.partition(kept), kept: plan.manifest.posts == nil ? nil : kept.values,
      mark: 0)
    if !outcome.reasons.isEmpty {
      for fault in done {
        if !leavesKey(fault), line.key != .none { line.key = .unreadable }
        // A name with a line break or wide spaces is a partition all the same, if one of its own.
        if fault.field < 0
          ? fault.kind.isOfShape
          : print.isOfPartition(fault.field) && fault.kind != .quotedNewline
            && fault.kind != .wideSpaces
        {
          line.partition = nil
        }
      }
    }
    var hasher = Hasher()
    hasher.combine(number)
    hasher.combine(line.content)
    hasher.combine(done)
    line.mark = UInt64(bitPattern: Int64(hasher.finalize()))
    return line
  }

  /// A fault as the key says it: `creditCheck:credit_code`.
  func text(of fault: Fault) -> String {
    fault.field < 0
      ? fault.kind.rawValue
      : "\(fault.kind.rawValue):\(plan.manifest.fields[fault.field].name)"
  }

  /// Puts what the store keeps of a value with a fault in the place of the value.
  private func keep(_ fault: Fault, _ row: inout DemoRow) {
    guard fault.field >= 0 else {
      guard let place = faults.maker.place, fault.kind != .shortRow, fault.kind != .longRow else {
        return
      }
      row.values[place.y] =
        fault.kind == .coordinateMissing ? .none : .text("\(fault.kind)\(row.values[place.y])")
      if fault.kind == .coordinateMissing { row.values[place.x] = .none }
      return
    }
    switch fault.kind {
    case .otherDateFormat, .label, .wideSpaces, .residentLower, .residentLegacy: return
    case .nullMarker, .dateSentinel: row.values[fault.field] = .none
    case .unitUnknown: row.values[fault.field] = .text("\(fault.kind)")
    default: row.values[fault.field] = .text("\(fault.kind)\(row.values[fault.field])")
    }
  }

  /// The faults that a row has when it is first sent, by its number alone; the first may be that it is
  /// another row once more.
  func firstFaults(_ number: Int) -> [Fault] {
    var draw = Draw(faultStream, number)
    guard !menu.isEmpty, draw.happens(rate) else { return [] }
    return together(draw.pick(menu), menu, &draw)
  }

  /// The faults of a month for which a row is refused that was taken before, its key being readable.
  func laterFaults(_ number: Int, _ month: Int) -> [Fault] {
    let choice = menu.filter(leavesKey)
    // A data set that allows few errors has enough from the first month.
    guard !choice.isEmpty, plan.manifest.maximumErrors == nil else { return [] }
    var draw = Draw(monthStream &+ 1 &+ UInt64(month - 2) << 32, number)
    return together(draw.pick(choice), choice, &draw)
  }

  /// What happens to a row before a month, of a thousand.
  func monthly(_ number: Int, _ month: Int) -> Int {
    var draw = Draw(monthStream &+ UInt64(month - 2) << 32, number)
    return draw.below(1_000)
  }

  /// A fault, and in one row of eight one or two more in other fields.
  func together(_ fault: Fault, _ menu: [Fault], _ draw: inout Draw) -> [Fault] {
    guard !fault.kind.isOfShape, !fault.kind.isRepeat, draw.below(8) == 0 else { return [fault] }
    var all = [fault]
    for _ in 0..<1 + draw.below(2) {
      let other = draw.pick(menu)
      let isPlace = faults.maker.place.map { other.field == $0.x || other.field == $0.y } ?? false
      guard other.field >= 0, !isPlace, other.kind != .unitUnknown,
        !all.contains(where: { $0.field == other.field })
      else { continue }
      all.append(other)
    }
    return all
  }

  /// The row further up that a repeated one repeats; nil where that is not a good one.
  func earlier(than number: Int) -> Int? {
    guard number > 0 else { return nil }
    var draw = Draw(faultStream &+ 1, number)
    let earlier = number - 1 - draw.below(min(number, 400))
    return firstFaults(earlier).isEmpty ? earlier : nil
  }

  /// A good row from further up, once more.
  func repeated(_ number: Int, _ fault: Fault) -> WrittenRow? {
    guard let earlier = earlier(than: number) else { return nil }
    let given = faults.maker.row(earlier, month: 1)
    var row = good(given, earlier, writes: true)
    if fault.kind == .changedDuplicate {
      guard let free = faults.alter(&row.cells, to: "已更正信息") else { return nil }
      row.origins.take(given.values[free])
      row.line.content ^= 1
    }
    row.line.mark ^= UInt64(number)
    row.faults = [text(of: fault)]
    let uniques = plan.manifest.fields.filter(\.constraints.isUnique).count
    if uniques > 0 {
      row.line.outcome = RowOutcome(reasons: Array(repeating: "not-unique", count: uniques))
    }
    return row
  }

  /// Whether a row with this fault has its key all the same.
  func leavesKey(_ fault: Fault) -> Bool {
    !fault.kind.isOfShape && !fault.kind.isRepeat
      && (fault.field < 0 || !print.isOfKey(fault.field))
  }
}
