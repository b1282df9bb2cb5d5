/// Words over folded scalars, each with a number; answers which of them begin at a place of a text.
///
/// Children are kept in one open hash table by (node, scalar), the first step in a table by scalar.
struct WordTrie: Sendable {
  private var first: [Int32]
  private var keys: [UInt64]
  private var children: [Int32]
  private var values: [Int32]
  private var mask: Int
  private var used = 0

  init() {
    first = Array(repeating: -1, count: 0x10000)
    keys = Array(repeating: .max, count: 64)
    children = Array(repeating: -1, count: 64)
    values = [-1]
    mask = 63
  }

  static let root: Int32 = 0

  /// The node a scalar leads to, -1 for none.
  @inline(__always)
  func child(_ node: Int32, _ scalar: UInt32) -> Int32 {
    if node == Self.root, scalar < 0x10000 { return first[Int(scalar)] }
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar)
    var slot = Self.hash(key) & mask
    while keys[slot] != .max {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// The number of the word that ends at a node, -1 for none.
  @inline(__always)
  func value(_ node: Int32) -> Int32 { values[Int(node)] }

  /// The number of a word, nil where it is not here.
  func value(of word: [UInt32]) -> Int32? {
    var node = Self.root
    for scalar in word {
      node = child(node, scalar)
      if node < 0 { return nil }
    }
    return values[Int(node)] < 0 ? nil : values[Int(node)]
  }

  /// Sets the number of a word; an empty word is left out.
  mutating func set(_ word: [UInt32], to value: Int32) {
    guard !word.isEmpty else { return }
    var node = Self.root
    for scalar in word {
      let next = child(node, scalar)
      node = next >= 0 ? next : add(node, scalar)
    }
    values[Int(node)] = value
  }

  private mutating func add(_ node: Int32, _ scalar: UInt32) -> Int32 {
    let new = Int32(values.count)
    values.append(-1)
    if node == Self.root, scalar < 0x10000 {
      first[Int(scalar)] = new
      return new
    }
    if (used + 1) * 2 > mask { grow() }
    insert(UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar), new)
    return new
  }

  private mutating func insert(_ key: UInt64, _ child: Int32) {
    var slot = Self.hash(key) & mask
    while keys[slot] != .max { slot = (slot + 1) & mask }
    keys[slot] = key
    children[slot] = child
    used += 1
  }

  private mutating func grow() {
    let old = zip(keys, children).filter { $0.0 != .max }
    let size = (mask + 1) * 2
    keys = Array(repeating: .max, count: size)
    children = Array(repeating: -1, count: size)
    mask = size - 1
    used = 0
    for (key, child) in old { insert(key, child) }
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 40)
  }
}
