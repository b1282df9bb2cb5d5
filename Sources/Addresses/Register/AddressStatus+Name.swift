extension AddressStatus {
  /// Its name in the store, in rules and answers.
  public var name: String {
    switch self {
    case .approved: "approved"
    case .alternative: "alternative"
    case .provisional: "provisional"
    case .historic: "historic"
    case .wrong: "wrong"
    }
  }

  /// The one with a name; nil where none has it.
  public init?(name: String) {
    guard let status = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = status
  }
}

extension PositionKind {
  /// Its name in the store, in rules and answers.
  public var name: String {
    switch self {
    case .room: "room"
    case .entrance: "entrance"
    case .building: "building"
    case .doorPlate: "door_plate"
    case .parcel: "parcel"
    case .estateCentre: "estate_centre"
    case .roadCentre: "road_centre"
    case .communityCentre: "community_centre"
    case .townCentre: "town_centre"
    }
  }

  /// The one with a name; nil where none has it.
  public init?(name: String) {
    guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }
}
