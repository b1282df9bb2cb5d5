import Time

/// How disputes end, and what is told of major cases.
extension Events {
  package enum Outcome: Sendable { case settled, failed, withdrawn }

  /// The report in which the happening of an event is kept: its place, class, people and outcome.
  package func happening(of index: Int) -> Int {
    list[index].kind == .mediation ? Int(list[index].incident) : index
  }

  /// The hearing that a dispute came to.
  package func hearing(of dispute: Int) -> Int? { hearings[Int32(dispute)].map(Int.init) }

  /// How a dispute ends: 96 % are settled; one in fifty of those before a committee is withdrawn
  /// (assumption).
  package func outcome(of index: Int) -> Outcome {
    let happening = happening(of: index)
    guard isSettled(happening) else { return .failed }
    var draw = Draw(Draw.stream(seed, "event.withdrawn"), Int(list[happening].key))
    let isHeard = list[index].kind == .mediation || hearing(of: index) != nil
    return isHeard && draw.below(50) == 0 ? .withdrawn : .settled
  }

  /// The end of a hearing: committees have a month for it, most need two weeks; 3 % stay open longer
  /// (民间纠纷调解 within one month: 人民调解工作若干规定, article 33).
  package func end(ofHearing index: Int) -> Int32 {
    var draw = Draw(Draw.stream(seed, "event.hearing"), Int(list[index].key))
    let days = draw.below(100) < 3 ? draw.number(25...60) : draw.number(1...20)
    return WorkDays.adding(days * 480 - draw.below(300), to: list[index].minute)
  }

  /// The end of a dispute: soon after its hearing, if it has one; nil where it never ends.
  package func end(ofDispute index: Int) -> Int32? {
    guard let hearing = hearing(of: index) else { return steps(of: index).closed }
    var draw = Draw(Draw.stream(seed, "event.end"), Int(list[index].key))
    return WorkDays.adding(20 + draw.below(900), to: end(ofHearing: hearing))
  }

  /// How many are involved: two in most disputes, more where an estate or a village quarrels.
  package func people(inDispute index: Int) -> Int {
    let happening = happening(of: index)
    var draw = Draw(Draw.stream(seed, "event.involved"), Int(list[happening].key))
    let part = draw.below(100)
    switch matter(of: happening).code {
    case "05", "12", "06", "04":
      return part < 60 ? 2 : part < 85 ? draw.number(3...8) : draw.number(9...60)
    default: return part < 75 ? 2 : part < 96 ? draw.number(3...5) : draw.number(6...12)
    }
  }

  /// What a dispute is about, in the words of the one who recorded it.
  package func subject(ofDispute index: Int) -> String {
    var draw = Draw(Draw.stream(seed, "event.subject"), Int(list[happening(of: index)].key))
    return EventText.filled(draw.pick(matter(of: index).problems), &draw)
  }

  /// What a petition is about, in the words that its text has.
  package func subject(ofPetition index: Int) -> String {
    // The first draw of the text.
    var draw = Draw(Draw.stream(seed, "event.text"), Int(list[index].key))
    return EventText.filled(draw.pick(matter(of: index).problems), &draw)
  }

  /// 1 一般, 2 较大 of `case-level.csv`, by the dead and hurt: three dead or ten hurt are 较大 (生产安全事故报告
  /// 和调查处理条例, article 3).
  package func level(ofMajor index: Int) -> Int {
    let harm = harm(ofMajor: index)
    return harm.dead >= 3 || harm.hurt >= 10 ? 2 : 1
  }

  /// The dead and hurt of a major case (assumption: traffic and building sites have most).
  package func harm(ofMajor index: Int) -> (dead: Int, hurt: Int) {
    var draw = Draw(Draw.stream(seed, "event.harm"), Int(list[index].key))
    let part = draw.below(100)
    switch matter(of: index).title {
    case "道路交通事故":
      return part < 22 ? (1, draw.below(2)) : part < 24 ? (3, 2) : (0, draw.number(1...4))
    case "建筑施工事故": return part < 45 ? (1, draw.below(2)) : (0, draw.number(1...3))
    case "居民住宅火灾": return part < 6 ? (1, 1) : part < 30 ? (0, draw.number(1...3)) : (0, 0)
    case "厂房火灾", "燃气事故", "房屋局部坍塌", "聚众斗殴":
      return part < 4 ? (1, 2) : part < 50 ? (0, draw.number(1...4)) : (0, 0)
    default: return (0, part < 6 ? 1 : 0)
    }
  }

  /// What is reported upwards: when, where, what, who came, and who was hurt.
  func incidentText(of index: Int, place: String, _ draw: inout Draw) -> String {
    let event = list[index]
    let day = Day(ordinal: Int(event.day))
    let time = "\(day.month)月\(day.day)日\(event.minuteOfDay / 60)时\(event.minuteOfDay % 60)分许"
    let matter = matter(of: index)
    let problem = EventText.filled(draw.pick(matter.problems), &draw)
    let harm = harm(ofMajor: index)
    let hurt =
      harm.dead > 0
      ? "造成\(harm.dead)人死亡" + (harm.hurt > 0 ? "、\(harm.hurt)人受伤" : "")
      : harm.hurt > 0 ? "造成\(harm.hurt)人受伤" : "未造成人员伤亡"
    let verb =
      problem.contains("起火") || problem.hasPrefix("工人") || problem.hasPrefix("业主")
        || !["居民住宅火灾", "厂房火灾"].contains(matter.title) ? "，" : "引发火灾，"
    let came = draw.pick(["\(matter.department)、属地街道第一时间到场处置", "属地街道会同\(matter.department)到场处置"])
    return "\(time)，\(place)\(problem)\(verb)\(hurt)。\(came)。"
  }
}
