import Time

/// A lift, boiler or other special equipment of a building.
package struct SpecialEquipment: Sendable {
  package var building: Int32
  /// A code of `equipment-kind.csv`.
  package var kind: String
  /// 设备注册代码, 20 digits: kind, region, year and month, serial.
  package var number: String
  package var made: Int32
  package var nextInspection: Int32
}

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

/// A building project on a site.
package struct SiteProject: Sendable {
  package var premises: Int32
  /// 建设单位 and 施工单位: places in `firms.list`.
  package var builder: Int32
  package var contractor: Int32
  package var name: String
  /// Floor area in square metres, investment in ten thousand yuan.
  package var area: Int
  package var investment: Int
  package var from: Int32
  package var plannedEnd: Int32
}

extension Firms {
  /// The lifts of a building: from seven floors one at each entrance, from twelve two
  /// (GB 50096-2011, 6.4.1 and 6.4.2); they are inspected every year.
  package func equipment(ofBuilding building: Int32) -> [SpecialEquipment] {
    let (floors, entrances) = places.floors(building)
    guard floors >= 7 else { return [] }
    let stream = Draw.stream(seed, "firm.lift")
    return (0..<max(entrances, 1) * (floors >= 12 ? 2 : 1)).map { lift in
      var draw = Draw(stream, Int(building) * 64 + lift)
      let made = FirmMaker.today - 200 - Int32(draw.below(7_000))
      let year = Day(ordinal: Int(made)).year
      let serial = Digits.padded((Int(building) * 16 + lift) % 1_000_000, 6)
      return SpecialEquipment(
        building: building, kind: "3000",
        number: "3110" + Division.districtCode + String(year) + serial, made: made,
        nextInspection: FirmMaker.today - 20 + Int32(draw.below(365)))
    }
  }

  /// The contracts of each estate from 2016 on, one after the other, of three to five years.
  ///
  /// One contract in five goes to another company at its end (assumption); a company that closes
  /// hands over.
  package func managementContracts() -> [ManagementContract] {
    let place = Trade.place("7020")
    let companies = list.indices.filter { index in
      let firm = list[index]
      return Int(firm.trade) == place && firm.form != .soleTrader && firm.form != .branch
        && (!firm.isDormant || firm.brand >= 0)
    }
    guard !companies.isEmpty else { return [] }
    let stream = Draw.stream(seed, "firm.management")
    var contracts: [ManagementContract] = []
    for (estate, households) in places.estates.enumerated() {
      var draw = Draw(stream, estate)
      var day = FirmMaker.first - Int32(draw.below(1_000))
      var company = -1
      let fee = min(30 + draw.below(140) + households / 20, 380)
      while day <= FirmMaker.last {
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

  /// The projects on the sites: who builds, who is the contractor, how long.
  package func siteProjects() -> [SiteProject] {
    func large(_ code: String) -> [Int] {
      let place = Trade.place(code)
      return list.indices.filter {
        Int(list[$0].trade) == place && list[$0].form.isEnterprise && list[$0].form != .branch
          && list[$0].isOpen(on: FirmMaker.today)
      }
    }
    let builders = large("7010")
    let contractors = large("4710")
    guard !builders.isEmpty, !contractors.isEmpty else { return [] }
    let stream = Draw.stream(seed, "firm.site")
    return places.premises.indices.filter { places.premises[$0].kind == .site }.map { index in
      var draw = Draw(stream, index)
      let building = places.premises[index].building
      let builder = draw.pick(builders)
      let from = FirmMaker.today - 900 + Int32(draw.below(1_150))
      let area = Int(draw.logUniform(4_000, 160_000)) / 10 * 10
      let what = draw.pick(["住宅项目", "商住楼", "安置房工程", "产业园厂房", "商业综合体", "学校扩建工程"])
      return SiteProject(
        premises: Int32(index), builder: Int32(builder),
        contractor: Int32(draw.pick(contractors)),
        name: places.community(building) + names.word(builder).text + what, area: area,
        // 2,500 to 6,000 yuan a square metre.
        investment: area * draw.number(25...60) / 100, from: from,
        plannedEnd: from + Int32(400 + draw.below(700)))
    }
  }

  /// 安全生产重点企业: the grade of risk of `risk-grade.csv`, nil for those that are not on the list.
  package func riskGrade(of index: Int) -> String? {
    let firm = list[index]
    let trade = Trade.all[Int(firm.trade)]
    let hasChemicals = trade.licences.contains("Z")
    guard firm.form.isMarketEntity, !firm.isDormant else { return nil }
    if trade.code == "5265" || (hasChemicals && firm.staff >= 20) {
      return firm.staff >= 60 ? "1" : "2"
    }
    if hasChemicals && firm.staff >= 8 { return "3" }
    if "CEG".contains(trade.section) && firm.staff >= 100 { return "3" }
    return "CEHR".contains(trade.section) && firm.staff >= 50 ? "4" : nil
  }

  /// 消防安全重点单位: gathering places and works with many people, by staff and floor area.
  package func isFireKey(_ index: Int) -> Bool {
    let firm = list[index]
    let trade = Trade.all[Int(firm.trade)]
    let area = Int(places.premises[Int(firm.premises)].area)
    switch trade.code {
    case "8310", "8321", "8331", "8334", "8411", "5265", "6110": return true
    case "8514": return area >= 2_000
    case "9011", "9012", "9013", "6121", "8051": return firm.staff >= 8
    default: return trade.section == "C" && firm.staff >= 100
    }
  }

  /// 规上企业: manufacturers with 20 million yuan of revenue a year, here those with 20 people.
  package func isAboveScale(_ index: Int) -> Bool {
    let firm = list[index]
    return Trade.all[Int(firm.trade)].section == "C" && firm.form.isEnterprise && firm.staff >= 20
  }

  /// Revenue of a year in thousands of yuan: 250,000 to 1,200,000 yuan for each member of staff.
  package func revenue(of index: Int, year: Int) -> Int {
    var own = Draw(Draw.stream(seed, "firm.revenue"), index)
    var draw = Draw(Draw.stream(seed, "firm.revenue"), index * 32 + year % 32 + 1 << 40)
    let each = own.logUniform(250, 1_200)
    return Int(Double(list[index].staff) * each * (0.85 + 0.3 * draw.unit()))
  }

  /// 高新技术、科技型企业: three quarters of the software, technical and manufacturing companies
  /// with six people and three years; nil for the others.
  package func technology(of index: Int) -> (level: String, from: Int32)? {
    let firm = list[index]
    let trade = Trade.all[Int(firm.trade)]
    guard firm.form.isEnterprise, firm.form != .branch, firm.staff >= 6,
      ["6513", "6531", "7519", "3525", "3982", "3821", "3670", "3484", "2641"].contains(trade.code)
    else { return nil }
    var draw = Draw(Draw.stream(seed, "firm.technology"), index)
    guard draw.below(4) < 3 else { return nil }
    let level = ["国家高新技术企业", "国家高新技术企业", "省科技型中小企业", "省科技型中小企业", "专精特新企业"][draw.below(5)]
    let from = max(firm.from + 1_100, FirmMaker.today - Int32(draw.below(1_095)))
    guard from <= min(firm.to, FirmMaker.last) else { return nil }
    return (firm.staff > 250 ? "小巨人企业" : level, from)
  }
}
