import Time

/// A store of goods for emergencies: of the bureau, a street or a community.
package struct EmergencyStore: Sendable {
  package enum Level: UInt8, Sendable { case district, street, community }

  package var level: Level
  /// The community in whose house it is, and the building.
  package var community: Int32
  package var building: Int32
  /// The premises of the community's seat; -1 where it has the building alone.
  package var premises: Int32
  package var name: String
  package var stock: Range<Int>
}

/// What lies in a store.
package struct StockItem: Sendable {
  package var store: Int32
  /// A place in ``EmergencyStores/goods``.
  package var good: UInt8
  /// In units, when it was counted first.
  package var base: Int32
}

/// The stores of the district with their stock.
package struct EmergencyStores: Sendable {
  package struct Good: Sendable {
    package var name: String
    package var unit: String
    /// How many a community has; a street has three times, the bureau ten times as many.
    var range: ClosedRange<Int>
    /// Years until it has to be replaced; 0 for what does not go off.
    var years: Int
  }

  /// After the list of the ministry for communities (应急管理部 2021: 社区应急物资储备), with their terms by
  /// the makers.
  package static let goods: [Good] = [
    Good(name: "棉被", unit: "床", range: 10...60, years: 0),
    Good(name: "折叠床", unit: "张", range: 5...40, years: 0),
    Good(name: "救灾帐篷", unit: "顶", range: 2...12, years: 0),
    Good(name: "瓶装饮用水", unit: "箱", range: 20...120, years: 1),
    Good(name: "方便食品", unit: "箱", range: 10...80, years: 1),
    Good(name: "编织袋", unit: "只", range: 200...3_000, years: 3),
    Good(name: "救生衣", unit: "件", range: 5...40, years: 5),
    Good(name: "救生圈", unit: "个", range: 4...20, years: 5),
    Good(name: "强光手电", unit: "只", range: 5...40, years: 0),
    Good(name: "应急照明灯", unit: "台", range: 1...8, years: 0),
    Good(name: "发电机", unit: "台", range: 1...3, years: 0),
    Good(name: "排水泵", unit: "台", range: 1...5, years: 0),
    Good(name: "干粉灭火器", unit: "具", range: 10...60, years: 10),
    Good(name: "急救箱", unit: "个", range: 1...8, years: 2),
    Good(name: "一次性医用口罩", unit: "只", range: 500...8_000, years: 2),
    Good(name: "84消毒液", unit: "桶", range: 5...60, years: 1),
    Good(name: "雨衣", unit: "套", range: 10...60, years: 0),
    Good(name: "铁锹", unit: "把", range: 10...60, years: 0),
    Good(name: "警戒带", unit: "卷", range: 5...40, years: 0),
    Good(name: "融雪剂", unit: "袋", range: 10...100, years: 2),
  ]

  package let stores: [EmergencyStore]
  package let items: [StockItem]
  private let seed: UInt64
  private let division: Division
  private let managers: Managers

  private static let wanted = 900

  /// One of the bureau for each 45 communities, one of each street and of each community: five to twelve
  /// goods in each, as many in all as the list has.
  package init(ground: Ground, homes: Homes, managers: Managers, share: Int) {
    (seed, division, self.managers) = (ground.seed, ground.division, managers)
    let stream = Draw.stream(ground.seed, "store")
    // The first building of each community that is no house of a village: where the share has no seat.
    var houses = Array(repeating: Int32(-1), count: ground.communities.count)
    for (index, building) in ground.buildings.enumerated()
    where building.razed == .max && building.built < TruthCalendar.firstOrdinal
      && building.kind != .villageHouse && building.kind != .farm
    {
      let community = Int(ground.grids[Int(building.grid)].community)
      if houses[community] < 0 { houses[community] = Int32(index) }
    }
    func house(_ community: Int) -> (building: Int32, premises: Int32)? {
      let seat = homes.seats[community]
      if seat >= 0 { return (homes.premises[Int(seat)].building, seat) }
      return houses[community] < 0 ? nil : (houses[community], -1)
    }
    var stores: [EmergencyStore] = []
    func add(_ level: EmergencyStore.Level, _ community: Int, _ name: String) {
      guard let house = house(community) else { return }
      stores.append(
        EmergencyStore(
          level: level, community: Int32(community), building: house.building,
          premises: house.premises, name: name, stock: 0..<0))
    }
    add(.district, 0, "\(ground.division.name)应急物资储备中心")
    add(.district, ground.communities.count / 2, "\(ground.division.name)防汛物资仓库")
    for (street, unit) in ground.streets.enumerated() {
      let first = ground.communities.firstIndex { Int($0.street) == street } ?? 0
      add(.street, first, unit.name + "应急物资储备站")
    }
    for (community, unit) in ground.communities.enumerated() {
      add(.community, community, unit.name + "应急物资储备点")
    }
    let wanted = max(12, Self.wanted * share / 100)
    var items: [StockItem] = []
    for index in stores.indices {
      // What is left over what is left of the stores, five to twelve.
      let left = min(stores.count, max(1, wanted * stores.count / Self.wanted)) - index
      guard left > 0 else {
        stores.removeLast(stores.count - index)
        break
      }
      var draw = Draw(stream, index)
      let mean = (wanted - items.count) / left
      let count = min(12, max(5, left == 1 ? mean : mean + draw.number(-3...3)))
      let factor = [10, 3, 1][Int(stores[index].level.rawValue)]
      let first = items.count
      var goods = Array(Self.goods.indices)
      for _ in 0..<count {
        let good = goods.remove(at: draw.below(goods.count))
        items.append(
          StockItem(
            store: Int32(index), good: UInt8(good),
            base: Int32(draw.number(Self.goods[good].range) * factor)))
      }
      stores[index].stock = first..<items.count
    }
    (self.stores, self.items) = (stores, items)
  }

  /// 仓库编号: region, level and number.
  package func code(of store: Int) -> String {
    "YJ\(division.code)\(stores[store].level.rawValue + 1)" + Digits.padded(store + 1, 4)
  }

  /// Who looks after a store for four years: somebody of the community.
  package func keeper(of store: Int, on day: Int32) -> Int32 {
    let first = TruthCalendar.firstOrdinal - Int32(store * 37 % 1_400)
    let term = (max(day, first) - first) / 1_461
    let from = first + term * 1_461
    var draw = Draw(Draw.stream(seed, "store.keeper"), store * 16 + Int(term))
    return managers.neighbour(
      ofCommunity: Int(stores[store].community), from: from, to: from + 1_460, &draw)
  }

  /// The quantity as counted each quarter: what is used up is filled up again, up to a fifth is missing.
  package func quantity(of item: Int, on day: Int32) -> Int {
    let one = items[item]
    let base = Int(one.base)
    guard Self.goods[Int(one.good)].years > 0, base >= 10 else { return base }
    var draw = Draw(Draw.stream(seed, "store.count"), item * 64 + Int(day / 91) % 64)
    return draw.below(3) > 0 ? base : base - draw.below(base / 5 + 1)
  }

  /// The day until which a good is to be used: replaced a month before it at the latest.
  package func expiresOn(_ item: Int, on day: Int32) -> Int32? {
    let years = Self.goods[Int(items[item].good)].years
    guard years > 0 else { return nil }
    var draw = Draw(Draw.stream(seed, "store.term"), item)
    let term = Int32(years * 365)
    let start = Int32(draw.below(Int(term)))
    // One in 25 is replaced too late.
    let cycle = term + (draw.below(25) == 0 ? 75 : -30)
    return start + (day - start) / cycle * cycle + term
  }
}
