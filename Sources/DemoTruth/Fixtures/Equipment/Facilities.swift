/// The things in and on buildings, the signs, chargers, sanitation works and shelters.
///
/// With the components of the survey they are one list: its places are those of `fixtures.all` first, then
/// those of ``all``. Toilets, signboards, light boxes and civil defence works are components.
package struct Facilities: Sendable {
  package let all: [Facility]
  /// How many components come before them.
  package let offset: Int
  let fixtures: Fixtures
  let ground: Ground
  let owners: FacilityOwners
  let seed: UInt64
  /// By place in the list: the names of what has one of its own.
  private let names: [Int: String]
  private let stationNames: [String]

  package init(
    ground: Ground, homes: Homes, fixtures: Fixtures, firms: Firms, contracts: PropertyContracts,
    share: Int
  ) {
    (self.ground, self.fixtures, offset) = (ground, fixtures, fixtures.all.count)
    seed = ground.seed
    all = FacilityMaker(ground: ground, homes: homes, firms: firms, share: share).all
    owners = FacilityOwners(ground: ground, firms: firms, contracts: contracts)
    let maker = FacilityNames(ground: ground, firms: firms)
    (names, stationNames) = maker.names(fixtures, all)
  }

  /// How many there are with the components.
  package var count: Int { offset + all.count }

  /// One of ``all`` by its place in the list; nil for components.
  package func facility(_ index: Int) -> Facility? {
    index < offset ? nil : all[index - offset]
  }

  /// The class of a component by its two pairs of digits; nil for others.
  package func fixtureClass(_ index: Int) -> FixtureClass? {
    index < offset ? fixtures.all[index].fixtureClass : nil
  }

  private func isFixture(_ index: Int, _ major: Int, _ minors: [Int]) -> Bool {
    fixtureClass(index).map {
      $0.set != .camera && $0.major == major && minors.contains($0.minor)
    } ?? false
  }

  // MARK: What each list has

  package func isEquipment(_ index: Int) -> Bool { facility(index)?.kind.isEquipment ?? false }

  package func isCharger(_ index: Int) -> Bool { facility(index)?.kind == .charger }

  /// Signboards and light boxes at roads, and signs on buildings.
  package func isSign(_ index: Int) -> Bool {
    facility(index)?.kind.isSign ?? isFixture(index, 3, [6, 7])
  }

  /// Toilets and the other works of the street cleaners.
  package func isSanitation(_ index: Int) -> Bool {
    facility(index)?.kind.isSanitation ?? isFixture(index, 3, [1])
  }

  /// Parks, schools and halls, and the civil defence works that are named as shelters.
  package func isShelter(_ index: Int) -> Bool {
    facility(index)?.kind.isShelter ?? (isFixture(index, 5, [2]) && names[index] != nil)
  }

  /// Whether it is there on a day.
  package func stands(_ index: Int, on day: Int32) -> Bool {
    facility(index)?.stands(on: day) ?? (fixtures.all[index].recorded <= day)
  }

  /// The first day.
  package func from(_ index: Int) -> Int32 {
    facility(index)?.from ?? fixtures.all[index].recorded
  }

  // MARK: Places and names

  /// The name of its own: 建设路公厕, 锦绣花园充电站; nil for what has none.
  package func name(_ index: Int) -> String? { names[index] }

  /// The name of the station of a charger.
  package func stationName(_ index: Int) -> String? {
    facility(index).flatMap {
      $0.kind == .charger && $0.place > 0 ? stationNames[Int($0.place) - 1] : nil
    }
  }

  /// Where a thing beside the components is written to be: the door of its building, else the corner of its
  /// block; nil for one with a building, whose address says it.
  package func corner(_ index: Int) -> String? {
    guard let one = facility(index), one.building < 0, one.place >= 0 else { return nil }
    let block =
      one.kind == .collectionPoint
      ? Int(ground.estates[Int(one.place)].blocks[0]) : Int(one.place)
    return ground.corner(ofBlock: block)
  }

  /// A draw of a thing's own.
  func draw(_ name: String, _ index: Int) -> Draw {
    Draw(Draw.stream(seed, "facility." + name), key(index))
  }

  /// A number of the thing that stays the same whatever else there is.
  func key(_ index: Int) -> Int {
    if let one = facility(index) { return (Int(one.kind.rawValue) + 512) << 24 | Int(one.number) }
    let one = fixtures.all[index]
    return Int(one.kind) << 24 | Int(one.number)
  }
}

/// Names of works and shelters, each of them once.
struct FacilityNames {
  let ground: Ground
  let firms: Firms

  func names(
    _ fixtures: Fixtures, _ all: [Facility]
  ) -> (names: [Int: String], stations: [String]) {
    var names: [Int: String] = [:]
    var used: [String: Int] = [:]
    func named(_ stem: String, _ word: String) -> String {
      used[stem + word, default: 0] += 1
      let count = used[stem + word] ?? 1
      return count == 1 ? stem + word : stem + ChineseNumeral.text(count) + "号" + word
    }
    let words = GroundNames(seed: ground.seed)
    var shelters = max(1, 15 * all.count { $0.kind.isShelter } / 105)
    for (index, one) in fixtures.all.enumerated() {
      let kind = one.fixtureClass
      guard kind.set == .part03 && kind.minor == 1 || kind.set == .part05 && kind.minor == 2
      else { continue }
      let road = one.road >= 0 ? ground.roads[Int(one.road)].name : ""
      let stem = road.isEmpty ? community(ofGrid: one.grid) : road
      if kind.set == .part03 {
        names[index] = named(stem, "公厕")
      } else if shelters > 0 {
        names[index] = named(stem, "人防工程避难场所")
        shelters -= 1
      }
    }
    var stations: [String] = []
    for (place, one) in all.enumerated() {
      let index = fixtures.all.count + place
      switch one.kind {
      case .charger:
        if Int(one.place) > stations.count {
          stations.append(named(stem(ofBuilding: Int(one.building)), "充电站"))
        }
      case .transferStation, .depot, .restRoom:
        let grid = ground.blocks[Int(one.place)].grid
        let word = one.kind == .depot ? "环卫停车场" : one.kind == .restRoom ? "环卫道班房" : "垃圾转运站"
        names[index] = named(community(ofGrid: grid), word)
      case .collectionPoint:
        names[index] = named(ground.estates[Int(one.place)].name, "垃圾收集点")
      case .park: names[index] = named(words.park(Int(one.place)), "应急避难场所")
      case .school, .hall:
        var name = firms.name(of: Int(one.firm))
        for front in [ground.division.fullName, Division.city] where name.hasPrefix(front) {
          name.removeFirst(front.count)
        }
        names[index] = named(name, "应急避难场所")
      default: continue
      }
    }
    return (names, stations)
  }

  private func community(ofGrid grid: Int32) -> String {
    let name = ground.communities[Int(ground.grids[Int(grid)].community)].name
    return name.hasSuffix("社区") ? String(name.dropLast(2)) : name
  }

  private func stem(ofBuilding building: Int) -> String {
    let address = ground.address(ofBuilding: building)
    if !address.estate.isEmpty { return address.estate }
    var style = AddressStyle()
    (style.divisions, style.form, style.level) = (.none, .road, .door)
    let door = address.text(style)
    return door.isEmpty ? community(ofGrid: ground.buildings[building].grid) : door
  }
}
