import Datasets

/// What the store holds of one data set after each of its files, by the rules of loading.
///
/// It asks no importer: a line says by how it was made whether it is fit to be taken, and the rest is the
/// rules: what has a key replaces the row of that key, a complete load ends the rows that it does not
/// have, of its own partitions where it has some, and spares them where a refused line may be one of them.
struct StoreModel {
  /// A row that the store has, or has had.
  private struct Entry {
    var content: UInt64
    /// What it was before the file.
    var earlier: UInt64
    var partition: UInt64
    /// Its unit, a place in `units` plus one; 0 for none.
    var unit: UInt16
    var earlierUnit: UInt16
    var state: State
    /// The row of the file that it was last taken from.
    var row: Int32 = 0
  }

  /// What is known of a row while a file is read.
  private enum State: UInt8 {
    case gone
    /// Current, and not in the file so far.
    case current
    /// Current, and only on a refused line of the file.
    case held
    case unchanged, inserted, updated
  }

  private let load: LoadMode
  private let dedupe: DuplicateRule
  private let errors: [ErrorLimit]
  private let shrink: Double?
  private var entries: [Entry] = []
  private var slots: [UInt64: Int32] = [:]
  private var units: [String] = []
  private var places: [String: UInt16] = [:]
  /// The rows of a data set without a key by their unit.
  private var keylessRows: [UInt16: Int] = [:]
  private var currentCount = 0
  private var currentOfPartition: [UInt64: Int] = [:]
  private var named: Set<UInt64> = []
  private var spared: Set<UInt64> = []
  private var sparesAll = false

  init(_ manifest: Manifest) {
    load = manifest.load
    dedupe = manifest.dedupe
    errors = [manifest.maximumErrors, manifest.maximumErrorRate.map { .share($0) }]
      .compactMap(\.self)
    shrink = manifest.maximumShrink
  }

  /// Before the first line of a file.
  mutating func begin() {
    currentCount = 0
    currentOfPartition = [:]
    (named, spared, sparesAll) = ([], [], false)
    for index in entries.indices where entries[index].state != .gone {
      entries[index].state = .current
      currentCount += 1
      if load == .partition { currentOfPartition[entries[index].partition, default: 0] += 1 }
    }
  }

  /// Takes a line, and counts it.
  @discardableResult
  mutating func take(_ line: SentLine, _ file: inout FileKey) -> RowFate {
    let outcome = line.outcome
    file.read += 1
    guard !outcome.isBlank else {
      file.blank += 1
      return .blank
    }
    if let partition = line.partition { named.insert(partition) }
    guard outcome.reasons.isEmpty else {
      note(line)
      return refuse(outcome.reasons, &file)
    }
    let unit = place(of: outcome.unit)
    guard case .of(let key) = line.key else {
      keylessRows[unit, default: 0] += 1
      return insert(outcome, unit, &file)
    }
    guard let slot = slots[key].map(Int.init), entries[slot].state != .gone else {
      let entry = Entry(
        content: line.content, earlier: 0, partition: line.partition ?? 0, unit: unit,
        earlierUnit: 0, state: .inserted, row: Int32(file.read))
      if let slot = slots[key] {
        entries[Int(slot)] = entry
      } else {
        slots[key] = Int32(entries.count)
        entries.append(entry)
      }
      return insert(outcome, unit, &file)
    }
    let fate: RowFate
    switch entries[slot].state {
    case .current, .held, .gone: fate = meet(slot, line, unit, &file)
    case .unchanged, .inserted, .updated:
      guard dedupe != .error else { return refuse(["key-duplicate"], &file) }
      file.duplicate += 1
      fate =
        dedupe == .last && entries[slot].content != line.content
        ? replace(slot, line, unit, &file) : .duplicate
    }
    remark(outcome, &file)
    return fate
  }

  /// After the last line of a file: ends the rows that it does not have.
  ///
  /// - Returns: the code of why nothing of the file is taken; the model is not to be used any more then.
  mutating func finish(_ file: inout FileKey) -> RefusedFile.Code? {
    var affected = currentCount
    if load == .partition {
      affected = named.reduce(0) { $0 + (currentOfPartition[$1] ?? 0) }
    }
    for index in entries.indices where entries[index].state == .current {
      guard retires(entries[index].partition) else { continue }
      entries[index].state = .gone
      file.retired += 1
    }
    if load == .full, file.read == file.blank { return .noRows }
    if errors.contains(where: { $0.isExceeded(refused: file.quarantined, read: file.read) }) {
      return .tooManyErrors
    }
    // Half of the rows where nobody has said how many, and then of twenty at least.
    let share = affected == 0 ? 0 : Double(file.retired) / Double(affected)
    if share > shrink ?? 0.5, shrink != nil || file.retired >= 20 { return .tooManyGone }
    guard file.cells != nil else { return nil }
    var counts = keylessRows
    for entry in entries where entry.state != .gone { counts[entry.unit, default: 0] += 1 }
    for (unit, count) in counts where unit > 0 { file.cells?[units[Int(unit) - 1]] = count }
    return nil
  }

  /// Whether the row of a key is current.
  func isCurrent(_ key: UInt64) -> Bool {
    slots[key].map { entries[Int($0)].state != .gone } ?? false
  }

  private func retires(_ partition: UInt64) -> Bool {
    guard !sparesAll else { return false }
    return switch load {
    case .append, .incremental: false
    case .full: true
    case .partition: named.contains(partition) && !spared.contains(partition)
    }
  }

  /// Notes what a refused line says of the rows that are there.
  private mutating func note(_ line: SentLine) {
    switch line.key {
    case .of(let key):
      guard let slot = slots[key].map(Int.init), entries[slot].state == .current else { return }
      entries[slot].state = .held
    case .unreadable:
      if load == .partition, let partition = line.partition {
        spared.insert(partition)
      } else {
        sparesAll = true
      }
    case .none: return
    }
  }

  /// A line of a current row's key.
  private mutating func meet(
    _ slot: Int, _ line: SentLine, _ unit: UInt16, _ file: inout FileKey
  ) -> RowFate {
    entries[slot].row = Int32(file.read)
    guard entries[slot].content != line.content else {
      entries[slot].state = .unchanged
      file.unchanged += 1
      return .unchanged
    }
    (entries[slot].earlier, entries[slot].earlierUnit) = (entries[slot].content, entries[slot].unit)
    (entries[slot].content, entries[slot].unit) = (line.content, unit)
    entries[slot].partition = line.partition ?? 0
    entries[slot].state = .updated
    file.updated += 1
    count(unit, 1, &file)
    return .updated
  }

  /// A later line of the file with a key that it has had.
  private mutating func replace(
    _ slot: Int, _ line: SentLine, _ unit: UInt16, _ file: inout FileKey
  ) -> RowFate {
    let entry = entries[slot]
    if entry.state == .unchanged {
      file.unchanged -= 1
      return meet(slot, line, unit, &file)
    }
    count(entry.unit, -1, &file)
    if entry.state == .updated, entry.earlier == line.content {
      file.updated -= 1
      file.unchanged += 1
      (entries[slot].content, entries[slot].unit) = (entry.earlier, entry.earlierUnit)
      entries[slot].state = .unchanged
      return .restores(row: Int(entry.row))
    }
    (entries[slot].content, entries[slot].unit) = (line.content, unit)
    entries[slot].row = Int32(file.read)
    count(unit, 1, &file)
    return .replaces(row: Int(entry.row))
  }

  private func insert(_ outcome: RowOutcome, _ unit: UInt16, _ file: inout FileKey) -> RowFate {
    file.inserted += 1
    count(unit, 1, &file)
    remark(outcome, &file)
    return .inserted
  }

  private func count(_ unit: UInt16, _ change: Int, _ file: inout FileKey) {
    if unit == 0 { file.unattached += change } else { file.attached += change }
  }

  private func refuse(_ reasons: [String], _ file: inout FileKey) -> RowFate {
    file.quarantined += 1
    for code in reasons { file.reasons[code, default: 0] += 1 }
    return .quarantined
  }

  private func remark(_ outcome: RowOutcome, _ file: inout FileKey) {
    for code in outcome.remarks { file.remarks[code, default: 0] += 1 }
  }

  private mutating func place(of unit: String?) -> UInt16 {
    guard let unit else { return 0 }
    if let place = places[unit] { return place }
    units.append(unit)
    places[unit] = UInt16(units.count)
    return UInt16(units.count)
  }
}
