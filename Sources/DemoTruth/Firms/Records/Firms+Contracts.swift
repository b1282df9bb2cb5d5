/// A contract of a property company for an estate.
package struct ManagementContract: Sendable {
  package var estate: Int
  /// The company's place in `firms.list`.
  package var firm: Int32
  package var from: Int32
  package var to: Int32
  /// In fen per square metre and month.
  package var fee: Int
}

/// A large building that many share, with who runs it: a mall, a market, a supermarket.
package struct Mall: Sendable {
  package var premises: Int32
  /// The one who runs it: a place in `firms.list`; -1 where nobody of the district does.
  package var firm: Int32
  package var name: String
  /// A kind of the list of malls: 购物中心, 百货店, 超市, 农贸市场, 专业市场.
  package var kind: String
  package var stalls: Int
}

/// A park of industry or an office tower with its tenants.
package struct BusinessPark: Sendable {
  package var building: Int32
  package var firm: Int32
  package var name: String
  package var kind: String
  /// In square metres.
  package var area: Int
  package var premises: [Int32]
}

extension Firms {
  private func operators(_ code: String) -> [Int] {
    let place = Trade.place(code)
    return list.indices.filter {
      Int(list[$0].trade) == place && list[$0].form.isEnterprise && !list[$0].isDormant
        && list[$0].isOpen(on: TruthCalendar.todayOrdinal)
    }
  }

  /// The malls and markets: each hall has one.
  ///
  /// A market has its stalls at 25 m2 (assumption).
  package func malls() -> [Mall] {
    let operators = operators("7221")
    let stream = Draw.stream(seed, "firm.mall")
    return places.premises.indices.filter { places.premises[$0].kind == .hall }.map { index in
      var draw = Draw(stream, index)
      let area = Int(places.premises[index].area)
      let community = places.community(places.premises[index].building)
      let word = names.word(index + 300_000).text
      let (kind, name): (String, String) =
        switch (area, draw.below(100)) {
        case (20_000..., ..<70): ("购物中心", word + draw.pick(["广场", "购物中心", "天地", "城"]))
        case (20_000..., _): ("百货店", word + "百货大楼")
        case (_, ..<45): ("农贸市场", community + draw.pick(["农贸市场", "菜市场", "综合市场"]))
        case (_, ..<70): ("专业市场", word + draw.pick(["建材市场", "服装市场", "小商品市场", "花鸟市场"]))
        default: ("超市", word + draw.pick(["大卖场", "购物广场", "生活广场"]))
        }
      return Mall(
        premises: Int32(index), firm: operators.isEmpty ? -1 : Int32(draw.pick(operators)),
        name: name, kind: kind, stalls: max(1, area / 25 * 2 / 3))
    }
  }

  /// The parks and towers: the buildings with most office and workshop area, 24 in the whole
  /// district.
  package func parks() -> [BusinessPark] {
    var areas: [Int32: (area: Int, offices: Int, premises: [Int32])] = [:]
    for (index, premises) in places.premises.enumerated() {
      guard premises.kind == .office || premises.kind == .workshop else { continue }
      areas[premises.building, default: (0, 0, [])].area += Int(premises.area)
      areas[premises.building]?.premises.append(Int32(index))
      if premises.kind == .office { areas[premises.building]?.offices += Int(premises.area) }
    }
    let operators = operators("7221")
    let stream = Draw.stream(seed, "firm.park")
    let largest = areas.sorted { ($1.value.area, $0.key) < ($0.value.area, $1.key) }
      .prefix(max(1, 24 * list.count / 120_000))
    return largest.map { building, entry in
      var draw = Draw(stream, Int(building))
      let word = names.word(Int(building) + 350_000).text
      let isOffice = entry.offices * 2 > entry.area
      let kind = draw.pick(
        isOffice ? ["商务楼宇", "商务楼宇", "孵化器", "科技园"] : ["工业园", "工业园", "科技园", "物流园"])
      let tail = ["商务楼宇": "大厦", "孵化器": "创业园", "科技园": "科技园", "工业园": "工业园", "物流园": "物流园"][kind]
      return BusinessPark(
        building: building, firm: operators.isEmpty ? -1 : Int32(draw.pick(operators)),
        name: word + (tail ?? kind), kind: kind, area: entry.area, premises: entry.premises)
    }
  }

  /// The contracts of each estate with households from 2016 on.
  package func managementContracts() -> [ManagementContract] {
    managementContracts(
      of: places.estates.enumerated().filter { $0.element > 0 }.map { estate, households in
        (estate, TruthCalendar.firstOrdinal, households)
      })
  }

  /// The contracts of estates, one after the other, of three to five years.
  ///
  /// One contract in five goes to another company at its end (assumption); a company that closes
  /// hands over.
  ///
  /// - Parameter estates: their places in `ground.estates`, the day from which each has a company, if it is
  ///   one after the first of the truth, and how many households it has.
  package func managementContracts(
    of estates: [(estate: Int, from: Int32, households: Int)]
  ) -> [ManagementContract] {
    let place = Trade.place("7020")
    let companies = list.indices.filter { index in
      let firm = list[index]
      return Int(firm.trade) == place && firm.form != .soleTrader && firm.form != .branch
        && (!firm.isDormant || firm.brand >= 0)
    }
    guard !companies.isEmpty else { return [] }
    let stream = Draw.stream(seed, "firm.management")
    var contracts: [ManagementContract] = []
    for (estate, from, households) in estates {
      var draw = Draw(stream, estate)
      var day = TruthCalendar.firstOrdinal - Int32(draw.below(1_000))
      if from > TruthCalendar.firstOrdinal { day = from }
      var company = -1
      let fee = min(30 + draw.below(140) + households / 20, 380)
      while day <= TruthCalendar.lastOrdinal {
        if company < 0 || !list[company].isOpen(on: day + 60) || draw.below(5) == 0 {
          // The larger companies are earlier in the list of heads; what is drawn twice takes the
          // smaller place, so that few have many.
          for _ in 0..<40 {
            let pick = min(draw.below(companies.count), draw.below(companies.count))
            company = companies[pick]
            if list[company].isOpen(on: day) { break }
          }
        }
        var to = day + Int32(3 + draw.below(3)) * 365 - 1
        let end = list[company].to
        if end < to { to = max(end, day + 30) }
        contracts.append(
          ManagementContract(
            estate: estate, firm: Int32(company), from: day, to: to, fee: fee))
        day = to + 1
      }
    }
    return contracts
  }
}
