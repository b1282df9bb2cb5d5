/// What people say and what officers write: put together from what happened, where, for how long,
/// what follows from it and what is asked, in the manner of the channel.
enum EventText {
  private static let phone = [
    "市民来电反映：", "来电人反映，", "诉求人称，", "市民反映", "来电人称", "居民来电：", "", "",
  ]
  private static let long = [
    "已经三天了", "持续一个星期了", "有半个月了", "从上个月就开始了", "一个多月了", "好几天了", "近半年一直这样", "每天都这样",
  ]
  private static let spans = ["三天", "一个星期", "半个月", "十多天", "一个多月", "两三天", "五天", "两个月"]
  private static let effects: [(codes: [String], texts: [String])] = [
    (
      ["0103", "0104"],
      [
        "老人整夜睡不好", "家里孩子要中考，没法复习", "第二天没法上班", "窗户都不敢开", "整栋楼都受影响",
        "家里有婴儿，经常被吵醒", "我神经衰弱，实在受不了",
      ]
    ),
    (
      ["0203", "0101", "0201", "0202", "0204"],
      [
        "出行很不方便", "已经有人摔伤", "老人过马路很危险", "救护车来了都进不去", "早晚高峰堵得一塌糊涂",
        "孩子上学要绕到机动车道上",
      ]
    ),
    (["0105"], ["天热味道更重", "苍蝇蚊子很多", "看着很不美观", "路过都要捂鼻子"]),
    (["0303", "0304", "0305"], ["家里有老人小孩，很不方便", "饭都做不了", "担心不安全", "整栋楼都这样"]),
    (
      ["0401", "0402"],
      ["协商多次没有结果", "有聊天记录和付款截图", "家里等着用钱", "态度很差，还骂人", "涉及的人不止我一个"]
    ),
    ([], ["周边居民意见很大", "存在安全隐患", "严重影响生活", "很多邻居都反映过"]),
  ]
  private static let asks: [[String]] = [
    ["请问应该怎么办理", "想了解一下需要哪些材料", "请告知办理流程和地点", "请问归哪个部门管", "麻烦回电说明"],
    ["希望尽快处理", "要求相关部门核实处理并回复", "请派人现场查看", "望及时整改", "要求严肃处理", "希望给个明确答复", "请尽快解决"],
    ["建议加强日常管理", "建议定期巡查", "建议从源头上解决", "建议增加人手"],
    ["请帮忙协调", "急需帮助", "请尽快安排处理", "希望协调解决"],
    ["要求查处", "请依法查处并保密", "希望严查", "举报属实请反馈"],
    ["特来电表扬", "工作人员很负责，感谢", "处理得很快，点赞"],
  ]

  /// Words of a problem that already say which shop it is.
  private static let shops = ["店", "KTV", "吧", "摊", "超市", "老板", "公司", "工程"]

  /// Words of a problem that only some shops give cause for, with those of such a shop's sign.
  private static let trades: [(word: String, signs: [String])] = [
    ("烧烤", ["烧烤", "烤"]), ("KTV", ["KTV", "歌"]), ("歌厅", ["KTV", "歌"]), ("酒吧", ["酒吧", "清吧"]),
    ("饭店", ["饭", "餐", "菜", "面", "酒楼", "酒家", "馄饨", "火锅", "烤", "小吃", "食", "麻辣", "汉堡"]),
    ("超市", ["超市", "便利", "生鲜", "购物", "百货", "商店", "食品"]),
    ("口腔", ["口腔", "牙"]), ("装修", ["装", "家居", "建材"]), ("货架", ["仓", "物流", "超市", "商", "贸"]),
    ("车间", ["厂", "制", "机", "模", "五金", "金属", "加工", "电器", "塑", "木", "纸", "印", "纺", "食品", "材料"]),
    ("喷漆", ["汽", "家具", "木", "机械", "五金", "金属", "制造"]), ("注塑", ["塑", "模具", "制品"]),
  ]

  /// One of the problems of a matter, of those that its shop can give cause for.
  private static func suitable(_ matter: Matter, firm: String?, _ draw: inout Draw) -> String {
    let fitting = matter.problems.filter { problem in
      guard let firm else { return true }
      return trades.allSatisfy { trade in
        !problem.contains(trade.word) || trade.signs.contains { firm.contains($0) }
      }
    }
    return draw.pick(fitting.isEmpty ? matter.problems : fitting)
  }

  /// Words of a problem that is a question, whatever else is wanted.
  private static let questions = ["能不能", "怎么", "哪里", "哪些", "有没有", "要几天"]

  private static func namesShop(_ problem: String) -> Bool {
    shops.contains { problem.contains($0) }
  }

  /// A place ahead of what is there; between two numbers comes a comma.
  private static func at(_ place: String, _ problem: String) -> String {
    (problem.first?.isNumber ?? false) ? place + "，" + problem : place + problem
  }

  /// Fills in numbers, hours and times.
  static func filled(_ text: String, _ draw: inout Draw) -> String {
    var text = text
    if text.contains("{n}") { text = text.replacing("{n}", with: String(draw.number(2...9))) }
    if text.contains("{d}") { text = text.replacing("{d}", with: draw.pick(spans)) }
    if text.contains("{h}") {
      let hours =
        text.contains("凌晨")
        ? ["1", "2", "两", "三"] : text.contains("晚上") ? ["9", "10", "十"] : ["11", "12", "十一", "两"]
      text = text.replacing("{h}", with: draw.pick(hours))
    }
    return text
  }

  /// The text of a report.
  ///
  /// - Parameters:
  ///   - place: where it is, as in ``Events/address(of:)``.
  ///   - firm: the sign of the shop that it is about, if any.
  ///   - again: whether the same person reported it before.
  static func report(
    _ matter: Matter, channel: Event.Channel, place: String, firm: String?, again: Bool,
    kind: Int, _ draw: inout Draw
  ) -> String {
    let phrase = suitable(matter, firm: firm, &draw)
    var problem = filled(phrase, &draw)
    if let firm, draw.below(3) > 0, !namesShop(problem) {
      problem = draw.below(2) == 0 ? "“\(firm)”" + problem : firm + "：" + problem
    }
    let isQuestion = kind == 1 || questions.contains { phrase.contains($0) }
    // Who asks about a nuisance wants to know whose business it is, not which papers to bring.
    let isAnswered = isQuestion && !questions.contains { phrase.contains($0) }
    let asks =
      isAnswered
      ? ["请问归哪个部门管", "请问怎么处理", "麻烦回电说明"] : asks[isQuestion ? 0 : min(max(kind, 1), 6) - 1]
    let ask = draw.pick(asks)
    let group = effects.first { $0.codes.contains(matter.code) } ?? effects[effects.count - 1]
    let effect = isQuestion || draw.below(3) == 0 ? "" : draw.pick(group.texts)
    let since = isQuestion || phrase.contains("{d}") || draw.below(2) == 0 ? "" : draw.pick(long)
    let before = again ? draw.pick(["之前打过电话没人管，", "上次反映后好了两天又这样，", "已反映过，至今没有解决，"]) : ""
    if isQuestion {
      // Who asks does not say where it is.
      let open =
        switch channel {
        case .telephone: draw.pick(["来电人咨询：", "市民咨询", "市民来电咨询，", ""])
        case .web, .mailbox: draw.pick(["您好，", "你好，想咨询一下，", ""])
        default: draw.pick(["", "想问下", "请问"])
        }
      let home = draw.below(4) == 0 ? "（住在\(place)）" : ""
      return open + problem + home
        + (draw.below(3) == 0 ? "？" : "，" + ask + draw.pick(["。", "？", ""]))
    }
    let parts: [String]
    switch channel {
    case .app, .weChat:
      // Short, and without much of a sentence.
      parts =
        draw.below(2) == 0
        ? [before + problem, since, draw.below(2) == 0 ? ask : ""]
        : [before + at(place, problem), effect]
      return joined(parts) + (draw.below(3) == 0 ? "" : "。")
    case .web:
      parts = [at(place, problem), since, effect, before + ask]
      return draw.pick(["您好，", "你好！", "", "尊敬的工作人员：您好！"]) + joined(parts)
        + draw.pick(["。", "，谢谢！", "！"])
    case .mailbox:
      parts = [before + problem, since, effect]
      return draw.pick(["尊敬的领导：您好！", "领导您好，"]) + "我住在\(place)附近，" + joined(parts) + "。"
        + joined([draw.pick(["恳请", "希望", "望"]) + "有关部门重视", ask]) + "。"
    case .gridWorker:
      return draw.pick(["网格员巡查发现，", "走访中发现", "巡查发现", ""]) + at(place, problem)
        + draw.pick(["，已现场劝导。", "，需职能部门处理。", "，请协调处置。", "。"])
    default:
      let open = draw.pick(phone)
      switch draw.below(4) {
      case 0: parts = [open + before + "在\(place)，" + problem, since, effect, ask]
      case 1: parts = [open + problem, since, "位置在\(place)", before + ask]
      case 2: parts = [open + at(place, problem), effect, before + ask]
      default: parts = [open + before + place + "，" + problem, ask]
      }
      return joined(parts) + "。"
    }
  }

  /// The description of a case: shorter, by the one who found it.
  static func found(_ matter: Matter, place: String, firm: String?, _ draw: inout Draw) -> String {
    let problem = filled(suitable(matter, firm: firm, &draw), &draw)
    let isNamed = draw.below(3) > 0 && !namesShop(problem)
    let who = isNamed ? firm.map { "“\($0)”" } ?? "" : ""
    switch draw.below(4) {
    case 0: return who.isEmpty ? at(place, problem) : place + who + problem
    case 1: return "\(problem)，位于\(place)" + (who.isEmpty ? "" : "（\(who)）")
    case 2: return "\(place)，\(who)\(problem)，影响市容"
    default: return (who.isEmpty ? at(place, problem) : place + who + problem) + "，请处置。"
    }
  }

  /// What an office writes down of the others.
  static func record(
    _ matter: Matter, place: String, firm: String?, _ draw: inout Draw
  ) -> String {
    let problem = filled(suitable(matter, firm: firm, &draw), &draw)
    switch matter.kind {
    case .hazard, .fireHazard:
      let second = filled(suitable(matter, firm: firm, &draw), &draw)
      return second == problem || draw.below(2) == 0 ? problem : "\(problem)；\(second)"
    case .petition:
      return draw.pick(["信访人反映", "群众反映", "信访人称"]) + "\(place)\(problem)问题"
        + draw.pick(["，要求解决", "，要求给予答复", "，请求依法处理", ""])
    case .dispute:
      return draw.pick(["双方因", "当事人因"]) + problem + draw.pick(["产生争执", "发生纠纷", "协商不成"])
    case .environment:
      let open = draw.pick(["群众举报", "来电反映", "投诉人称", "信访反映", ""])
      let who = firm.map { place + "“\($0)”" + problem } ?? at(place, problem)
      return joined([open + who, draw.below(2) == 0 ? draw.pick(long) : "", draw.pick(asks[1])])
        + "。"
    default:
      let open = draw.pick(["工人投诉", "劳动者反映", "投诉人称", "巡查发现", ""])
      return open + (firm.map { "“\($0)”" + problem } ?? at(place, problem))
    }
  }

  private static func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: "，")
  }
}

extension Events {
  /// The title of an event, as lists show it.
  package func title(of index: Int) -> String {
    let matter = matter(of: index)
    var draw = Draw(Draw.stream(seed, "event.title"), Int(list[index].key))
    guard list[index].kind == .report || list[index].kind == .petition else { return matter.title }
    let place = address(of: index)
    let what = matter.title.hasSuffix("问题") ? String(matter.title.dropLast(2)) : matter.title
    switch draw.below(4) {
    case 0: return "关于\(place)\(what)的问题"
    case 1: return "\(place)\(matter.title)"
    case 2: return "反映\(what)问题"
    default: return matter.title
    }
  }

  /// What was said or written.
  package func content(of index: Int) -> String {
    let event = list[index]
    let matter = matter(of: index)
    var draw = Draw(Draw.stream(seed, "event.text"), Int(event.key))
    let place = address(of: index)
    let firm = event.firm >= 0 ? places.firms.sign(of: Int(event.firm)) : nil
    switch event.kind {
    case .report:
      return EventText.report(
        matter, channel: event.channel, place: place, firm: firm, again: event.repeatOf >= 0,
        kind: requestKind(of: index), &draw)
    case .cityCase: return EventText.found(matter, place: place, firm: firm, &draw)
    case .major: return incidentText(of: index, place: place, &draw)
    default: return EventText.record(matter, place: place, firm: firm, &draw)
    }
  }
}
