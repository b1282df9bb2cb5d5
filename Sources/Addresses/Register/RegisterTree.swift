/// The entries of a register while it is built, in the order in which they were added; 0 is the
/// root.
struct RegisterTree {
  private(set) var parents: [UInt32] = [0]
  private(set) var atoms: [UInt32] = [.max]
  /// The row of an entry; `UInt32.max` where only rows below it name it.
  private(set) var rows: [UInt32] = [.max]
  private var slots: [UInt32]

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: .max, count: size)
    parents.reserveCapacity(capacity)
    atoms.reserveCapacity(capacity)
    rows.reserveCapacity(capacity)
  }

  var count: Int { parents.count }

  /// The entry that stands for an element below an entry: the first that was added, or a new one
  /// without a row.
  mutating func slot(parent: UInt32, atom: UInt32) -> UInt32 {
    let place = place(parent: parent, atom: atom)
    return slots[place] != .max ? slots[place] : append(row: .max, parent: parent, atom: atom)
  }

  mutating func add(row: Int, parent: UInt32, atom: UInt32) -> UInt32 {
    append(row: UInt32(truncatingIfNeeded: row), parent: parent, atom: atom)
  }

  private mutating func append(row: UInt32, parent: UInt32, atom: UInt32) -> UInt32 {
    if count * 2 > slots.count { grow() }
    let node = UInt32(truncatingIfNeeded: count)
    let place = place(parent: parent, atom: atom)
    if slots[place] == .max { slots[place] = node }
    parents.append(parent)
    atoms.append(atom)
    rows.append(row)
    return node
  }

  private func place(parent: UInt32, atom: UInt32) -> Int {
    let mask = slots.count - 1
    var hash = (UInt64(parent) << 32 | UInt64(atom)) &* 0x9e37_79b9_7f4a_7c15
    hash ^= hash >> 31
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != .max,
      parents[Int(slots[place])] != parent || atoms[Int(slots[place])] != atom
    { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: .max, count: old.count * 2)
    for node in old where node != .max {
      slots[place(parent: parents[Int(node)], atom: atoms[Int(node)])] = node
    }
  }

  /// The entries so that each comes before those below it and these follow it without a gap,
  /// siblings in the order of `rank` of their atoms, equal ones as they were added.
  func preorder(rank: [UInt32]) -> [UInt32] {
    var starts = [UInt32](repeating: 0, count: count + 1)
    for node in 1..<max(count, 1) { starts[Int(parents[node]) + 1] += 1 }
    for node in 0..<count { starts[node + 1] += starts[node] }
    var fill = starts
    var children = [UInt64](repeating: 0, count: max(count - 1, 0))
    for node in 1..<max(count, 1) {
      let parent = Int(parents[node])
      children[Int(fill[parent])] = UInt64(rank[Int(atoms[node])]) << 32 | UInt64(node)
      fill[parent] += 1
    }
    for node in 0..<count where starts[node + 1] - starts[node] > 1 {
      children[Int(starts[node])..<Int(starts[node + 1])].sort()
    }
    var order: [UInt32] = []
    order.reserveCapacity(count)
    var stack: [UInt32] = [0]
    while let node = stack.popLast() {
      order.append(node)
      for child in children[Int(starts[Int(node)])..<Int(starts[Int(node) + 1])].reversed() {
        stack.append(UInt32(truncatingIfNeeded: child))
      }
    }
    return order
  }
}
