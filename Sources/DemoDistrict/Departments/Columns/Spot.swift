import DemoTruth
import Geometry

/// Where something of the truth is.
enum Spot {
  case dwelling(Int)
  case premises(Int)
  case building(Int)
  case entrance(building: Int, Int)
  case estate(Int)
  case fixture(Int)
  case event(Int)
  /// A position (degrees) beside buildings.
  case place(Coordinate)
  /// A place outside the district, by the region of a number.
  case outside(String)
  /// A place in the open (CGCS2000), with what is written as its address in every form.
  case open(Coordinate, String)
}

extension SharedTruth {
  /// The building at a spot; nil for what stands in the open or elsewhere.
  func building(at spot: Spot) -> Int? {
    switch spot {
    case .dwelling(let index): Int(homes.dwellings[index].building)
    case .premises(let index): Int(homes.premises[index].building)
    case .building(let index), .entrance(let index, _): index
    case .estate(let index): gateOfEstate[index] < 0 ? nil : Int(gateOfEstate[index])
    case .event(let index): Self.place(events.nearestBuilding(to: index))
    case .fixture, .place, .outside, .open: nil
    }
  }

  private static func place(_ index: Int32) -> Int? { index < 0 ? nil : Int(index) }

  /// The grid of a spot, a place in `ground.grids`; nil outside the district.
  func grid(at spot: Spot) -> Int? {
    switch spot {
    case .fixture(let index): Int(fixtures.all[index].grid)
    case .estate(let index): Int(ground.estates[index].grid)
    case .outside: nil
    case .open(let position, _): ground.grid(at: position)
    case .event(let index): ground.grid(at: truth.position(ofEvent: index))
    case .place(let position): ground.grid(at: position)
    default: building(at: spot).map { Int(ground.buildings[$0].grid) }
    }
  }

  /// Where a spot is (CGCS2000).
  func position(of spot: Spot) -> Coordinate? {
    switch spot {
    case .dwelling(let index): homes.position(ofDwelling: index, ground)
    case .premises(let index):
      ground.position(
        ofBuilding: Int(homes.premises[index].building),
        entrance: Int(homes.premises[index].entrance))
    case .entrance(let building, let entrance):
      ground.position(ofBuilding: building, entrance: entrance)
    case .fixture(let index): fixtures.all[index].position
    case .event(let index): truth.position(ofEvent: index)
    case .place(let position): position
    case .building, .estate: building(at: spot).map { ground.buildings[$0].position }
    case .outside: nil
    case .open(let position, _): position
    }
  }

  /// The address of a spot; that of a fixture is the door nearest to it.
  func address(of spot: Spot) -> Address? {
    switch spot {
    case .dwelling(let index): return ground.address(of: homes.dwellings[index])
    case .premises(let index): return ground.address(of: homes.premises[index])
    case .building(let index): return ground.address(ofBuilding: index)
    case .entrance(let index, let entrance):
      var address = ground.address(ofBuilding: index)
      address.entrance = entrance
      return address
    case .estate:
      guard let building = self.building(at: spot) else { return nil }
      var address = ground.address(ofBuilding: building)
      (address.phase, address.prefix, address.building, address.sub) = (0, 0, 0, 0)
      return address
    case .fixture, .event, .place, .outside, .open: return nil
    }
  }

  /// The code of the register of addresses.
  func addressCode(of spot: Spot) -> String? {
    switch spot {
    case .dwelling(let index): ground.addressCode(of: homes.dwellings[index])
    case .premises(let index): ground.addressCode(of: homes.premises[index])
    case .building(let index): ground.addressCode(ofBuilding: index)
    case .entrance(let index, let entrance):
      ground.addressCode(ofEntrance: entrance, ofBuilding: index)
    case .estate(let index): ground.addressCode(ofEstate: index)
    case .fixture, .event, .place, .outside, .open: nil
    }
  }

  /// The area of the police net, a place in `ground.police.units`.
  func beat(at spot: Spot) -> Int? {
    building(at: spot).map {
      Int(ground.police.unitOfBlock[Int(ground.buildings[$0].block)])
    }
  }

  /// What is written as the address of a spot.
  ///
  /// - Parameter day: on which the address is written: a road that was renamed later has its former name.
  func text(
    of spot: Spot, _ form: AddressForm, on day: Int32?, level: AddressStyle.Level = .room
  ) -> String? {
    switch spot {
    case .fixture(let index): return placeText(ofFixture: index)
    case .outside(let region): return OutsidePlaces.address(region)
    case .open(_, let words): return words
    default: break
    }
    guard let address = address(of: spot) else { return nil }
    let road = Int(address.door.road)
    let isFormer = road >= 0 && day.map { $0 < ground.roads[road].renamed } == true
    let text = form.text(address, usesFormerRoad: isFormer, level: level)
    // A farm in the fields has the village alone.
    return text.isEmpty ? address.community : text
  }

  /// 文渊路88号对面: the door nearest to a thing on a road.
  func placeText(ofFixture index: Int) -> String? {
    let fixture = fixtures.all[index]
    guard fixture.road >= 0 else { return nil }
    let road = ground.roads[Int(fixture.road)].name
    guard let near = doors.nearest(to: fixture) else { return road.isEmpty ? nil : road }
    let door = ground.address(ofBuilding: Int(near.building))
      .text(Self.doorStyle)
    if near.isOpposite { return door + "对面" }
    return near.direction.isEmpty ? door + "门前" : door + near.direction + "侧"
  }

  private static let doorStyle: AddressStyle = {
    var style = AddressStyle()
    (style.divisions, style.form, style.level) = (.none, .road, .door)
    return style
  }()
}
