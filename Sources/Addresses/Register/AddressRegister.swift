/// All standard addresses of a place, kept in memory and never changed.
///
/// Entries stand in preorder: each before those below it, which follow without a gap, siblings by
/// kind and key. So "all entries of one element below this one" is a stretch of a sorted list,
/// found by binary search however many there are. An entry takes about 60 bytes.
public final class AddressRegister: Sendable {
  let atoms: AtomTable
  let names: AtomTable

  // One item per entry; entry 0 is the root.
  let parents: [UInt32]
  /// The entry after the last one below.
  let ends: [UInt32]
  let atomOf: [UInt32]
  let levels: [AddressLevel]
  /// The kinds of the entries directly below, a bit each.
  let childKinds: [UInt32]
  let ids: [Int64]
  let nameOf: [UInt32]
  let statuses: [AddressStatus]
  let firstDays: [Int32]
  let lastDays: [Int32]
  /// How many elements the entry's row had; 0 where only rows below it name it.
  let given: [UInt8]
  let positionStarts: [UInt32]
  let positions: [PackedPosition]

  /// Entries by atom, ascending for each.
  let byAtom: [UInt32]
  let atomStarts: [UInt32]
  /// Entries with an id, by id.
  let byID: [UInt32]
  let successors: [EntryLink]
  let mains: [EntryLink]
  let aliasEdges: [AliasEdge]
  let aliases: [(entry: UInt32, alias: AddressAlias)]
  let ranges: [NumberRange]
  /// A hash of the content: equal for equal registers, whatever the order of their rows.
  public let version: UInt64

  /// What a builder hands over.
  struct Parts {
    var atoms: AtomTable
    var names: AtomTable
    var parents: [UInt32] = []
    var atomOf: [UInt32] = []
    var ids: [Int64] = []
    var nameOf: [UInt32] = []
    var statuses: [AddressStatus] = []
    var firstDays: [Int32] = []
    var lastDays: [Int32] = []
    var given: [UInt8] = []
    var positionStarts: [UInt32] = [0]
    var positions: [PackedPosition] = []
    var successors: [EntryLink] = []
    var mains: [EntryLink] = []
    var aliasEdges: [AliasEdge] = []
    var aliases: [(entry: UInt32, alias: AddressAlias)] = []

    init(atoms: AtomTable, names: AtomTable, count: Int) {
      self.atoms = atoms
      self.names = names
      parents.reserveCapacity(count)
      atomOf.reserveCapacity(count)
      ids.reserveCapacity(count)
      nameOf.reserveCapacity(count)
      statuses.reserveCapacity(count)
      firstDays.reserveCapacity(count)
      lastDays.reserveCapacity(count)
      given.reserveCapacity(count)
      positionStarts.reserveCapacity(count + 1)
    }

    mutating func append(parent: UInt32, atom: UInt32) {
      parents.append(parent)
      atomOf.append(atom)
    }

    mutating func appendWithoutRow() {
      append(
        id: 0, name: .max, status: .approved, firstDay: .min, lastDay: .max, given: 0)
      closePositions()
    }

    mutating func append(
      id: Int64, name: UInt32, status: AddressStatus, firstDay: Int32, lastDay: Int32, given: UInt8
    ) {
      ids.append(id)
      nameOf.append(name)
      statuses.append(status)
      firstDays.append(firstDay)
      lastDays.append(lastDay)
      self.given.append(given)
    }

    mutating func closePositions() {
      positionStarts.append(UInt32(truncatingIfNeeded: positions.count))
    }
  }

  init(_ parts: Parts) {
    atoms = parts.atoms
    names = parts.names
    parents = parts.parents
    atomOf = parts.atomOf
    ids = parts.ids
    nameOf = parts.nameOf
    statuses = parts.statuses
    firstDays = parts.firstDays
    lastDays = parts.lastDays
    given = parts.given
    positionStarts = parts.positionStarts
    positions = parts.positions
    successors = parts.successors
    mains = parts.mains
    aliasEdges = parts.aliasEdges
    aliases = parts.aliases
    ends = Self.ends(parts.parents)
    (levels, childKinds) = Self.levels(parts)
    (byAtom, atomStarts) = Self.entriesByAtom(parts)
    let (ids, given) = (parts.ids, parts.given)
    byID = (0..<UInt32(truncatingIfNeeded: ids.count)).filter { given[Int($0)] > 0 }
      .sorted { ids[Int($0)] < ids[Int($1)] }
    ranges = NumberRange.all(in: parts)
    version = parts.version
  }

  /// How many entries there are, those without an id among them.
  public var count: Int { max(parents.count - 1, 0) }

  private static func ends(_ parents: [UInt32]) -> [UInt32] {
    var ends = (0..<UInt32(truncatingIfNeeded: parents.count)).map { $0 + 1 }
    for node in stride(from: parents.count - 1, to: 0, by: -1) {
      let parent = Int(parents[node])
      if ends[node] > ends[parent] { ends[parent] = ends[node] }
    }
    return ends
  }

  private static func levels(_ parts: Parts) -> (levels: [AddressLevel], childKinds: [UInt32]) {
    var levels = [AddressLevel](repeating: .none, count: parts.parents.count)
    var childKinds = [UInt32](repeating: 0, count: parts.parents.count)
    let kinds = (0..<parts.atoms.count).map { ElementKind(rawValue: parts.atoms.kind($0)) }
    for node in 1..<max(parts.parents.count, 1) {
      guard let kind = kinds[Int(parts.atomOf[node])] else { continue }
      let parent = Int(parts.parents[node])
      levels[node] = max(levels[parent], kind.addressLevel)
      childKinds[parent] |= kind.bit
    }
    return (levels, childKinds)
  }

  private static func entriesByAtom(_ parts: Parts) -> (entries: [UInt32], starts: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: parts.atoms.count + 1)
    for atom in parts.atomOf.dropFirst() { starts[Int(atom) + 1] += 1 }
    for atom in 0..<parts.atoms.count { starts[atom + 1] += starts[atom] }
    var fill = starts
    var entries = [UInt32](repeating: 0, count: max(parts.atomOf.count - 1, 0))
    for node in 1..<max(parts.atomOf.count, 1) {
      let atom = Int(parts.atomOf[node])
      entries[Int(fill[atom])] = UInt32(truncatingIfNeeded: node)
      fill[atom] += 1
    }
    return (entries, starts)
  }
}

extension AddressRegister: Equatable {
  /// Whether both hold the same entries with the same values.
  public static func == (one: AddressRegister, other: AddressRegister) -> Bool {
    one === other
      || one.version == other.version && one.atoms == other.atoms && one.names == other.names
        && one.parents == other.parents && one.atomOf == other.atomOf && one.ids == other.ids
        && one.nameOf == other.nameOf && one.statuses == other.statuses
        && one.firstDays == other.firstDays && one.lastDays == other.lastDays
        && one.given == other.given && one.positionStarts == other.positionStarts
        && one.positions == other.positions && one.successors == other.successors
        && one.mains == other.mains && one.aliasEdges == other.aliasEdges
        && one.aliases.elementsEqual(other.aliases) { $0.entry == $1.entry && $0.alias == $1.alias }
  }
}

/// From an entry to the one that another id names; `to` is `UInt32.max` where no row has the id.
struct EntryLink: Sendable, Hashable, Comparable {
  let from: UInt32
  let to: UInt32
  let id: Int64

  static func < (one: Self, other: Self) -> Bool { (one.from, one.id) < (other.from, other.id) }
}

/// An entry whose key is a range of numbers ("12-14"), found by the numbers in it.
struct NumberRange: Sendable, Hashable {
  let parent: UInt32
  let kind: UInt8
  let entry: UInt32
  let numbers: ClosedRange<Int32>

  /// All ranges of a register by parent and entry.
  static func all(in parts: AddressRegister.Parts) -> [NumberRange] {
    let rangeOf: [ClosedRange<Int32>?] = (0..<parts.atoms.count).map { atom in
      let kind = ElementKind(rawValue: parts.atoms.kind(atom))
      return kind?.isNumber == true ? NumberAtom.range(parts.atoms.key(atom)) : nil
    }
    var result: [NumberRange] = []
    for node in 1..<max(parts.parents.count, 1) {
      let atom = Int(parts.atomOf[node])
      guard let numbers = rangeOf[atom] else { continue }
      result.append(
        NumberRange(
          parent: parts.parents[node], kind: parts.atoms.kind(atom),
          entry: UInt32(truncatingIfNeeded: node), numbers: numbers))
    }
    return result.sorted { ($0.parent, $0.entry) < ($1.parent, $1.entry) }
  }
}

extension AddressRegister.Parts {
  /// FNV-1a over all values, a word at a time.
  fileprivate var version: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ value: UInt64) {
      hash = (hash ^ value) &* 0x100_0000_01b3
      hash ^= hash >> 32
    }
    for table in [atoms, names] {
      for byte in table.bytes { mix(UInt64(byte)) }
      for start in table.starts { mix(UInt64(start)) }
      for kind in table.kinds { mix(UInt64(kind)) }
    }
    for node in 0..<parents.count {
      mix(UInt64(parents[node]) << 32 | UInt64(atomOf[node]))
      mix(UInt64(bitPattern: ids[node]))
      mix(UInt64(nameOf[node]) << 32 | UInt64(statuses[node].rawValue) << 8 | UInt64(given[node]))
      mix(
        UInt64(UInt32(bitPattern: firstDays[node])) << 32
          | UInt64(UInt32(bitPattern: lastDays[node])))
      mix(UInt64(positionStarts[node + 1]))
    }
    for point in positions {
      mix(UInt64(point.kind.rawValue))
      mix(
        UInt64(UInt32(bitPattern: point.longitude)) << 32
          | UInt64(UInt32(bitPattern: point.latitude)))
    }
    for link in successors + mains {
      mix(UInt64(link.from) << 32 | UInt64(link.to))
      mix(UInt64(bitPattern: link.id))
    }
    mix(UInt64(successors.count))
    for edge in aliasEdges {
      mix(UInt64(edge.atom) << 32 | UInt64(edge.parent))
      mix(UInt64(edge.target) << 8 | UInt64(edge.kind.rawValue))
    }
    return hash
  }
}
