import Datasets

/// The keys of the current rows and of the file's rows so far, in memory: 28 to 90 bytes a key.
///
/// A table of 64-bit slots (32 bits of the hash, 32 of an index) over a dense list of entries.
struct ImportKeyTable {
  /// What is known of a key.
  enum State: UInt8 {
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

  struct Entry {
    var key: ValueHash
    /// The row that is current for the key.
    var id: Int64
    /// The hash of that row.
    var rowHash: UInt64
    /// The row that was current before this batch, where it was closed.
    var oldID: Int64 = 0
    var oldHash: UInt64 = 0
    var state: State
    var isAttached = false
  }

  private(set) var entries: [Entry] = []
  private var slots: [UInt64]
  private var mask: Int

  init(expected: Int) {
    var size = 1024
    while size < expected * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
    entries.reserveCapacity(expected)
  }

  /// The index of a key's entry, or -1.
  func find(_ key: ValueHash) -> Int {
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

  /// Adds an entry for a key that is not there.
  mutating func add(_ entry: Entry) {
    if entries.count &* 2 >= slots.count { grow() }
    entries.append(entry)
    place(entry.key, index: entries.count)
  }

  /// Changes an entry in place.
  mutating func update(_ index: Int, _ change: (inout Entry) -> Void) { change(&entries[index]) }

  private mutating func place(_ key: ValueHash, index: Int) {
    var slot = Int(truncatingIfNeeded: key.low) & mask
    while slots[slot] != 0 { slot = (slot &+ 1) & mask }
    slots[slot] = key.high & 0xffff_ffff_0000_0000 | UInt64(truncatingIfNeeded: index)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    mask = slots.count - 1
    for (index, entry) in entries.enumerated() { place(entry.key, index: index + 1) }
  }
}
