import DemoTruth
import Time

/// What can be read of employment contracts and of subsidised posts.
enum ContractFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "job.filingNumber": { .text(filingNumber($0, $1)) },
      "job.contractTo": { .day(contractTo($0, $1)) },
      "job.contractKind": { sight, index in
        sight.post(index) == nil ? .text(kind(sight, index).rawValue) : .none
      },
      "job.post": { .text(post($0, $1)) },
      "job.subsidy": { sight, index in
        .integer(subsidy(sight, index))
      },
      "job.hardship": { .text(hardship($0, $1)) },
      "person.firstJobOn": { .day(firstJobOn($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    // Whole employers; offices and public institutions file elsewhere.
    "hrss_emp": RowRule(
      group: { Int($0.job($1).employer) }, count: { $0.lives.jobs.count },
      isIn: { sight, index in
        let job = sight.job(index)
        guard job.employer >= 0, job.from <= sight.day, sight.day - job.from < 1_096,
          sight.isCitizen(job.person)
        else { return false }
        let firm = Int(job.employer)
        return !sight.firm(firm).form.isPublicBody && sight.shared.firms.hasName(firm)
      }),
    "hrss_public_job": RowRule(count: PostFacts.count) { sight, index in
      guard let post = sight.post(index), post.kind == .welfare, post.employer >= 0 else {
        return false
      }
      return post.holds(on: sight.day)
    },
  ]

  private enum Kind: String {
    case fixed = "固定期限"
    case open = "无固定期限"
    case task = "完成一定工作任务"
  }

  /// The year in which the contract began and its place among those of the year.
  private static func filingNumber(_ sight: Sight, _ index: Int) -> String {
    let year = Day(ordinal: Int(sight.job(index).from)).year
    return "\(sight.division.code)\(year)" + Digits.padded(Int(sight.work.filings[index]), 7)
  }

  /// Builders are hired for a site in four of ten; one in eight of the others has no term (assumption).
  private static func kind(_ sight: Sight, _ index: Int) -> Kind {
    var draw = sight.draw("job.contract", index)
    let part = draw.below(100)
    if sight.job(index).occupation == .builder, part < 40 { return .task }
    return part >= 88 ? .open : .fixed
  }

  /// The last day of the term; a contract is renewed for as long again.
  private static func contractTo(_ sight: Sight, _ index: Int) -> Int32? {
    if let post = sight.post(index) {
      let years = (max(sight.day, post.from) - post.from) / 365 + 1
      return min(post.from + years * 365, post.to) - 1
    }
    let job = sight.job(index)
    let isOver = job.to <= sight.day
    switch kind(sight, index) {
    case .open: return isOver ? job.to - 1 : nil
    case .task:
      var draw = sight.draw("job.task", index)
      let months = Int32(draw.number(4...18))
      let end = job.from + (max(sight.day, job.from) - job.from) / (months * 30) * months * 30
      return isOver ? job.to - 1 : end + months * 30 - 1
    case .fixed:
      if isOver { return job.to - 1 }
      var draw = sight.draw("job.term", index)
      let years = [1, 2, 3, 3, 3, 5][draw.below(6)]
      var end = Day(ordinal: Int(job.from))
      repeat { end = Day(number: end.number + years * 10_000) } while end.ordinal <= Int(sight.day)
      return Int32(end.ordinal) - 1
    }
  }

  private static func post(_ sight: Sight, _ index: Int) -> String {
    var draw = sight.draw("job.post", index)
    if sight.post(index) != nil { return draw.pick(welfarePosts) }
    return draw.pick(posts[sight.job(index).occupation] ?? ["普通职工"])
  }

  private static let welfarePosts = [
    "社区保洁员", "社区保洁员", "保绿员", "社区保安", "停车管理员", "社区协理员", "劳动保障协理员", "助老服务员", "河道保洁员",
    "公共设施维护员",
  ]
  private static let posts: [Occupation: [String]] = [
    .official: ["科员", "综合管理岗"], .engineer: ["工程师", "技术员", "工艺员", "质量工程师", "项目工程师"],
    .doctor: ["医师", "护士", "药师"], .teacher: ["教师", "培训讲师", "课程顾问"],
    .lawyerOrAccountant: ["会计", "出纳", "财务主管", "法务专员"], .artist: ["设计师", "美工", "教练"],
    .clerk: ["行政文员", "人事专员", "统计员", "客服专员", "办公室职员"], .policeman: ["保安队员", "消防员"],
    .shopAssistant: ["营业员", "店员", "收银员", "销售代表", "理货员"], .driver: ["货车司机", "驾驶员", "叉车司机"],
    .courier: ["快递员", "分拣员", "配送员"], .cook: ["厨师", "面点师", "厨工"],
    .waiter: ["服务员", "客房服务员", "传菜员"], .guardOrCleaner: ["保洁员", "保安员", "绿化工"],
    .agent: ["房产经纪人", "业务员", "物业管理员"], .hairdresser: ["美发师", "美容师", "足疗技师"],
    .carer: ["护理员", "养老护理员", "家政服务员"], .itService: ["软件工程师", "运维工程师", "产品经理", "测试工程师"],
    .electricianOrPlumber: ["电工", "水电工", "设备维修工"], .farmer: ["种植工", "农技员"],
    .fisher: ["养殖工"], .textileWorker: ["缝纫工", "裁剪工", "整烫工"],
    .metalWorker: ["钳工", "焊工", "车工", "数控操作工"], .electronicsWorker: ["装配工", "检验员", "贴片操作工"],
    .machineOperator: ["机台操作工", "设备操作工", "注塑工"], .builder: ["钢筋工", "泥瓦工", "木工", "油漆工", "施工员"],
    .printer: ["印刷工", "装订工"], .foodWorker: ["食品加工工", "包装工"],
  ]

  /// The minimum wage of the province for full days (2,490 yuan since 2024), half of it for half days.
  private static func subsidy(_ sight: Sight, _ index: Int) -> Int {
    var draw = sight.draw("job.subsidy", index)
    return draw.below(5) == 0 ? 1_245 : 2_490
  }

  /// The groups of 就业促进法 52, from what is known of the person.
  private static func hardship(_ sight: Sight, _ index: Int) -> String {
    guard let post = sight.post(index) else { return "" }
    let (person, lives) = (Int(post.person), sight.lives)
    if lives.fact(.disabilityCard, of: person, on: post.from) != nil { return "残疾人" }
    if lives.fact(.minimumLiving, of: person, on: post.from) != nil { return "低保家庭成员" }
    let one = sight.person(person)
    if one.age(on: post.from) >= (one.sex == .male ? 50 : 40) { return "大龄失业人员（4050）" }
    let others = lives.household(of: person, on: post.from).map {
      lives.people.members(ofHousehold: $0, on: post.from)
    }
    let works = others?.contains { lives.job(of: Int($0), on: post.from) != nil } == true
    return works ? "连续失业一年以上人员" : "零就业家庭成员"
  }

  /// The first job that is known; of those who had one when the truth begins, the age at which they had
  /// finished school, on a first of a month.
  private static func firstJobOn(_ sight: Sight, _ person: Int) -> Int32? {
    guard let first = sight.lives.jobs(of: person).first else { return nil }
    guard first.from <= TruthCalendar.firstOrdinal else { return first.from }
    let one = sight.person(person)
    var draw = sight.draw("person.firstJob", person)
    let level = sight.lives.education(of: person, on: sight.day)
    let age = [11: 29, 14: 26, 21: 22, 31: 21][level] ?? 18
    let year = Day(ordinal: Int(one.birth)).year + age + draw.below(2)
    let start = Int32(
      Day(number: year * 10_000 + draw.pick([3, 7, 8, 8, 9, 12]) * 100 + 1).ordinal)
    return min(start, first.from)
  }
}
