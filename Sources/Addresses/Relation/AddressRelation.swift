/// How two texts are related as addresses.
public enum AddressRelation: UInt8, CaseIterable, Sendable {
  /// The finest element both have agrees, and it is a building, a door or a named place.
  case same = 1
  /// One estate, road, village or parent.
  case partly = 2
  /// Neither.
  case different = 3
}

/// A relation and why it is that.
public struct RelationAnswer: Sendable, Hashable {
  /// How the texts are related.
  public let relation: AddressRelation
  /// What speaks for it and against a closer one, in a fixed order.
  public let reasons: [RelationReason]
}

/// What was found when two texts were compared.
public enum RelationReason: Sendable, Hashable {
  /// Both have the number, letter or division of a kind, and it is the same.
  case agrees(ElementKind)
  /// Both have one of a kind, and they are not the same.
  case contradicts(ElementKind)
  /// Only one of them has a kind that parts an estate.
  case onlyOne(ElementKind)
  /// The names agree in that many characters before the word that many names end with.
  case sharedName(Int)
  /// Both name a road or lane of that name.
  case sharedRoad
  /// Both name a division, or are known to lie in one.
  case sharedDivision
  /// Different firms or shops in it.
  case otherOccupant
  /// A gate or side that only one names.
  case otherSide
}

/// What is known of names beside the texts.
public struct RelationNames: Sendable {
  /// Characters that are written for each other.
  public let variants: NameVariants
  /// What many names end with, as scalars, longest first.
  let generic: [[UInt32]]
  /// Names of one place: each with the first of its group.
  private let aliases: [[UInt32]: [UInt32]]
  /// Names of estates that stand on several roads.
  private let onSeveralRoads: Set<[UInt32]>

  /// - Parameters:
  ///   - variants: characters written for each other.
  ///   - generic: endings that many names share, one a line; lines that begin with "#" do not count.
  ///   - aliases: groups of names for one estate or place, as a register knows them.
  ///   - onSeveralRoads: names of estates with addresses on several roads.
  public init(
    variants: NameVariants, generic: String, aliases: [[String]] = [],
    onSeveralRoads: [String] = []
  ) {
    func fold(_ text: String) -> [UInt32] { text.unicodeScalars.map { variants.fold($0) } }
    self.variants = variants
    self.generic = generic.split(whereSeparator: \.isNewline).filter { $0.first != "#" }
      .map { fold(String($0)) }.filter { !$0.isEmpty }
      .sorted { one, other in
        one.count != other.count ? one.count > other.count : one.lexicographicallyPrecedes(other)
      }
    var first: [[UInt32]: [UInt32]] = [:]
    for group in aliases {
      let folded = group.map(fold)
      guard let least = folded.min(by: { $0.lexicographicallyPrecedes($1) }) else { continue }
      for name in folded { first[name] = least }
    }
    self.aliases = first
    self.onSeveralRoads = Set(onSeveralRoads.map(fold))
  }

  /// A name in the form that is compared: the first of its aliases where it ends with one.
  func known(_ name: [UInt32]) -> [UInt32] {
    guard !aliases.isEmpty else { return name }
    for start in name.indices {
      if let alias = aliases[Array(name[start...])] { return Array(name[..<start]) + alias }
    }
    return name
  }

  /// Whether a name as a whole is one of the aliases.
  func isKnown(_ name: [UInt32]) -> Bool { aliases[name] != nil }

  func isOnSeveralRoads(_ name: [UInt32]) -> Bool {
    name.indices.contains { onSeveralRoads.contains(Array(name[$0...])) }
  }

  /// A name without the words that many end with; at least one character is left.
  func stem(_ name: [UInt32]) -> [UInt32] {
    var stem = name[...]
    while let ending = generic.first(where: { $0.count < stem.count && stem.hasSuffix($0) }) {
      stem.removeLast(ending.count)
    }
    return Array(stem)
  }
}

extension ArraySlice<UInt32> {
  func hasSuffix(_ other: [UInt32]) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}
