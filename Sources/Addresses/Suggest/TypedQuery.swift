/// What a person typed: a name, then numbers.
struct TypedQuery {
  /// Up to the first digit or letter, without spaces.
  private(set) var name: [UInt8] = []
  /// The runs of digits and letters after it, in the form that is compared.
  private(set) var numbers: [[UInt8]] = []

  init(_ typed: String) {
    var run: [UInt8] = []
    for scalar in typed.unicodeScalars.prefix(200) {
      let byte = Self.ascii(scalar.value)
      if let byte, Self.isAlphanumeric(byte) {
        run.append(byte)
        continue
      }
      close(&run)
      if byte == nil, numbers.isEmpty { name += Array(String(scalar).utf8) }
    }
    close(&run)
  }

  private mutating func close(_ run: inout [UInt8]) {
    if !run.isEmpty { numbers.append(NumberAtom.canonical(run)) }
    run.removeAll(keepingCapacity: true)
  }

  /// ASCII as it is, full-width forms as ASCII, the ideographic space as a space.
  private static func ascii(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0..<0x80: UInt8(scalar)
    case 0xff01...0xff5e: UInt8(scalar - 0xfee0)
    case 0x3000: 0x20
    default: nil
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    NumberAtom.isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }
}

/// The first few entries by rank, then by their place in the register.
struct BestEntries {
  private let limit: Int
  private var entries: [UInt64] = []

  init(limit: Int) { self.limit = limit }

  var isFull: Bool { entries.count >= limit }

  /// Whether an entry of a rank would still be among them.
  func takes(_ rank: UInt32) -> Bool {
    guard isFull, let last = entries.last else { return true }
    return UInt64(rank) << 32 <= last
  }

  mutating func insert(_ node: UInt32, rank: UInt32) {
    let packed = UInt64(rank) << 32 | UInt64(node)
    guard takes(rank),
      !entries.contains(where: { $0 & 0xffff_ffff == UInt64(node) && $0 <= packed })
    else { return }
    entries.removeAll { $0 & 0xffff_ffff == UInt64(node) }
    let place = entries.firstIndex { $0 > packed } ?? entries.count
    guard place < limit else { return }
    entries.insert(packed, at: place)
    if entries.count > limit { entries.removeLast() }
  }

  /// Adds an entry behind the others.
  mutating func append(_ index: EntryIndex) {
    guard !isFull else { return }
    insert(index.rawValue, rank: UInt32(truncatingIfNeeded: entries.count))
  }

  var sorted: [EntryIndex] {
    entries.map { EntryIndex(rawValue: UInt32(truncatingIfNeeded: $0)) }
  }
}
