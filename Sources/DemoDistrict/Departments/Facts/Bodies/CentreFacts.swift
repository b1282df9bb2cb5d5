import DemoTruth
import Time

/// What can be read of the places of divisions: governance, Party, legal service, petitions.
enum CentreFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "centre.premises": (.building, { Int($0.centre($1).building) }),
      "centre.director": (.person, { director($0, $1) }),
    ]
    table.places[.centre] = { .building(Int($0.centre($1).building)) }
    // The list is filled in each January; one centre in ten forgot it the last two times.
    table.beginnings[.centre] = { sight, index in
      var draw = Draw(Draw.stream(sight.shared.seed, "centre.entry"), index)
      let years = draw.below(10) == 0 ? 2 : 0
      let day = Day(ordinal: Int(sight.day))
      let january = Int32(Day(number: (day.year - years) * 10_000 + 120).ordinal)
      return january > sight.day ? january - 365 : january
    }
    table.facts = [
      "centre.code": { .text(code($0, $1)) },
      "centre.name": { .text(name($0, $1)) },
      "centre.level": { .text($0.centre($1).level.title) },
      "centre.kind": { .text(kind($0.centre($1))) },
      "centre.floorArea": { .integer(Int($0.centre($1).area)) },
      "centre.openedOn": { .day($0.centre($1).openedOn) },
      "centre.phone": { .text($0.centre($1).phone) },
      "centre.hours": { .text(hours($0.centre($1))) },
      "centre.services": { .text(services($0.centre($1))) },
      "centre.memberUnits": { .text(memberUnits($0.centre($1).level)) },
      "centre.operator.name": { .text(operatorName($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "plc_zz_center": rule(.governance), "org_party_center": rule(.party),
    "jus_service_point": rule(.legal), "xf_reception_place": rule(.petition),
  ]

  private static func rule(_ kind: Centre.Kind) -> RowRule {
    RowRule(count: { $0.bodies.centres.count }) { sight, index in
      let centre = sight.centre(index)
      return centre.kind == kind && centre.openedOn <= sight.day
    }
  }

  private static func divisionCode(_ shared: SharedTruth, _ centre: Centre) -> String {
    switch centre.level {
    case .district, .department: shared.ground.district.code
    case .street: shared.ground.streets[Int(centre.unit)].code
    case .community: shared.ground.communities[Int(centre.unit)].code
    }
  }

  private static func code(_ sight: Sight, _ index: Int) -> String {
    let centre = sight.centre(index)
    let division = divisionCode(sight.shared, centre)
    switch centre.kind {
    case .governance: return ["Q", "J", "S", "B"][Int(centre.level.rawValue)] + division
    case .party: return "DQ" + division
    case .legal:
      let window = centre.number == 2 ? Int(centre.unit) : 0
      return "FL" + division + ["1", "2", "3"][Int(centre.number)] + Digits.padded(window + 1, 2)
    case .petition: return "XF" + division + (centre.level == .department ? "B01" : "")
    }
  }

  private static func unit(_ sight: Sight, _ centre: Centre) -> String {
    switch centre.level {
    case .district: sight.division.name
    case .street: sight.shared.ground.streets[Int(centre.unit)].name
    case .community: sight.shared.ground.communities[Int(centre.unit)].name
    case .department: sight.division.name + "住房和城乡建设局"
    }
  }

  private static let windows = ["", "人民法院", "政务服务中心", "公共就业服务中心", "退役军人事务局", "妇女联合会"]

  private static func name(_ sight: Sight, _ index: Int) -> String {
    let centre = sight.centre(index)
    let unit = unit(sight, centre)
    switch (centre.kind, centre.level) {
    case (.governance, _): return unit + "综治中心"
    case (.party, _): return unit + "党群服务中心"
    case (.legal, .district):
      return unit + windows[Int(centre.unit)] + (centre.number == 2 ? "公共法律服务窗口" : "公共法律服务中心")
    case (.legal, .street):
      return unit + (centre.number == 1 ? "公共法律服务自助终端" : "公共法律服务站")
    case (.legal, _): return unit + "公共法律服务室"
    case (.petition, .district): return unit + "人民来访接待中心"
    case (.petition, _): return unit + "信访接待室"
    }
  }

  private static func kind(_ centre: Centre) -> String {
    switch (centre.number, centre.level) {
    case (2, _): "窗口"
    case (1, _): "自助终端"
    case (_, .community): "服务室"
    default: "服务站"
    }
  }

  private static func hours(_ centre: Centre) -> String {
    switch (centre.kind, centre.level) {
    case (.party, .community): "周一至周日 8:30-20:30"
    case (.party, _): "周一至周六 8:30-17:30"
    case (.legal, .street) where centre.number == 1: "全天24小时"
    case (.legal, .community): "每周三 14:00-17:00，其余时间预约"
    case (.petition, .community): "周一至周五 8:30-11:30，14:00-17:00"
    default: "周一至周五 8:30-12:00，14:00-17:30"
    }
  }

  private static func services(_ centre: Centre) -> String {
    switch (centre.number, centre.level) {
    case (2, _): "法律咨询、法律援助申请受理、法治宣传"
    case (1, _): "法律法规查询、视频法律咨询、法律服务机构查询、预约办理"
    case (_, .district): "法律咨询、法律援助、公证咨询、司法鉴定指引、人民调解、行政复议咨询、法治宣传"
    case (_, .street): "法律咨询、法律援助初审、人民调解、社区矫正与安置帮教指引、公证预约、法治宣传"
    default: "法律咨询、人民调解、法律援助指引、法治宣传"
    }
  }

  private static func memberUnits(_ level: Centre.Level) -> String {
    switch level {
    case .district: "政法委、信访局、人民法院、公安分局、司法局、人力资源和社会保障局、妇女联合会、综合行政执法局"
    case .street: "平安法治办、派出所、司法所、人民法庭、信访办、综合行政执法中队、市场监督管理所"
    default: "社区警务室、人民调解委员会、公共法律服务室、网格工作站、心理咨询室"
    }
  }

  private static func operatorName(_ sight: Sight, _ index: Int) -> String {
    let centre = sight.centre(index)
    let unit = unit(sight, centre)
    let district = sight.division.fullName
    switch centre.level {
    case .district: return district + (centre.kind == .petition ? "信访局" : "司法局")
    case .department: return Division.city + unit
    case .street: return district + unit + (unit.hasSuffix("镇") ? "人民政府" : "办事处")
    case .community:
      return district + (unit.hasSuffix("村") ? unit.dropLast() + "村民委员会" : unit + "居民委员会")
    }
  }

  /// A director stays for about five years (assumption): whoever was drawn for the term of the day.
  private static func director(_ sight: Sight, _ index: Int) -> Int {
    var phase = Draw(Draw.stream(sight.shared.seed, "centre.term"), index)
    let (start, length) = (Int32(phase.below(1_800)), Int32(1_500 + phase.below(700)))
    let term = (sight.day + start) / length
    let first = max(term * length - start, TruthCalendar.firstOrdinal)
    var draw = Draw(Draw.stream(sight.shared.seed, "centre.director"), index * 64 + Int(term % 64))
    for _ in 0..<24 {
      let person = Int(sight.shared.firms.places.adult(&draw, first))
      guard person >= 0 else { return -1 }
      // Of working age through the term, with a school to go by.
      let age = sight.person(person).age(on: first)
      if (28..<54).contains(age), sight.shared.lives.education(of: person, on: first) <= 40 {
        return person
      }
    }
    return -1
  }
}

extension Sight {
  func centre(_ index: Int) -> Centre { shared.bodies.centres[index] }
}
