/// When an event was accepted, sent on, handled and closed, in minutes since 1970.
package struct EventSteps: Sendable {
  package var accepted: Int32
  package var dispatched: Int32
  /// 签收.
  package var signed: Int32
  /// The limit by the class of the matter.
  package var due: Int32
  /// Nothing for one that is never handled.
  package var handled: Int32?
  package var checked: Int32?
  package var closed: Int32?
  /// Whether the check failed once and it was handled again: 返工.
  package var wasReturned: Bool
  /// Whether it was found to be nothing: 作废, 不属实.
  package var isVoid: Bool
  /// 1 一般, 2 紧急, 3 特急.
  package var urgency: Int

  /// Whether it was handled after its limit.
  package var isLate: Bool { handled.map { $0 > due } ?? true }

  /// What is known at a moment: later steps are not there yet.
  package func known(at minute: Int32) -> EventSteps {
    var steps = self
    if let handled, handled > minute { steps.handled = nil }
    if let checked, checked > minute { steps.checked = nil }
    if let closed, closed > minute { steps.closed = nil }
    return steps
  }
}

extension Events {
  /// The steps of an event's handling.
  ///
  /// Those that lie after a day are not known on it.
  ///
  /// 94 of 100 are handled within their limit, 5 later, 1 never; 4 fail the check once and 2 turn
  /// out to be nothing (assumption: the shares on time that cities publish are from 90 to 99 %).
  package func steps(of index: Int) -> EventSteps {
    let event = list[index]
    let matter = Matter.all[Int(event.matter)]
    var draw = Draw(Draw.stream(seed, "event.steps"), Int(event.key))
    let isUrgent = matter.limit <= 480 && draw.below(3) == 0
    let urgency = isUrgent ? (draw.below(5) == 0 ? 3 : 2) : 1
    let isCall = event.channel == .telephone || event.kind == .cityCase
    let accepted =
      isCall
      ? event.minute + Int32(1 + draw.below(9))
      : WorkDays.adding(5 + draw.below(90), to: event.minute)
    // The centre sends on at any hour what is urgent, the rest in hours of work.
    let dispatched =
      isUrgent
      ? accepted + Int32(5 + draw.below(25)) : WorkDays.adding(10 + draw.below(80), to: accepted)
    let signed = WorkDays.adding(3 + draw.below(110), to: dispatched)
    let due = WorkDays.adding(matter.limit, to: dispatched)
    let chance = draw.below(100)
    var steps = EventSteps(
      accepted: accepted, dispatched: dispatched, signed: signed, due: due, handled: nil,
      checked: nil, closed: nil, wasReturned: draw.below(100) < 4,
      isVoid: draw.below(100) < (event.kind == .environment ? 12 : 2), urgency: urgency)
    guard chance < 99 else { return steps }
    // Work begins at once and is done at any time up to the limit, more often in the first half.
    let part = chance < 94 ? min(draw.unit(), draw.unit()) * 0.95 + 0.04 : 1.05 + 2 * draw.unit()
    var handled = max(signed + 2, WorkDays.adding(Int(Double(matter.limit) * part), to: dispatched))
    if chance < 94 { handled = min(handled, max(due, signed + 2)) }
    steps.handled = handled
    let checked = WorkDays.adding(20 + draw.below(460), to: handled)
    steps.checked = checked
    steps.closed = WorkDays.adding(
      10 + draw.below(600) + (steps.wasReturned ? 960 : 0), to: checked)
    return steps
  }

  /// 满意度 of a report that is closed: those on time are liked better (Xuhui: the speed of handling
  /// explains half of it); 30 % do not answer (assumption).
  package func satisfaction(of index: Int) -> String {
    var draw = Draw(Draw.stream(seed, "event.satisfaction"), Int(list[index].key))
    let answers = ["非常满意", "满意", "基本满意", "不满意", "未评价"]
    let weights = steps(of: index).isLate ? [8, 20, 16, 26, 30] : [30, 27, 8, 5, 30]
    return answers[draw.weighted(weights)]
  }

  /// 诉求类型, a code of `request-kind.csv`.
  package func requestKind(of index: Int) -> Int {
    var draw = Draw(Draw.stream(seed, "event.request"), Int(list[index].key))
    let part = draw.below(100)
    switch matter(of: index).code {
    case "0501", "0502": return part < 88 ? 1 : 4
    case "9900" where matter(of: index).title == "户籍证件": return part < 88 ? 1 : 4
    case "9900": return part < 30 ? 1 : part < 60 ? 4 : part < 85 ? 2 : 3
    case "0303", "0304", "0305": return part < 55 ? 4 : part < 90 ? 2 : 1
    case "0204": return part < 40 ? 3 : part < 92 ? 2 : 6
    case "0401", "0402", "0102": return part < 72 ? 2 : 5
    case "0503": return part < 40 ? 1 : part < 85 ? 2 : part < 92 ? 3 : 6
    default: return part < 78 ? 2 : part < 90 ? 4 : part < 96 ? 5 : part < 99 ? 3 : 1
    }
  }

  /// The result of a dispute: 96 % are settled, as in Shenzhen's half-year (43,952 of 45,870).
  package func isSettled(_ index: Int) -> Bool {
    var draw = Draw(Draw.stream(seed, "event.settled"), Int(list[index].key))
    return draw.below(100) < 96
  }

  /// The amount at stake in yuan, and the number of people, of disputes, petitions and labour
  /// cases: heavy tails (assumption).
  package func stake(of index: Int) -> (amount: Int, people: Int) {
    var draw = Draw(Draw.stream(seed, "event.stake"), Int(list[index].key))
    switch list[index].kind {
    case .labour:
      let people = Int(draw.logUniform(1, 60))
      return (people * Int(draw.logUniform(2_000, 40_000)) / 100 * 100, people)
    case .petition: return (0, draw.below(5) == 0 ? Int(draw.logUniform(5, 80)) : 1)
    case .dispute: return (Int(draw.logUniform(200, 200_000)) / 100 * 100, 2)
    default: return (0, 1)
    }
  }

  /// The other party of a dispute among people: someone of the same building; -1 where the other
  /// one is a firm or not known.
  package func otherParty(of index: Int) -> Int32 {
    let event = list[index]
    guard event.kind == .dispute, event.firm < 0 else { return -1 }
    var draw = Draw(Draw.stream(seed, "event.party"), Int(event.key))
    let building = nearestBuilding(to: index)
    guard building >= 0 else { return -1 }
    let other = places.resident(building, event.day, &draw)
    return other == event.person ? -1 : other
  }
}
