/// Who builds, asks and watches: the firms that projects are drawn from.
struct ProjectPools {
  private let firms: Firms
  let builders: [Int32]
  let contractors: [Int32]
  private let municipal: [Int32]
  private let supervisors: [Int32]
  /// Manufacturers and stores with 20 people, schools and other bodies, offices, and all with a kitchen, a
  /// workshop or patients.
  private let works: [Int32]
  private let bodies: [Int32]
  /// The bureau of building, the street offices, the bureaus of schools and health.
  private let roadOffices: [Int32]
  private let streetOffices: [Int32]
  private let schoolOffices: [Int32]
  private let minor: [Int32]

  init(_ firms: Firms) {
    self.firms = firms
    /// Those of a trade with so many people; all of the trade where there are fewer than three.
    func companies(_ code: String, staff: Int32) -> [Int32] {
      let place = Trade.place(code)
      let all = firms.list.indices.filter {
        Int(firms.list[$0].trade) == place && firms.list[$0].form.isEnterprise
          && firms.list[$0].form != .branch
      }
      let large = all.filter { firms.list[$0].staff >= staff }
      return (large.count < 3 ? all : large).map(Int32.init)
    }
    builders = companies("7010", staff: 5)
    contractors = companies("4710", staff: 10)
    municipal = companies("4813", staff: 8)
    supervisors = companies("7484", staff: 5)
    func those(_ isWanted: (Firm, Trade) -> Bool) -> [Int32] {
      firms.list.indices.filter {
        !firms.list[$0].isDormant && firms.hasName($0)
          && isWanted(firms.list[$0], firms.trade(of: $0))
      }.map(Int32.init)
    }
    works = those { firm, trade in
      firm.form.isEnterprise && firm.form != .branch
        && (firm.staff >= 20 && "CD".contains(trade.section)
          || firm.staff >= 60 && "FHGI".contains(trade.section))
    }
    bodies = those { firm, trade in
      firm.form == .institution
        && ["8321", "8331", "8334", "8310", "8411", "8831"].contains(trade.code)
    }
    let offices = those { firm, _ in firm.form == .government || firm.form == .institution }
      .filter { firms.trade(of: Int($0)).code == "9221" }
    func named(_ words: [String]) -> [Int32] {
      let found = offices.filter { office in
        words.contains { firms.name(of: Int(office)).hasSuffix($0) }
      }
      return found.isEmpty ? offices : found
    }
    roadOffices = named(["住房和城乡建设局", "交通运输局", "城市管理局", "水利局"])
    streetOffices = named(["街道办事处"])
    schoolOffices = named(["教育体育局", "卫生健康局", "文化和旅游局"])
    minor = those { firm, trade in
      firm.form.isEnterprise && firm.form != .branch && firm.staff >= 4
        && (trade.section == "C" || ["8111", "5265", "8425", "8051", "6110"].contains(trade.code))
    }
  }

  /// Who has it built.
  func builder(
    _ what: Project.What, from: Int32, to: Int32, _ draw: inout Draw
  ) -> Int32? {
    let pool: [Int32] =
      switch what {
      case .housing, .trade, .office: builders
      case .works: works
      case .school: schoolOffices
      case .enlargement: draw.below(100) < 72 ? works : bodies
      case .road: roadOffices
      case .renewal: streetOffices
      case .equipment: draw.below(100) < 90 ? works : bodies
      case .minor: minor
      }
    return pick(pool, from, to, &draw) ?? pick(works, from, to, &draw)
      ?? pick(builders, from, to, &draw)
  }

  func contractor(isRoad: Bool, from: Int32, to: Int32, _ draw: inout Draw) -> Int32? {
    (isRoad ? pick(municipal, from, to, &draw) : nil) ?? pick(contractors, from, to, &draw)
  }

  func supervisor(from: Int32, to: Int32, _ draw: inout Draw) -> Int32? {
    pick(supervisors, from, to, &draw) ?? pick(contractors, from, to, &draw)
  }

  /// 报告书 of three in five platers and chemical works and of one in five large plants, 报告表 of most
  /// other works, 登记表 of three in four others (assumption after the catalogue of 2021).
  func assessment(_ firm: Int32, _ draw: inout Draw) -> UInt8 {
    let trade = firms.trade(of: Int(firm))
    if ["2641", "3360"].contains(trade.code) { return draw.below(5) < 3 ? 1 : 2 }
    if trade.section == "C" {
      if firms.list[Int(firm)].staff >= 80, draw.below(5) == 0 { return 1 }
      return draw.below(3) > 0 ? 2 : 3
    }
    return draw.below(4) == 0 ? 2 : 3
  }

  /// One that is there from a day to another, else one that is on the first.
  private func pick(
    _ pool: [Int32], _ from: Int32, _ to: Int32, _ draw: inout Draw
  ) -> Int32? {
    guard !pool.isEmpty else { return nil }
    var other: Int32?
    for _ in 0..<40 {
      let firm = draw.pick(pool)
      let one = firms.list[Int(firm)]
      guard one.isOpen(on: from) else { continue }
      if one.to >= to { return firm }
      other = other ?? firm
    }
    return other ?? pool.first { firms.list[Int($0)].isOpen(on: from) }
  }
}
