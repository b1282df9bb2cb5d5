/// Answers kept by the text they were given to, so that a text is matched once for a register.
///
/// It holds for one version of a register and its matcher's settings; a store may keep it. Texts are
/// known by a hash of 128 bits.
public struct MatchMemo: Sendable {
  private var places: [Key: Int32] = [:]
  private var records: [Record] = []
  private var version: UInt64 = 0

  /// A memo without answers.
  public init() {}

  /// How many texts have an answer.
  public var count: Int { records.count }

  func record(_ key: Key) -> Record? { places[key].map { records[Int($0)] } }

  /// A text as it is known.
  struct Key: Hashable, Sendable {
    let high: UInt64
    let low: UInt64

    init(_ text: String) {
      var text = text
      self = text.withUTF8 { Key($0, blanking: 0..<0) }
    }

    /// The bytes of a text, those of a stretch counted as zeros.
    init(_ bytes: UnsafeBufferPointer<UInt8>, blanking stretch: Range<Int>) {
      var high: UInt64 = 0xcbf2_9ce4_8422_2325
      var low: UInt64 = 0x9e37_79b9_7f4a_7c15
      for place in bytes.indices {
        let byte = UInt64(stretch.contains(place) ? 0 : bytes[place])
        high = (high ^ byte) &* 0x100_0000_01b3
        low = (low &+ byte) &* 0xff51_afd7_ed55_8ccd
        low ^= low >> 29
      }
      self.high = high ^ (high >> 31)
      self.low = low ^ UInt64(bytes.count)
    }
  }

  struct Record: Sendable {
    let result: MatchResult
    /// The names in the text, two bits each; all bits where one of them is not in the register.
    let names: UInt64
  }

  /// Empties itself for another register or other settings.
  mutating func begin(for version: UInt64) {
    guard self.version != version else { return }
    places = [:]
    records = []
    self.version = version
  }

  mutating func reserve(_ more: Int) {
    places.reserveCapacity(count + more)
    records.reserveCapacity(count + more)
  }

  /// Adds an answer; one that is there already stays.
  mutating func add(_ key: Key, _ record: Record) {
    guard places[key] == nil, count < Int32.max else { return }
    places[key] = Int32(truncatingIfNeeded: count)
    records.append(record)
  }

  /// Keeps the answers that a change of the register leaves as they are, for the same settings.
  ///
  /// - Parameters:
  ///   - old: the matcher the answers came from.
  ///   - new: the same with the changed register.
  ///   - touched: the names under which something changed, as the change gives them.
  /// - Returns: how many answers were dropped.
  @discardableResult
  public mutating func carry(
    from old: TextMatcher, to new: TextMatcher, touched: [RegisterElement]
  ) -> Int {
    guard version == old.version else {
      let dropped = count
      begin(for: new.version)
      return dropped
    }
    let masks = Set(touched.map { Self.bits($0.key) })
    let (before, after) = (old.matcher.register, new.matcher.register)
    var kept = MatchMemo()
    for (key, place) in places.sorted(by: { $0.value < $1.value }) {
      let record = records[Int(place)]
      guard record.names != 0,
        !masks.contains(where: { record.names & $0 == $0 }),
        let result = record.result.moved(from: before, to: after)
      else { continue }
      kept.add(key, Record(result: result, names: record.names))
    }
    let dropped = count - kept.count
    self = kept
    version = new.version
    return dropped
  }

  /// Two bits of 64 for a name.
  static func bits(_ key: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash ^= hash >> 32
    return 1 << (hash & 63) | 1 << ((hash >> 6) & 63)
  }
}

extension MatchResult {
  /// The same answer with the places its entries have in another register; nil where an entry has no
  /// id or is gone.
  fileprivate func moved(
    from old: AddressRegister, to new: AddressRegister
  ) -> MatchResult? {
    func place(_ index: EntryIndex) -> EntryIndex? {
      old.entry(index)?.id.flatMap { new.index(of: $0) }
    }
    let newEntry = entry.flatMap(place)
    let newSuccessor = successor.flatMap(place)
    guard (newEntry == nil) == (entry == nil), (newSuccessor == nil) == (successor == nil) else {
      return nil
    }
    var moved: [MatchCandidate] = []
    for candidate in candidates {
      guard let entry = place(candidate.entry) else { return nil }
      moved.append(MatchCandidate(entry: entry, score: candidate.score))
    }
    moved.sort { ($1.score, $0.entry) < ($0.score, $1.entry) }
    return MatchResult(
      certainty: certainty, entry: newEntry, successor: newSuccessor, level: level,
      precision: precision, score: score, distinguishability: distinguishability, faults: faults,
      unused: unused, candidates: moved, candidateCount: candidateCount)
  }
}
