package import Datasets
import Geometry

/// The keys of the current rows and of the file's rows so far, in bounded memory.
///
/// A table of 64-bit slots (32 bits of the hash, 32 of an index) over a list of entries. Where the
/// list is full it goes to a file as a run in the order of the keys; a filter tells most keys that
/// are in no run from those that may be, and one that is found there comes back into the list. The
/// current rows of a large data set are a run from the start. See
/// `docs/decisions/0009-bounded-memory.md`.
package struct KeyTable {
  /// What is known of a key.
  package enum State: UInt8, BitwiseCopyable {
    /// A current row of the store that the file has not named.
    case current
    /// The same, named by a row that was refused: not to be retired.
    case held
    /// Named, and as it was.
    case unchanged
    /// Named, and new in this batch.
    case inserted
    /// Named, and a new version of a current row.
    case updated
    /// A current row of a later batch than the rows that are replayed.
    case newer
  }

  package struct Entry: SortableRecord {
    package var key: ValueHash
    /// The row that is current for the key.
    package var id: Int64
    /// The hash of that row.
    package var rowHash: UInt64
    /// The row that was current before this batch, where it was closed.
    package var oldID: Int64 = 0
    package var oldHash: UInt64 = 0
    package var state: State
    package var isAttached = false

    package init(
      key: ValueHash, id: Int64, rowHash: UInt64, oldID: Int64 = 0, oldHash: UInt64 = 0,
      state: State, isAttached: Bool = false
    ) {
      self.key = key
      self.id = id
      self.rowHash = rowHash
      self.oldID = oldID
      self.oldHash = oldHash
      self.state = state
      self.isAttached = isAttached
    }

    /// A part of the key that is enough to find its page in a run.
    package var sortKey: UInt64 { Self.sortKey(of: key) }

    static func sortKey(of key: ValueHash) -> UInt64 { key.high &>> 40 }
  }

  /// Where an entry comes in the order of the sort keys, which have 24 bits.
  private struct Place: SortableRecord {
    var key: UInt32
    var index: UInt32

    var sortKey: UInt64 { UInt64(key) }
  }

  /// How many keys an import keeps in memory, 56 bytes each and 16 for the slots.
  package static let defaultLimit = 1 << 19

  /// The entries in memory.
  package private(set) var entries: [Entry] = []
  /// How many current rows there were before the batch.
  package private(set) var currentCount = 0
  private var slots: [UInt64]
  private var mask: Int
  private let limit: Int
  /// Files are made in the folder of this one.
  let path: String
  /// Entries that have left the memory, the latest run last.
  private var runs: [KeyRun] = []
  private var filter: KeyFilter?
  /// Current rows that the file has not named, where they are too many for the memory.
  private var base: KeyRun?
  /// Those of them that have been named, and are in memory or in `runs` now.
  private var named: [Bool] = []
  /// Current rows of the base that are not `.current`.
  private var states: [Int64: State] = [:]

  /// - Parameters:
  ///   - expected: about how many keys there are at first.
  ///   - limit: how many entries are kept in memory.
  ///   - path: what does not fit goes to the folder of this file.
  package init(expected: Int, limit: Int, path: String) {
    self.limit = limit
    self.path = path
    slots = Self.emptySlots(Self.slotCount(for: min(expected, limit)))
    mask = slots.count - 1
    reserveEntries(min(expected, limit))
  }

  /// A table without keys and without memory for any.
  static var none: KeyTable { KeyTable(expected: 0, limit: 1, path: "") }

  // MARK: The current rows

  /// Takes up the current rows, before any other key.
  ///
  /// - Parameters:
  ///   - count: how many there may be at most.
  ///   - next: gives the next one, in any order.
  package mutating func load(atMost count: Int, _ next: () throws -> Entry?) throws {
    if count <= limit {
      while let entry = try next() { try add(entry) }
      currentCount = entries.count
      return
    }
    let sorter = RunSorter<Entry>(beside: path, capacity: max(1, limit / 4))
    while let entry = try next() { try sorter.append(entry) }
    currentCount = sorter.count
    let merge = try sorter.sorted()
    base = try KeyRun(beside: path, merge.next)
    named = Array(repeating: false, count: currentCount)
  }

  /// Gives current rows another state, before the first key of the file.
  package mutating func set(_ states: [Int64: State]) {
    for (index, entry) in entries.enumerated() {
      if let state = states[entry.id] { entries[index].state = state }
    }
    if base != nil { self.states = states }
  }

  /// Visits the current rows that the file has not named.
  package func forEachCurrent(_ visit: (Entry) throws -> Void) throws {
    for entry in entries where entry.state == .current { try visit(entry) }
    var index = 0
    try base?.forEach { entry in
      if !named[index], states[entry.id] == nil { try visit(entry) }
      index += 1
    }
  }

  // MARK: The keys of the file

  /// The index of a key's entry in memory, or -1; valid until the next `find` or `add`.
  ///
  /// - Throws: `SpillFault` where what is not in memory cannot be read or written.
  package mutating func find(_ key: ValueHash) throws -> Int {
    let index = findInMemory(key)
    return index >= 0 || (runs.isEmpty && base == nil) ? index : try findInRuns(key)
  }

  /// What is known of a key without bringing it back into memory, which would name it; nil for one that
  /// neither the file nor, where all are in memory, the store has.
  func state(of key: ValueHash) throws -> State? {
    let index = findInMemory(key)
    if index >= 0 { return entries[index].state }
    guard filter?.mayContain(key) == true else { return nil }
    for run in runs.reversed() {
      if let (entry, _) = try run.find(key) { return entry.state }
    }
    return nil
  }

  /// Adds an entry for a key that is not there.
  ///
  /// - Throws: `SpillFault` where a run cannot be written.
  package mutating func add(_ entry: Entry) throws {
    if entries.count == limit { try spill() }
    if entries.count &* 2 >= slots.count, slots.count < limit &* 2 { grow() }
    entries.append(entry)
    place(entry.key, index: entries.count)
  }

  /// Changes an entry in memory in place.
  package mutating func update(_ index: Int, _ change: (inout Entry) -> Void) {
    change(&entries[index])
  }

  @inline(__always)
  private func findInMemory(_ key: ValueHash) -> Int {
    let tag = key.high & 0xffff_ffff_0000_0000
    var index = Int(truncatingIfNeeded: key.low) & mask
    while true {
      let slot = slots[index]
      if slot == 0 { return -1 }
      if slot & 0xffff_ffff_0000_0000 == tag {
        let entry = Int(truncatingIfNeeded: slot & 0xffff_ffff) &- 1
        if entries[entry].key == key { return entry }
      }
      index = (index &+ 1) & mask
    }
  }

  /// Looks where the memory is not enough, and brings what is found back into it.
  private mutating func findInRuns(_ key: ValueHash) throws -> Int {
    if filter?.mayContain(key) == true {
      for run in runs.reversed() {
        guard let (entry, _) = try run.find(key) else { continue }
        try add(entry)
        return entries.count - 1
      }
    }
    guard let base, let (found, index) = try base.find(key), !named[index] else { return -1 }
    var entry = found
    named[index] = true
    if let state = states[entry.id] { entry.state = state }
    try add(entry)
    return entries.count - 1
  }

  /// Moves all entries out of the memory.
  ///
  /// Current rows that the file has not named become the base where there is none. Where there is
  /// one, none are in memory: an entry comes from the base only when the file names it.
  private mutating func spill() throws {
    let order = sortedOrder()
    if base == nil, entries.contains(where: { $0.state == .current }) {
      let run = try write(order) { $0.state == .current }
      base = run
      named = Array(repeating: false, count: run.count)
      let others = try write(order) { $0.state != .current }
      if others.count > 0 { runs.append(others) }
    } else {
      runs.append(try write(order) { _ in true })
    }
    let filter = self.filter ?? KeyFilter()
    self.filter = filter
    for entry in entries where entry.state != .current { filter.insert(entry.key) }
    entries.removeAll(keepingCapacity: true)
    for index in slots.indices { slots[index] = 0 }
  }

  /// The entries' indexes in the order of their sort keys.
  ///
  /// Pairs of eight bytes are sorted in place of entries of 56.
  private func sortedOrder() -> [UInt32] {
    let memory: UnsafeMutablePointer<Place> = HugePages.allocate(capacity: entries.count * 2)
    defer { memory.deallocate() }
    for (index, entry) in entries.enumerated() {
      memory[index] = Place(
        key: UInt32(truncatingIfNeeded: entry.sortKey), index: UInt32(truncatingIfNeeded: index))
    }
    RadixSort.sort(memory, count: entries.count, scratch: memory + entries.count)
    return (0..<entries.count).map { memory[$0].index }
  }

  /// Writes those of the entries that `isWanted`, in an order.
  private func write(_ order: [UInt32], _ isWanted: (Entry) -> Bool) throws -> KeyRun {
    var index = 0
    return try KeyRun(beside: path) {
      while index < order.count {
        let entry = entries[Int(order[index])]
        index += 1
        if isWanted(entry) { return entry }
      }
      return nil
    }
  }

  private mutating func place(_ key: ValueHash, index: Int) {
    var slot = Int(truncatingIfNeeded: key.low) & mask
    while slots[slot] != 0 { slot = (slot &+ 1) & mask }
    slots[slot] = key.high & 0xffff_ffff_0000_0000 | UInt64(truncatingIfNeeded: index)
  }

  /// Makes room for twice as many keys, and from some ten thousand on for as many as ever stay here.
  private mutating func grow() {
    let isLarge = slots.count >= 1 << 15
    let count = isLarge ? Self.slotCount(for: limit) : slots.count * 2
    slots = Self.emptySlots(count)
    mask = slots.count - 1
    if isLarge { reserveEntries(limit) }
    for (index, entry) in entries.enumerated() { place(entry.key, index: index + 1) }
  }

  /// Twice as many slots as entries or more: a power of two.
  private static func slotCount(for entries: Int) -> Int {
    var size = 1024
    while size < entries * 2 { size *= 2 }
    return size
  }

  private static func emptySlots(_ count: Int) -> [UInt64] {
    Array(unsafeUninitializedCapacity: count) { slots, filled in
      HugePages.advise(UnsafeMutableRawBufferPointer(slots))
      slots.initialize(repeating: 0)
      filled = count
    }
  }

  private mutating func reserveEntries(_ count: Int) {
    entries.reserveCapacity(count)
    entries.withUnsafeMutableBufferPointer { filled in
      HugePages.advise(
        UnsafeMutableRawBufferPointer(
          start: filled.baseAddress, count: count * MemoryLayout<Entry>.stride))
    }
  }
}
