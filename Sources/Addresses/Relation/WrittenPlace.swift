/// What a reading says from the road or village down, in one spelling whatever divisions stand before it.
///
/// 临江省云溪市格物区新安街道梅江路135号3幢 and 梅江路一三五号3栋 are the same. It serves to compare texts where a register
/// has neither; that they are one place it does not say, since two towns may have a road of one name.
public struct WrittenPlace: Sendable, Hashable {
  /// All of it; empty where no number below a name is there, or a stretch of the text was not used.
  public private(set) var text: [UInt8] = []
  /// The level of the finest element.
  public private(set) var level = AddressLevel.none
  /// As far as the door; empty where it does not go so far, as the others.
  public private(set) var door: [UInt8] = []
  /// As far as the building.
  public private(set) var building: [UInt8] = []
  /// As far as the room.
  public private(set) var dwelling: [UInt8] = []

  /// What a reading says.
  public init(_ reading: Reading) {
    guard reading.unused.isEmpty else { return }
    let own = Self.elements(of: reading)
    guard own.contains(where: \.kind.isNumber), own.contains(where: { !$0.kind.isNumber }) else {
      return
    }
    for element in own {
      text += Self.spelled(element)
      if element.kind == .roadNumber { door = text }
      if element.kind == .building || element.kind == .row { building = text }
      level = Self.level(of: element.kind)
    }
    if level == .room { dwelling = text }
  }

  /// The elements that count, from the whole to the part.
  private static func elements(of reading: Reading) -> [Element] {
    var own = reading.elements.filter { element in
      element.kind >= .villageGroup && element.kind <= .room && element.kind != .place
        && !element.source.isEmpty
    }
    // The name of the estate says no more than the number of its door.
    if reading[.road] != nil, reading[.roadNumber] != nil { own.removeAll { $0.kind == .estate } }
    // A village's numbers say nothing without its name.
    if reading[.road] == nil, reading[.estate] == nil, let village = reading[.community] {
      own.append(village)
    }
    return own.enumerated().sorted {
      ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset)
    }.map(\.element)
  }

  private static func spelled(_ element: Element) -> [UInt8] {
    let isNumber = element.kind.isNumber
    let key = isNumber ? NumberAtom.canonical(element.key) : element.key
    return (element.kind == .subNumber ? Array("之".utf8) : []) + key
      + (isNumber ? Array(suffix(of: element.kind).utf8) : [])
  }

  private static func suffix(of kind: ElementKind) -> String {
    switch kind {
    case .lane: "弄"
    case .roadNumber: "号"
    case .row: "排"
    case .building: "幢"
    case .entrance: "单元"
    case .floor: "层"
    case .room: "室"
    default: ""
    }
  }

  private static func level(of kind: ElementKind) -> AddressLevel {
    switch kind {
    case .room: .room
    case .floor: .floor
    case .entrance: .entrance
    case .building, .row: .building
    case .roadNumber, .subNumber: .door
    case .community: .community
    case .villageGroup: .villageGroup
    default: .road
    }
  }
}
