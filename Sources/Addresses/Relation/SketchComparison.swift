/// Two sketches side by side.
struct SketchComparison {
  /// Whether a kind is in both and equal, in both and not, in one or in none.
  enum Presence { case agrees, contradicts, onlyFirst, onlySecond, absent }

  /// How far two names agree.
  enum Names { case none, equal, suffix, prefix, partly, differ }

  private let one: AddressSketch
  private let other: AddressSketch
  private let presence: [ElementKind: Presence]
  private let names: Names
  /// Characters at the end of both stems that are equal.
  private let shared: Int
  private let sharesRoad: Bool
  private let sharesDivision: Bool
  private let sharesDistrict: Bool

  private static let compared: [ElementKind] = [
    .lane, .roadNumber, .subNumber, .estatePart, .row, .building, .entrance, .floor, .room,
  ]
  private static let divisions: [ElementKind] = [.province, .city, .county, .town]

  init(_ one: AddressSketch, _ other: AddressSketch, sharesDistrict: Bool) {
    self.one = one
    self.other = other
    var presence: [ElementKind: Presence] = [:]
    for kind in Self.compared {
      presence[kind] = Self.presence(one.numbers[kind] ?? [], other.numbers[kind] ?? [])
    }
    for kind in Self.divisions {
      let (first, second) = (one.divisions[kind] ?? [], other.divisions[kind] ?? [])
      presence[kind] =
        first.isEmpty || second.isEmpty
        ? .absent : first.contains { second.contains($0) } ? .agrees : .contradicts
    }
    self.presence = presence
    self.sharesDistrict = sharesDistrict
    shared = Self.commonSuffix(one.stem, other.stem)
    names = Self.names(one.stem, other.stem, shared)
    sharesRoad = Self.sharesRoad(one, other) || Self.sharesRoad(other, one)
    sharesDivision = sharesDistrict || Self.names(one, other) || Self.names(other, one)
  }

  var relation: AddressRelation {
    if isContradicted { return isNear ? .partly : .different }
    if isSame { return .same }
    return isNear ? .partly : .different
  }

  private func has(_ kind: ElementKind, _ states: Presence...) -> Bool {
    states.contains(presence[kind] ?? .absent)
  }

  /// Something coarser than the finest element parts them.
  private var isContradicted: Bool {
    for kind in Self.divisions.dropLast() where has(kind, .contradicts) { return true }
    if has(.building, .contradicts) || isLastBuildingOther
      || has(.row, .contradicts, .onlyFirst, .onlySecond)
    {
      return true
    }
    if !has(.estatePart, .agrees, .absent) || one.hasGate != other.hasGate { return true }
    if one.endsAtCrossing != other.endsAtCrossing { return true }
    if !one.sides.isEmpty, !other.sides.isEmpty, one.sides.isDisjoint(with: other.sides) {
      return true
    }
    if one.isOnSeveralRoads || other.isOnSeveralRoads { return false }
    return has(.lane, .contradicts) || has(.subNumber, .contradicts)
      || (has(.roadNumber, .contradicts) && sharesRoad)
  }

  /// A building that one names last, in what its name repeats, and that the other does not know.
  private var isLastBuildingOther: Bool {
    func isOther(_ one: AddressSketch, _ other: AddressSketch) -> Bool {
      guard let last = one.lastBuilding, let known = other.numbers[.building] else { return false }
      return !known.contains { Self.isOneOf($0, last) }
    }
    return isOther(one, other) || isOther(other, one)
  }

  private var isSame: Bool {
    has(.building, .agrees) ? isSameBuilding : has(.building, .absent) ? isSamePlace : false
  }

  /// One number of a building, and one name that it belongs to.
  private var isSameBuilding: Bool {
    guard !hasOtherOccupant else { return false }
    if has(.roadNumber, .contradicts), !sharesDistrict, shared < 5 { return false }
    let named = (names == .equal || names == .suffix) && shared >= 2
    if named, sharesRoad || sharesDivision || shared >= 5 { return true }
    if named, shared >= 3, has(.roadNumber, .agrees) { return true }
    if names == .partly, shared >= 3, sharesRoad { return true }
    return names == .none && isSameDoor
  }

  /// A building without a name on one side: the road with its door or lane says which one it is, and
  /// within one district the road or the door alone.
  private var isSameDoor: Bool {
    if has(.lane, .agrees), sharesRoad { return true }
    guard sharesDistrict, one.stem.isEmpty, other.stem.isEmpty else { return false }
    if one.readRoads.isEmpty, other.readRoads.isEmpty { return has(.roadNumber, .agrees) }
    return !one.readRoads.isDisjoint(with: other.readRoads)
      && has(.roadNumber, .agrees, .absent) && has(.lane, .agrees, .absent)
  }

  /// No building on either side: one named place at one door, or one long name on one road.
  private var isSamePlace: Bool {
    let whole = names == .equal || names == .suffix
    if whole, shared >= 2, one.isOnSeveralRoads || other.isOnSeveralRoads { return true }
    guard has(.room, .absent), has(.subNumber, .absent, .agrees) else { return false }
    if one.stem.isEmpty, other.stem.isEmpty {
      let isDoor = has(.roadNumber, .agrees) || has(.lane, .agrees) && has(.roadNumber, .absent)
      return sharesRoad && sharesDivision && isDoor
        && has(.floor, .absent)
    }
    guard has(.entrance, .absent, .agrees), one.last?.endsWithName == true,
      other.last?.endsWithName == true
    else { return false }
    guard sharesRoad, !endingsDiffer else { return false }
    if whole { return shared >= 4 || (shared >= 2 && has(.roadNumber, .agrees)) }
    return names == .partly && shared >= 4
  }

  /// Both names end with a word that many share, and not with the same one.
  private var endingsDiffer: Bool {
    let first = one.anchor.dropFirst(one.stem.count)
    let second = other.anchor.dropFirst(other.stem.count)
    return !first.isEmpty && !second.isEmpty && first != second
  }

  /// A firm or shop that the first names and the second does not, or another one.
  private var hasOtherOccupant: Bool {
    if one.occupant.isEmpty && other.occupant.isEmpty { return false }
    if Self.holds(one.anchor, one.occupant) || Self.holds(other.anchor, other.occupant) {
      return false
    }
    if one.occupant.isEmpty || other.occupant.isEmpty { return true }
    return !Self.holds(one.occupant, other.occupant) && !Self.holds(other.occupant, one.occupant)
  }

  /// An estate, road or village in common.
  private var isNear: Bool {
    for kind in Self.divisions.dropLast() where has(kind, .contradicts) { return false }
    let whole = names == .equal || names == .suffix || names == .prefix
    if whole, shared >= 2 || names == .prefix { return sharesRoad || sharesDivision || shared >= 4 }
    if has(.roadNumber, .agrees) || has(.lane, .agrees) { return sharesRoad }
    return sharesRoad && (one.stem.isEmpty || other.stem.isEmpty || shared >= 2)
  }

  var reasons: [RelationReason] {
    var reasons: [RelationReason] = []
    for kind in Self.divisions + Self.compared {
      switch presence[kind] ?? .absent {
      case .agrees: reasons.append(.agrees(kind))
      case .contradicts: reasons.append(.contradicts(kind))
      case .onlyFirst, .onlySecond: reasons.append(.onlyOne(kind))
      case .absent: break
      }
    }
    if shared > 0 { reasons.append(.sharedName(shared)) }
    if sharesRoad { reasons.append(.sharedRoad) }
    if sharesDivision { reasons.append(.sharedDivision) }
    if hasOtherOccupant { reasons.append(.otherOccupant) }
    if one.hasGate != other.hasGate { reasons.append(.otherSide) }
    return reasons
  }
}

extension SketchComparison {
  private static func presence(_ one: Set<[UInt8]>, _ other: Set<[UInt8]>) -> Presence {
    if one.isEmpty { return other.isEmpty ? .absent : .onlySecond }
    if other.isEmpty { return .onlyFirst }
    // Of several numbers, such as a lane off a lane, one side may leave some out, not both.
    let isWithin = one.allSatisfy { first in other.contains { isOneOf(first, $0) } }
    let holds = other.allSatisfy { second in one.contains { isOneOf(second, $0) } }
    return isWithin || holds ? .agrees : .contradicts
  }

  /// Two equal numbers, or a number and a range or list that holds it.
  private static func isOneOf(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one == other || Descent.members(of: other).contains(one)
      || Descent.members(of: one).contains(other)
  }

  private static func commonSuffix(_ one: [UInt32], _ other: [UInt32]) -> Int {
    zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.reduce(0) { count, _ in count + 1 }
  }

  private static func names(_ one: [UInt32], _ other: [UInt32], _ shared: Int) -> Names {
    let shorter = min(one.count, other.count)
    if shorter == 0 { return .none }
    if one == other { return .equal }
    if shared == shorter { return .suffix }
    if one.starts(with: other) || other.starts(with: one) {
      return shorter >= 2 ? .prefix : .differ
    }
    return shared >= 2 ? .partly : .differ
  }

  /// Whether a road of one is written in the other.
  private static func sharesRoad(_ one: AddressSketch, _ other: AddressSketch) -> Bool {
    one.roads.contains { holds(other.text, $0) }
  }

  /// Whether a division of one, without the word it ends with, is written in the other.
  private static func names(_ one: AddressSketch, _ other: AddressSketch) -> Bool {
    for kind in [ElementKind.city, .county, .town, .community] {
      for name in one.divisions[kind] ?? [] {
        if holds(other.text, name.count > 2 ? Array(name.dropLast()) : name) { return true }
      }
    }
    return false
  }

  /// Whether a stretch of characters is within another; an empty one is in none.
  private static func holds(_ text: [UInt32], _ part: [UInt32]) -> Bool {
    guard let first = part.first, part.count <= text.count else { return false }
    for start in 0...text.count - part.count where text[start] == first {
      if text[start..<start + part.count].elementsEqual(part) { return true }
    }
    return false
  }
}

extension ElementKind {
  /// Whether an address that ends with it ends with a name or something within a named place.
  fileprivate var endsWithName: Bool {
    switch self {
    case .community, .estate, .estatePart, .place, .floor: true
    default: false
    }
  }
}
