/// Which office sits in which building of the government: those of each street in its own buildings, the
/// bureaus and institutions of the district in the others.
struct OfficePlan: Sendable {
  /// The offices of a street, in the order in which its buildings are given to them.
  enum Branch: Int, CaseIterable {
    case office, police, health, justice, market, enforcement, tax, land, traffic, fire, cleaning
    case veterans

    /// The name, by the street's: 和风街道, 石桥镇.
    func name(_ street: String, in division: Division) -> String {
      let stem = String(street.dropLast(street.hasSuffix("街道") ? 2 : 1))
      let isTown = street.hasSuffix("镇")
      let district = division.fullName
      return switch self {
      case .office: district + street + (isTown ? "人民政府" : "办事处")
      case .police: "\(Division.city)公安局\(division.stem)分局\(stem)派出所"
      case .health: district + (isTown ? street + "卫生院" : street + "社区卫生服务中心")
      case .justice: "\(division.name)司法局\(stem)司法所"
      case .market: "\(division.name)市场监督管理局\(stem)市场监督管理所"
      case .enforcement: "\(division.name)综合行政执法局\(stem)中队"
      case .tax: "国家税务总局\(district)税务局\(stem)税务所"
      case .land: "\(Division.city)自然资源和规划局\(division.stem)分局\(stem)自然资源所"
      case .traffic: "\(Division.city)公安局\(division.stem)分局交通警察大队\(stem)中队"
      case .fire: "\(division.name)消防救援大队\(stem)消防救援站"
      case .cleaning: district + stem + "环境卫生管理所"
      case .veterans: district + street + "退役军人服务站"
      }
    }

    var isInstitution: Bool { self == .health || self == .cleaning || self == .veterans }
  }

  /// Organs first, then institutions (事业单位).
  static let organs = [
    "人民政府办公室", "市场监督管理局", "教育体育局", "卫生健康局", "民政局", "人力资源和社会保障局",
    "城市管理局", "住房和城乡建设局", "公安分局", "司法局", "财政局", "税务局", "应急管理局",
    "生态环境分局", "农业农村局", "水利局", "交通运输局", "文化和旅游局", "商务局", "统计局",
    "退役军人事务局", "医疗保障局", "数据局", "消防救援大队", "信访局", "发展和改革局", "经济和信息化局",
    "审计局", "人民法院", "人民检察院", "总工会", "妇女联合会", "残疾人联合会", "科学技术协会", "工商业联合会",
    "烟草专卖局", "气象局", "档案馆",
  ]
  static let institutions = [
    "政务服务中心", "公共就业服务中心", "疾病预防控制中心", "不动产登记中心", "社会保险事业管理中心", "医疗保障服务中心",
    "住房保障中心", "公路管理段", "水利管理站", "农业技术推广中心", "动物疫病预防控制中心", "林业站", "环境监测站",
    "卫生监督所", "妇女儿童活动中心", "青少年活动中心", "教师进修学校", "市政设施管理所", "园林绿化管理所", "环境卫生管理中心",
    "综合指挥中心", "社会治理中心", "机关事务服务中心", "投资促进中心", "中小企业服务中心", "质量技术监督检测所", "粮食储备库",
    "救助管理站", "婚姻登记处", "殡仪馆", "公共资源交易中心", "会计核算中心", "地震监测站", "城建档案馆", "排水管理所",
    "防汛物资储备中心", "血站", "急救站", "法律援助中心", "特殊教育指导中心", "体育中心", "文化馆", "非物质文化遗产保护中心",
    "党校", "老干部活动中心", "融媒体中心", "农产品质量检测站", "水文站", "交通工程质量监督站", "建设工程质量监督站",
  ]

  /// By premises: 0 and up an organ or institution, -1 and down the branch of the street.
  private(set) var roles: [Int32: Int16] = [:]
  /// By street: the premises of its office, or -1.
  private(set) var streetOffices: [Int32] = []

  private let division: Division

  init(_ places: FirmPlaces) {
    division = places.division
    let count = (places.communities.map(\.street).max() ?? -1) + 1
    var next = Array(repeating: 0, count: Int(count))
    streetOffices = Array(repeating: -1, count: Int(count))
    var pool = 0
    // Those in the town come first: of each street its office, of the district its bureaus.
    let all = places.premises.indices.filter {
      places.premises[$0].kind == .government && !places.seats.contains(Int32($0))
    }.map { index -> (rank: Int, index: Int, street: Int) in
      // The hand-made districts of tests have no divisions.
      let community = Int(places.communityIndex(places.premises[index].building))
      guard places.communities.indices.contains(community) else { return (0, index, -1) }
      let one = places.communities[community]
      let isOutside = one.isRural || one.farmhouses >= 120
      return (
        (isOutside ? 2 : 0) + (one.streetName.hasSuffix("镇") ? 1 : 0), index, Int(one.street)
      )
    }.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }
    for (_, index, street) in all {
      if street >= 0, next[street] < Branch.allCases.count {
        roles[Int32(index)] = Int16(-1 - next[street])
        if next[street] == 0 { streetOffices[street] = Int32(index) }
        next[street] += 1
      } else {
        roles[Int32(index)] = Int16(pool)
        pool += 1
      }
    }
    // A street without a building of its own is where its first community is.
    for community in places.communities where streetOffices[Int(community.street)] < 0 {
      streetOffices[Int(community.street)] = community.seat
    }
  }

  /// The class and form of the office at premises; nil where the offices are all given out.
  func body(at premises: Int) -> (trade: String, form: LegalForm)? {
    guard let role = roles[Int32(premises)] else { return nil }
    if role < 0 {
      let branch = Branch.allCases[Int(-1 - role)]
      return (
        branch == .health ? "8421" : "9221", branch.isInstitution ? .institution : .government
      )
    }
    guard role < Self.organs.count + Self.institutions.count else { return nil }
    return ("9221", role < Self.organs.count ? .government : .institution)
  }

  /// The name of the office at premises.
  func name(at premises: Int32, street: String) -> String? {
    guard let role = roles[premises] else { return nil }
    if role < 0 { return Branch.allCases[Int(-1 - role)].name(street, in: division) }
    let district = division.fullName
    if role < Self.organs.count { return district + Self.organs[Int(role)] }
    let place = Int(role) - Self.organs.count
    return place < Self.institutions.count ? district + Self.institutions[place] : nil
  }

  /// Whether the body at premises is the health centre of its street.
  func isHealthCentre(at premises: Int32) -> Bool {
    roles[premises] == Int16(-1 - Branch.health.rawValue)
  }
}
