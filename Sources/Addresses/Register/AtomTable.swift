/// Keys with their kinds, each kept once and numbered; the number of an atom stands for it
/// everywhere else, so that numbers are equal or not and never similar.
struct AtomTable: Sendable, Equatable {
  private(set) var kinds: [UInt8] = []
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0]
  private var slots: [UInt32] = Array(repeating: .max, count: 64)

  var count: Int { kinds.count }

  /// The bytes of an atom's key.
  func key(_ atom: Int) -> ArraySlice<UInt8> { bytes[Int(starts[atom])..<Int(starts[atom + 1])] }

  func kind(_ atom: Int) -> UInt8 { kinds[atom] }

  func find(kind: UInt8, key: some Collection<UInt8>) -> UInt32? {
    key.withContiguousStorageIfAvailable { find(kind: kind, buffer: $0) }
      ?? Array(key).withUnsafeBufferPointer { find(kind: kind, buffer: $0) }
  }

  private func find(kind: UInt8, buffer: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let found = slots[slot(kind: kind, buffer: buffer)]
    return found == .max ? nil : found
  }

  /// Where an atom stands in the table of slots, or the free slot where it would.
  private func slot(kind: UInt8, buffer: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: Self.hash(kind: kind, buffer: buffer)) & mask
    while slots[place] != .max, !equals(Int(slots[place]), kind: kind, buffer: buffer) {
      place = (place + 1) & mask
    }
    return place
  }

  private func equals(_ atom: Int, kind: UInt8, buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    guard kinds[atom] == kind else { return false }
    let start = Int(starts[atom])
    guard Int(starts[atom + 1]) - start == buffer.count else { return false }
    for offset in 0..<buffer.count where bytes[start + offset] != buffer[offset] { return false }
    return true
  }

  mutating func intern(kind: UInt8, key: some Collection<UInt8>) -> UInt32 {
    key.withContiguousStorageIfAvailable { intern(kind: kind, buffer: $0) }
      ?? Array(key).withUnsafeBufferPointer { intern(kind: kind, buffer: $0) }
  }

  private mutating func intern(kind: UInt8, buffer: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var place = slot(kind: kind, buffer: buffer)
    guard slots[place] == .max else { return slots[place] }
    if (count + 1) * 2 > slots.count {
      grow()
      place = slot(kind: kind, buffer: buffer)
    }
    let atom = UInt32(truncatingIfNeeded: count)
    slots[place] = atom
    kinds.append(kind)
    bytes.append(contentsOf: buffer)
    starts.append(UInt32(truncatingIfNeeded: bytes.count))
    return atom
  }

  private mutating func grow() {
    slots = Array(repeating: .max, count: slots.count * 2)
    bytes.withUnsafeBufferPointer { all in
      for atom in 0..<count {
        let buffer = UnsafeBufferPointer(
          rebasing: all[Int(starts[atom])..<Int(starts[atom + 1])])
        slots[slot(kind: kinds[atom], buffer: buffer)] = UInt32(truncatingIfNeeded: atom)
      }
    }
  }

  /// The same atoms in the order of kind and key, and the new number of each old one.
  ///
  /// Only atoms for which `isUsed` holds are kept; the others get `UInt32.max`.
  func sorted(used isUsed: [Bool]) -> (table: AtomTable, rank: [UInt32]) {
    let order = (0..<count).filter { isUsed[$0] }.sorted { one, other in
      if kinds[one] != kinds[other] { return kinds[one] < kinds[other] }
      return key(one).lexicographicallyPrecedes(key(other))
    }
    var table = AtomTable()
    var rank = [UInt32](repeating: .max, count: count)
    for atom in order { rank[atom] = table.intern(kind: kinds[atom], key: key(atom)) }
    return (table, rank)
  }

  /// FNV-1a over kind and key, mixed at the end.
  private static func hash(kind: UInt8, buffer: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = (0xcbf2_9ce4_8422_2325 ^ UInt64(kind)) &* 0x100_0000_01b3
    for byte in buffer { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 29)
  }

  /// Equal when they number the same atoms alike, whatever their slots.
  static func == (one: Self, other: Self) -> Bool {
    one.kinds == other.kinds && one.starts == other.starts && one.bytes == other.bytes
  }
}
