package import Geometry
import Time

/// The projects of five years and more, with the sites of those that were started.
package struct ProjectBook: Sendable {
  package let projects: [Project]
  package let sites: [BuildingSite]
  private let ground: Ground
  private let firms: Firms

  package init(ground: Ground, firms: Firms, share: Int) {
    (self.ground, self.firms) = (ground, firms)
    let maker = ProjectMaker(ground: ground, firms: firms, share: share)
    (projects, sites) = (maker.projects, maker.sites)
  }

  /// Whether an office or a school asks, with public money.
  package func isPublic(_ project: Int) -> Bool {
    let form = firms.list[Int(projects[project].firm)].form
    return form == .government || form == .institution || form == .stateOwned
  }

  /// 项目代码: year and month, region, kind of procedure, kind of building (01 new, 02 extension, 03
  /// change), and the number that the platform counts over the city.
  package func code(of project: Int) -> String {
    let one = projects[project]
    let month = Day(ordinal: Int(one.approved)).number / 100 % 10_000
    let kind = ["01", "02", "04"][one.kind(isPublic: isPublic(project)) - 1]
    let nature =
      switch one.what {
      case .housing, .trade, .works, .school, .office: "01"
      case .enlargement: "02"
      case .road, .renewal, .equipment, .minor: "03"
      }
    let flow = Int(one.approved) * 173 % 900_000 + 100_000 + Int(one.serial)
    return "\(month)-\(ground.division.code)-\(kind)-\(nature)-\(flow)"
  }

  /// 施工许可证号: region, day, kind of work (01 buildings, 02 roads and pipes), number of the day.
  package func permitNumber(of site: Int) -> String {
    let one = sites[site]
    let what = projects[Int(one.project)].what
    return ground.division.code + String(Day(ordinal: Int(one.permitted)).number)
      + (what == .road ? "02" : "01") + Digits.padded(Int(one.serial), 2)
  }

  /// 环评: the approval's number, of a 登记表 that of the filing.
  package func assessmentNumber(of project: Int) -> String {
    let one = projects[project]
    let year = Day(ordinal: Int(one.assessedOn)).year
    return one.assessment == 3
      ? "\(year)\(ground.division.code)" + Digits.padded(project + 1, 8)
      : "云环\(ground.division.abbreviation)建〔\(year)〕\(project + 1)号"
  }

  /// The environment's own number of a project that the platform does not have: its year and a counter.
  package func assessmentCode(of project: Int) -> String {
    let one = projects[project]
    guard !one.isOnPlatform else { return code(of: project) }
    return "HP\(ground.division.code)\(Day(ordinal: Int(one.assessedOn)).year)"
      + Digits.padded(project + 1, 5)
  }

  /// 项目名称.
  package func name(of project: Int) -> String {
    let one = projects[project]
    let year = Day(ordinal: Int(one.approved)).year
    let grid = ground.grids[Int(ground.blocks[Int(one.block)].grid)]
    var community = ground.communities[Int(grid.community)].name
    if community.hasSuffix("社区") { community.removeLast(2) }
    let place = one.object >= 0 ? Int(one.object) : -1
    var draw = Draw(Draw.stream(ground.seed, "project.name"), project)
    let firm = shortName(of: Int(one.firm))
    switch one.what {
    case .housing:
      if place >= 0, !ground.estates[place].name.isEmpty {
        return ground.estates[place].name + "住宅建设项目"
      }
      return "\(ground.division.abbreviation)政储出〔\(year)〕\(project % 40 + 1)号地块商品住宅项目"
    case .trade: return community + draw.pick(["商业综合体项目", "邻里中心建设项目", "农贸市场改建项目"])
    case .office: return community + draw.pick(["商务楼项目", "总部大楼项目", "科创大楼项目"])
    case .works: return firm + draw.pick(["新建厂房项目", "生产基地建设项目", "标准厂房建设项目"])
    case .school:
      return community + draw.pick(["小学新建工程", "学校扩建工程", "文体中心工程", "社区卫生服务中心工程"])
    case .road:
      return ground.roads[place].name + draw.pick(["道路提升改造工程", "雨污分流改造工程", "路面大修工程", "综合管网工程"])
    case .renewal: return ground.estates[place].name + "老旧小区改造工程"
    case .enlargement:
      return firm
        + (isPublic(project)
          ? draw.pick(["综合楼改扩建工程", "用房维修改造工程", "抗震加固工程"])
          : firms.trade(of: Int(one.firm)).section == "C"
            ? draw.pick(["厂房扩建项目", "生产用房改扩建项目", "仓储用房扩建项目", "综合楼建设项目"])
            : draw.pick(["仓储用房扩建项目", "营业用房改扩建项目", "综合楼建设项目"]))
    case .equipment:
      return firm
        + (isPublic(project)
          ? draw.pick(["设备购置项目", "信息化建设项目", "屋顶光伏项目"])
          : firms.trade(of: Int(one.firm)).section == "C"
            ? draw.pick(["生产线技术改造项目", "智能化车间改造项目", "分布式光伏发电项目", "节能设备更新项目"])
            : draw.pick(["分布式光伏发电项目", "节能设备更新项目", "数字化改造项目", "充电设施建设项目"]))
    case .minor: return firm + draw.pick(["建设项目", "搬迁项目", "废气治理设施改造项目", "新建项目"])
    }
  }

  /// The coined word of a company; of a public body its name without the district.
  private func shortName(of firm: Int) -> String {
    let form = firms.list[firm].form
    if form.isMarketEntity && form != .branch { return firms.names.word(firm).text }
    var name = firms.name(of: firm)
    let front = ground.division.fullName
    if name.hasPrefix(front) { name.removeFirst(front.count) }
    return name
  }

  /// Whether a project is on a plot or a road of the ground, not on the premises of its firm.
  package func isOnPlot(_ project: Int) -> Bool {
    switch projects[project].what {
    case .housing, .trade, .works, .school, .office, .road, .renewal: true
    case .enlargement, .equipment, .minor: false
    }
  }

  /// The gate of a project's plot, degrees.
  package func gate(of project: Int) -> Coordinate {
    let one = projects[project]
    return isOnPlot(project)
      ? ground.gate(ofBlock: Int(one.block))
      : ground.buildings[Int(firms.building(of: Int(one.firm)))].position
  }

  /// Where it is, in words: a crossing of two roads.
  package func corner(of project: Int) -> String {
    ground.corner(ofBlock: Int(projects[project].block))
  }
}
