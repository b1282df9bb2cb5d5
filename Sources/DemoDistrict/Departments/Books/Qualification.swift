import DemoTruth
import Time

/// A certificate of professional qualification (职称, 专业技术资格).
struct Qualification: Sendable {
  let person: Int32
  let day: Int32
  let title: String
  let level: String
  let issuer: String
  var number = ""

  /// One for each who works in a profession and passed the review of a level, in the order of days.
  ///
  /// Of professionals of firms and institutions 60 % have one (assumption: 82 million of those of
  /// professions in the country have titles); levels are reached at 25, 31, 39 and 48 years at the
  /// earliest (人社部发〔2016〕: five years each).
  static func all(_ lives: Lives, seed: UInt64, in division: Division) -> [Qualification] {
    let stream = Draw.stream(seed, "qualification")
    var all: [Qualification] = []
    for job in lives.jobs
    where job.to == DemoTruth.Person.open || job.to > TruthCalendar.todayOrdinal - 1_000 {
      guard job.employer >= 0, job.isInsured, let titles = Self.titles[job.occupation] else {
        continue
      }
      var draw = Draw(stream, Int(job.person))
      guard draw.below(100) < 60 else { continue }
      let birth = lives.people.persons[Int(job.person)].birth
      let age = Int(TruthCalendar.todayOrdinal - birth) / 365
      let highest = [25, 31, 39, 48].lastIndex { $0 + 1 <= age }
      guard let highest else { continue }
      let level = draw.below(100) < [100, 70, 45, 12][highest] ? highest : max(highest - 1, 0)
      // Reviews are in December, examinations end in June.
      let year = Day(ordinal: Int(birth)).year + [25, 31, 39, 48][level] + draw.below(6)
      let day = draw.below(3) > 0 ? 1_200 + draw.number(10...30) : 600 + draw.number(10...28)
      let issued = Int32(Day(number: year * 10_000 + day).ordinal).weekday
      guard issued <= TruthCalendar.lastOrdinal, issued > TruthCalendar.firstOrdinal - 700 else {
        continue
      }
      let issuer =
        level < 2
        ? "\(division.fullName)人力资源和社会保障局" : level == 2 ? "云溪市人力资源和社会保障局" : "临江省人力资源和社会保障厅"
      let field = draw.pick(titles.fields)
      all.append(
        Qualification(
          person: job.person, day: issued,
          title: field.isEmpty ? titles.names[level] : "\(titles.names[level])（\(field)）",
          level: ["初级", "中级", "副高级", "正高级"][level], issuer: issuer))
    }
    all.sort { ($0.day, $0.person) < ($1.day, $1.person) }
    var last = Int32(-1)
    all = all.filter { one in
      defer { last = one.person }
      return one.person != last
    }
    return numbered(all, in: division)
  }

  /// ZC, the year, the office's digit and the place in the year.
  private static func numbered(_ all: [Qualification], in division: Division) -> [Qualification] {
    var (year, count) = (0, 0)
    return all.map { one in
      var one = one
      let own = Day(ordinal: Int(one.day)).year
      if own != year { (year, count) = (own, 0) }
      count += 1
      one.number = "ZC\(own)\(division.code)" + Digits.padded(count, 5)
      return one
    }
  }

  private static let titles: [Occupation: (names: [String], fields: [String])] = [
    .engineer: (
      ["助理工程师", "工程师", "高级工程师", "正高级工程师"],
      ["机械", "电气", "建筑工程", "化工", "电子信息", "环境保护", "市政", "轻纺"]
    ),
    .itService: (
      ["助理工程师", "工程师", "高级工程师", "正高级工程师"], ["软件", "网络工程", "信息系统", "人工智能"]
    ),
    .doctor: (
      ["医师", "主治医师", "副主任医师", "主任医师"], ["内科", "外科", "全科医学", "儿科", "中医", "口腔"]
    ),
    .teacher: (["二级教师", "一级教师", "高级教师", "正高级教师"], ["语文", "数学", "英语", "科学", "体育", "学前教育"]),
    .lawyerOrAccountant: (["初级会计", "中级会计", "高级会计师", "正高级会计师"], ["", ""]),
    .artist: (
      ["助理工艺美术师", "工艺美术师", "高级工艺美术师", "正高级工艺美术师"], ["", ""]
    ),
    .clerk: (["初级经济师", "中级经济师", "高级经济师", "正高级经济师"], ["人力资源管理", "工商管理", "金融"]),
  ]
}
