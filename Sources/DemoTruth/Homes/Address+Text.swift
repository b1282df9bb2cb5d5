extension Address {
  /// The standard form: 临江省云溪市格物区和风街道长安路12号锦绣花园二期3幢2单元301室.
  package var standard: String { text(AddressStyle()) }

  /// The address in a style; what it has no element for is left out.
  package func text(_ style: AddressStyle) -> String {
    divisionText(style) + placeText(style) + homeText(style)
  }

  private func divisionText(_ style: AddressStyle) -> String {
    let isStreet = style.level >= .street
    // A village's name is part of the standard form: nothing else says which village it is.
    let named = kind == .village && road.isEmpty || style.divisions == .all
    let last = named && style.level >= .community ? community : ""
    switch style.divisions {
    case .all, .standard: return province + city + district + (isStreet ? street + last : "")
    case .district: return city + district + last
    case .short: return district + (isStreet ? street + last : "")
    case .community: return isStreet ? street + (style.level >= .community ? community : "") : ""
    case .none: return last
    }
  }

  /// The road with the door, and the estate.
  private func placeText(_ style: AddressStyle) -> String {
    guard style.level >= .road else { return "" }
    var text = ""
    let hasRoad = !road.isEmpty && (style.form != .estate || estate.isEmpty)
    if hasRoad {
      text += style.usesFormerRoad && !formerRoad.isEmpty ? formerRoad : road
      guard style.level >= .door else { return text }
      if shop > 0 && building == 0 && style.level >= .room {
        text += shopDoor(style)
      } else if door.number > 0 {
        text += Self.doorText(
          door, word: kind == .lane && building > 0 ? "弄" : "号", numeral: style.numeral)
      }
    }
    guard style.level >= .door else { return text }
    if style.form != .road || road.isEmpty {
      text += style.usesSecondName && !secondEstate.isEmpty ? secondEstate : estate
    }
    return text
  }

  /// 12-3号: the third shop of number 12; with a mark 甲12号-3.
  private func shopDoor(_ style: AddressStyle) -> String {
    door.mark == .none ? "\(door.number)-\(shop)号" : Self.doorText(door) + "-\(shop)"
  }

  private func homeText(_ style: AddressStyle) -> String {
    guard style.level >= .building else { return "" }
    let isFlat = kind == .estate || kind == .compound
    if style.room == .dashed, isFlat, building > 0, room > 0, style.level == .room {
      let parts = [
        prefix == 0 ? "\(building)" : "甲\(building)", entrance > 0 ? "\(entrance)" : "", roomNumber,
      ]
      return (phase > 0 ? style.phase(phase) : "")
        + parts.filter { !$0.isEmpty }.joined(separator: "-")
    }
    var text = buildingText(style)
    if shop > 0, building > 0, style.level >= .room { return text + "\(shop)号商铺" }
    if entrance > 0, style.level >= .entrance {
      if style.room == .entranceDashed, room > 0, style.level == .room {
        return text + "\(entrance)-\(roomNumber)"
      }
      text += style.numeral(entrance) + style.entranceWord
    }
    guard floor > 0, style.level >= .floor else { return text }
    if style.room == .withFloor || style.level == .floor || room == 0 {
      text += style.numeral(floor) + (style.room == .withFloor ? "楼" : "层")
    }
    guard room > 0, style.level == .room else { return text }
    return text + roomNumber + (style.room == .bare ? "" : "室")
  }
}

extension Ground {
  /// The address of a building, down to its number.
  package func address(ofBuilding index: Int) -> Address {
    let building = buildings[index]
    let grid = grids[Int(building.grid)]
    var address = Address()
    address.district = division.name
    address.street = streets[Int(grid.street)].name
    address.community = communities[Int(grid.community)].name
    if building.estate >= 0 {
      let estate = estates[Int(building.estate)]
      address.estate = estate.name
      address.secondEstate = estate.secondName
      address.kind = estate.kind
      address.door = estate.door
      address.phase = Int(building.phase)
      address.prefix = Int(building.prefix)
      address.building = Int(building.number)
      address.sub = Int(building.sub)
    }
    if building.door.number > 0 { address.door = building.door }
    if address.door.road >= 0 {
      let road = roads[Int(address.door.road)]
      address.road = road.name
      address.formerRoad = road.formerName
    }
    return address
  }

  /// The address of a dwelling.
  package func address(of dwelling: Dwelling) -> Address {
    var address = address(ofBuilding: Int(dwelling.building))
    let building = buildings[Int(dwelling.building)]
    address.entrance = Int(dwelling.entrance)
    let isWhole =
      dwelling.kind == .dormitory || dwelling.kind == .careHome
      || (building.doors <= 1 && (building.kind == .villageHouse || building.kind == .oldHouse))
      || building.kind == .villa
    if !isWhole {
      address.floor = Int(dwelling.floor)
      address.room = Int(dwelling.door)
    }
    return address
  }

  /// The address of premises: shops are numbered from the road where their building has a door there.
  package func address(of premises: Premises) -> Address {
    var address = address(ofBuilding: Int(premises.building))
    let building = buildings[Int(premises.building)]
    if premises.kind == .site || premises.floor == 0 { return address }
    if premises.floor <= building.shopFloors {
      address.shop = Int(premises.door) + (Int(premises.floor) - 1) * Int(building.shops)
      if building.door.number > 0 {
        (address.building, address.phase, address.prefix, address.estate) = (0, 0, 0, "")
        (address.secondEstate, address.kind) = ("", .compound)
      }
      return address
    }
    guard premises.door > 0 else { return address }
    address.entrance = Int(premises.entrance)
    address.floor = Int(premises.floor)
    address.room = Int(premises.door)
    return address
  }
}
