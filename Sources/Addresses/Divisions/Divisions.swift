/// The administrative divisions of a country or a part of it, with former names and successors, and an
/// index of how they are written: in full, without the suffix (杭州), and with a slip of the pen.
///
/// The order of the rows does not matter.
public struct Divisions: Sendable {
  /// One division: all rows of one code.
  struct Division: Sendable {
    let code: String
    let kind: ElementKind
    /// Rows, the last one the latest.
    let rows: [DivisionRow]
    let successor: UInt32?
    /// Name of the latest row, folded, in UTF-8.
    let key: [UInt8]
    /// What the latest row says that it is a part of.
    var parent: UInt32?
    /// All that it is or was a part of.
    var ancestors: [UInt32]
  }

  let all: [Division]
  let words: WordTrie
  /// Start in `spellings` of each word; one more at the end.
  let wordStarts: [Int32]
  let spellings: [Spelling]

  /// No divisions: an address begins with the town or the road.
  public static let none = Divisions()

  private init() {
    all = []
    words = WordTrie()
    wordStarts = [0]
    spellings = []
  }

  /// - Parameter grammar: how names are folded and shortened.
  /// - Throws: `DivisionError`.
  public init(rows: [DivisionRow], grammar: Grammar) throws(DivisionError) {
    let codes = Set(rows.map(\.code)).sorted()
    guard codes.count < Int(Int32.max) / 16 else { throw .tooMany }
    let numbers = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, UInt32($0)) })
    var grouped: [[DivisionRow]] = Array(repeating: [], count: codes.count)
    for row in rows {
      guard !row.name.isEmpty else { throw .emptyName(code: row.code) }
      if let number = numbers[row.code] { grouped[Int(number)].append(row) }
    }
    var all: [Division] = []
    var parents: [Set<UInt32>] = []
    for (code, group) in zip(codes, grouped) {
      let ordered = group.sorted(by: Self.precedes)
      guard let last = ordered.last else { continue }
      guard ordered.allSatisfy({ $0.kind == last.kind }) else { throw .twoKinds(code: code) }
      var above: Set<UInt32> = []
      var successor: UInt32?
      for row in ordered {
        if let parent = row.parent {
          guard let number = numbers[parent] else {
            throw .unknownParent(code: code, parent: parent)
          }
          above.insert(number)
        }
        if let next = row.successor {
          guard let number = numbers[next] else {
            throw .unknownSuccessor(code: code, successor: next)
          }
          successor = number
        }
      }
      parents.append(above)
      all.append(
        Division(
          code: code, kind: last.kind, rows: ordered, successor: successor,
          key: Self.key(grammar.folding.fold(last.name)),
          parent: last.parent.flatMap { numbers[$0] }, ancestors: []))
    }
    for number in all.indices {
      var above = parents[number]
      var open = above
      while let next = open.popFirst() {
        for more in parents[Int(next)] where above.insert(more).inserted { open.insert(more) }
      }
      guard !above.contains(UInt32(number)) else { throw .circle(code: all[number].code) }
      all[number].ancestors = above.sorted()
    }
    self.all = all
    (words, wordStarts, spellings) = Self.index(all, grammar: grammar)
  }

  private static func precedes(_ one: DivisionRow, _ other: DivisionRow) -> Bool {
    let (from, otherFrom) = (one.from ?? .min, other.from ?? .min)
    if from != otherFrom { return from < otherFrom }
    let (to, otherTo) = (one.to ?? .max, other.to ?? .max)
    if to != otherTo { return to < otherTo }
    if one.name != other.name { return one.name < other.name }
    return (one.parent ?? "", one.successor ?? "") < (other.parent ?? "", other.successor ?? "")
  }

  /// Folded scalars in UTF-8.
  static func key(_ folded: [UInt32]) -> [UInt8] {
    var key: [UInt8] = []
    for scalar in folded { FoldedText.append(scalar, to: &key) }
    return key
  }

  /// Whether one division is, or was, a part of another.
  @inline(__always)
  func isPart(_ one: UInt32, of other: UInt32) -> Bool {
    all[Int(one)].ancestors.contains(other)
  }
}
