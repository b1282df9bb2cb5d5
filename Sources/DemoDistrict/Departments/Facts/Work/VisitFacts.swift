import DemoTruth
import Time

/// What can be read of visits of members to their communities.
enum VisitFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps["visit.person"] = (.person, { Int($0.work.visits[$1].person) })
    table.beginnings[.visit] = { $0.work.visits[$1].minute / 1_440 }
    table.facts = [
      "visit.at": { .moment($0.work.visits[$1].minute) },
      "visit.service": { .text(services[Int($0.work.visits[$1].service) % services.count]) },
      "visit.hours": {
        .decimal(Digits.decimal(Double($0.work.visits[$1].hours) / 10, places: 1))
      },
      "visit.communityCode": { .text(community($0, $1).code) },
      "visit.communityName": { .text(community($0, $1).name) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "org_member_checkin": RowRule(count: { $0.work.visits.count }) { sight, index in
      let visit = sight.work.visits[index]
      let day = visit.minute / 1_440
      return day <= sight.day && sight.day - day < 365 && sight.isCitizen(visit.person)
    }
  ]

  private static func community(_ sight: Sight, _ index: Int) -> DivisionUnit {
    sight.shared.ground.communities[Int(sight.work.visits[index].community)]
  }

  private static let services = [
    "小区环境卫生整治", "垃圾分类桶边督导", "平安巡防", "独居老人上门探访", "文明劝导", "消防安全宣传", "反诈宣传", "楼道杂物清理",
    "政策宣讲", "青少年课业辅导", "义务理发", "小家电义务维修", "居民议事协商", "防汛隐患排查", "养犬文明宣传", "健康义诊", "图书角整理",
    "电动自行车充电安全检查", "微心愿认领", "老年人智能手机教学",
  ]
}
