import DemoTruth

/// What can be read of the register of addresses.
enum AddressFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.places[.address] = { $0.shared.spot(ofAddress: $1) }
    table.facts = [
      "address.code": { sight, index in
        .optional(sight.shared.addressCode(of: sight.shared.spot(ofAddress: index)))
      },
      "address.road": { part($0, $1) { $0.road } },
      "address.roadNumber": { part($0, $1, doorText) },
      "address.estateName": { part($0, $1) { $0.estate } },
      "address.buildingNumber": { part($0, $1) { text($0, from: .door, to: .building) } },
      "address.entrance": { part($0, $1) { text($0, from: .building, to: .entrance) } },
      "address.room": { part($0, $1) { text($0, from: .entrance, to: .room) } },
      "address.full": { sight, index in
        .optional(sight.shared.text(of: sight.shared.spot(ofAddress: index), .standard, on: nil))
      },
      "address.kind": { sight, index in
        .text(isCollective(sight, index) ? "3" : "1")
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    // Community by community, in the order in which they were surveyed.
    "psb_std_address": RowRule(
      group: { sight, index in
        Int(sight.shared.ground.grids[sight.shared.addresses.grid(ofEntry: index)].community)
      },
      count: { $0.addresses.entries.count },
      isIn: { sight, index in
        guard let building = sight.shared.building(at: sight.shared.spot(ofAddress: index)) else {
          return false
        }
        // What is torn down stays for a year.
        let one = sight.shared.ground.buildings[building]
        return one.built <= sight.day && (one.razed == .max || sight.day < one.razed + 365)
      })
  ]

  private static func part(
    _ sight: Sight, _ index: Int, _ read: (Address) -> String
  ) -> DemoValue {
    .optional(sight.shared.address(of: sight.shared.spot(ofAddress: index)).map(read))
  }

  private static func doorText(_ address: Address) -> String {
    var address = address
    address.estate = ""
    return text(address, from: .road, to: .door)
  }

  /// What a level adds to the one above it: 3幢, 2单元, 302室.
  private static func text(
    _ address: Address, from upper: AddressStyle.Level, to lower: AddressStyle.Level
  ) -> String {
    var style = AddressStyle()
    style.divisions = .none
    var village = address
    village.community = ""
    style.level = upper
    let above = village.text(style)
    style.level = lower
    let text = village.text(style)
    return text.hasPrefix(above) ? String(text.dropFirst(above.count)) : text
  }

  private static func isCollective(_ sight: Sight, _ index: Int) -> Bool {
    guard let building = sight.shared.building(at: sight.shared.spot(ofAddress: index)) else {
      return false
    }
    let kind = sight.shared.ground.buildings[building].kind
    return kind == .dormitory || kind == .careHome
  }
}

extension SharedTruth {
  /// Where an entry of the register of addresses is.
  func spot(ofAddress index: Int) -> Spot {
    let entry = addresses.entries[index]
    return switch entry.kind {
    case .estate: .estate(Int(entry.place))
    case .building: .building(Int(entry.place))
    case .entrance: .entrance(building: Int(entry.place), Int(entry.entrance))
    case .dwelling: .dwelling(Int(entry.place))
    case .premises: .premises(Int(entry.place))
    }
  }
}
