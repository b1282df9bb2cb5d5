/// A place with bottled gas, or a station that sells it.
package struct GasPoint: Sendable {
  package enum Kind: UInt8, Sendable { case depot, station, restaurant, home }

  package var kind: Kind
  /// A place in `firms.list`, of homes one in `homes.dwellings`.
  package var place: Int32

  /// 类型.
  package var title: String {
    switch kind {
    case .depot: "储配站"
    case .station: "供应站"
    case .restaurant: "瓶装餐饮用户"
    case .home: "瓶装居民用户"
    }
  }
}

/// The stations and users of bottled gas that are under contract with a station.
package struct GasPoints: Sendable {
  package let list: [GasPoint]
  private let firms: Firms
  private let lives: Lives

  /// Homes: one in 24 houses of villages and of the old quarter, where no main lies, has a contract of its
  /// own; the others change bottles without one (assumption, so that restaurants are the greater part as in
  /// lists of the kind).
  package init(ground: Ground, homes: Homes, firms: Firms, lives: Lives) {
    (self.firms, self.lives) = (firms, lives)
    let stations = firms.list.indices.filter { firms.trade(of: $0).code == "4511" }
    var list = stations.enumerated().map { place, firm in
      GasPoint(kind: place == 0 ? .depot : .station, place: Int32(firm))
    }
    for index in firms.list.indices where firms.hasBottledGas(index) {
      list.append(GasPoint(kind: .restaurant, place: Int32(index)))
    }
    let stream = Draw.stream(ground.seed, "gas.home")
    for (index, dwelling) in homes.dwellings.enumerated() {
      let kind = ground.buildings[Int(dwelling.building)].kind
      guard kind == .villageHouse || kind == .oldHouse else { continue }
      var draw = Draw(stream, index)
      if draw.below(24) == 0 { list.append(GasPoint(kind: .home, place: Int32(index))) }
    }
    self.list = list
  }

  /// Whether there is somebody on a day: the firm is open, the home lived in.
  package func isUsed(_ point: Int, on day: Int32) -> Bool {
    let one = list[point]
    return one.kind == .home
      ? head(ofHome: Int(one.place), on: day) >= 0
      : firms.list[Int(one.place)].isOpen(on: day)
  }

  /// Who answers for a point: the operator, or the head of the family; -1 for one who lives elsewhere.
  package func contact(of point: Int, on day: Int32) -> Int32 {
    let one = list[point]
    return one.kind == .home
      ? head(ofHome: Int(one.place), on: day) : firms.list[Int(one.place)].representative
  }

  private func head(ofHome dwelling: Int, on day: Int32) -> Int32 {
    lives.occupants(of: dwelling, on: day).first {
      lives.people.persons[Int($0)].age(on: day) >= 18
    } ?? -1
  }

  /// 编号: region and number.
  package func number(of point: Int) -> String {
    "RQ\(firms.division.code)" + Digits.padded(point + 1, 6)
  }
}
