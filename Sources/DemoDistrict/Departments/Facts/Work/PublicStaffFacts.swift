import DemoTruth
import Time

/// What can be read of teachers and of all whom the budget pays.
enum PublicStaffFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "job.staffKind": { .text(staffKind($0, $1)) },
      "job.titleGrade": { .text(titleGrade($0, $1)) },
      "job.subject": { .text(subject($0, $1)) },
    ]
    table.steps["job.school"] = (.school, { Int($0.job($1).employer) })
    return table
  }()

  static let rules: [String: RowRule] = [
    "edu_teacher": RowRule(count: { $0.lives.jobs.count }) { sight, index in
      let job = sight.job(index)
      return isTeacher(sight, job) && job.holds(on: sight.day) && sight.isCitizen(job.person)
        && (22...60).contains(sight.person(Int(job.person)).age(on: sight.day))
    },
    "fin_fiscal_staff": RowRule(count: { $0.lives.jobs.count }) { sight, index in
      let job = sight.job(index)
      guard job.employer >= 0, sight.isCitizen(job.person), job.from <= sight.day else {
        return false
      }
      let form = sight.firm(Int(job.employer)).form
      guard form == .government || form == .institution else { return false }
      return job.holds(on: sight.day) || isRetired(sight, job, index)
    },
  ]

  /// Whether a job is that of a teacher at a school or kindergarten.
  static func isTeacher(_ sight: Sight, _ job: Job) -> Bool {
    job.occupation == .teacher && job.employer >= 0
      && SchoolClass.all[sight.shared.firms.trade(of: Int(job.employer)).code] != nil
  }

  /// The last job of somebody with a pension of the public institutions who is alive.
  private static func isRetired(_ sight: Sight, _ job: Job, _ index: Int) -> Bool {
    let person = Int(job.person)
    guard job.isInsured, job.to <= sight.day,
      sight.lives.jobs(of: person).last?.from == job.from,
      let pension = sight.lives.fact(.pensionPaid, of: person, on: sight.day)
    else { return false }
    return pension.detail == 120
  }

  /// 公务员 and 参公人员 of offices, 事业人员 of institutions.
  ///
  /// Those without insurance of employees are 编外, as a fifth of the others (assumption). 离休 are those
  /// employed before October 1949: nobody of the last eleven years.
  private static func staffKind(_ sight: Sight, _ index: Int) -> String {
    let job = sight.job(index)
    guard job.holds(on: sight.day) else { return "退休" }
    var draw = sight.draw("job.staffKind", index)
    let part = draw.below(100)
    let isSkilled = [
      .official, .teacher, .doctor, .engineer, .clerk, .policeman, .lawyerOrAccountant,
    ]
    .contains(job.occupation)
    guard job.isInsured, isSkilled, part < 80 else { return "编外" }
    guard sight.firm(Int(job.employer)).form == .government else { return "事业人员" }
    return part < 62 ? "公务员" : part < 72 ? "参公人员" : "事业人员"
  }

  /// By years at work and education (of full-time teachers of primary and junior schools 2023: senior
  /// about a tenth and a fifth, first grade 40 %).
  private static func titleGrade(_ sight: Sight, _ index: Int) -> String {
    let person = Int(sight.job(index).person)
    let age = sight.person(person).age(on: sight.day)
    var draw = sight.draw("teacher.title", person)
    let part = draw.below(100)
    switch age {
    case ..<26: return part < 45 ? "未评" : part < 85 ? "二级教师" : "三级教师"
    case ..<33: return part < 12 ? "未评" : part < 92 ? "二级教师" : "一级教师"
    case ..<42: return part < 5 ? "未评" : part < 30 ? "二级教师" : part < 93 ? "一级教师" : "高级教师"
    default: return part < 8 ? "二级教师" : part < 62 ? "一级教师" : part < 99 ? "高级教师" : "正高级教师"
    }
  }

  /// By the hours of the plans of lessons of 2022; kindergartens teach by fields.
  private static func subject(_ sight: Sight, _ index: Int) -> String {
    let job = sight.job(index)
    var draw = sight.draw("teacher.subject", Int(job.person))
    let (subjects, weights): ([String], [Int]) =
      switch sight.shared.firms.trade(of: Int(job.employer)).code {
      case "8310": (["幼儿教育"], [1])
      case "8321":
        (
          ["语文", "数学", "英语", "体育与健康", "音乐", "美术", "科学", "道德与法治", "信息科技", "劳动"],
          [32, 22, 9, 10, 6, 6, 6, 4, 3, 2]
        )
      case "8331":
        (
          ["语文", "数学", "英语", "科学", "历史与社会", "道德与法治", "体育与健康", "音乐", "美术", "信息科技"],
          [18, 18, 17, 19, 7, 5, 8, 3, 3, 2]
        )
      default:
        (
          ["语文", "数学", "英语", "物理", "化学", "生物学", "思想政治", "历史", "地理", "体育与健康", "信息技术"],
          [15, 15, 15, 11, 9, 8, 7, 7, 6, 5, 2]
        )
      }
    return subjects[draw.weighted(weights)]
  }
}
