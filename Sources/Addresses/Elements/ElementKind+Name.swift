extension ElementKind {
  /// Its name in rules and answers, and as a column in SQL.
  public var name: String {
    switch self {
    case .country: "country"
    case .province: "province"
    case .city: "city"
    case .county: "county"
    case .town: "town"
    case .community: "community"
    case .villageGroup: "village_group"
    case .road: "road"
    case .lane: "lane"
    case .roadNumber: "road_number"
    case .subNumber: "sub_number"
    case .estate: "estate"
    case .estatePart: "estate_part"
    case .row: "house_row"
    case .place: "place"
    case .building: "building"
    case .entrance: "entrance"
    case .floor: "floor"
    case .room: "room"
    case .postcode: "postcode"
    case .remark: "remark"
    }
  }

  /// The kind with a name; nil where none has it.
  public init?(name: String) {
    guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }
}

extension AddressLevel {
  /// Its name in the store, in rules and answers.
  public var name: String {
    switch self {
    case .none: "none"
    case .province: "province"
    case .city: "city"
    case .county: "county"
    case .town: "town"
    case .community: "community"
    case .villageGroup: "village_group"
    case .road: "road"
    case .door: "door"
    case .building: "building"
    case .entrance: "entrance"
    case .floor: "floor"
    case .room: "room"
    }
  }

  /// The level with a name; nil where none has it.
  public init?(name: String) {
    guard let level = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = level
  }
}
