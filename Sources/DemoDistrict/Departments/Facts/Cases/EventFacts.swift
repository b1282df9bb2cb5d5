import DemoTruth
import Geometry
import Time

/// What can be read of what citizens report and inspectors find.
enum EventFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.places[.event] = { .event($1) }
    table.steps["event.reporter"] = (.person, { Int($0.event($1).person) })
    table.facts = [
      "event.number": { .text(CaseNumbers.text($0, $1) ?? number($0, $1)) },
      // The classes are those of events; a component that is broken is one of them.
      "event.nature": { _, _ in .text("事件") },
      "event.class": { .text($0.shared.events.matter(of: $1).code) },
      "event.class2013": { sight, index in
        .optional(EventClasses.code2013[sight.shared.events.matter(of: index).code])
      },
      "event.matter": { sight, index in
        // Cases since July of this year.
        sight.event(index).day < july
          ? .none
          : .optional(EventClasses.matter[sight.shared.events.matter(of: index).code])
      },
      "event.channel": { .text(source($0.event($1).channel)) },
      "event.channel#code": { sight, index in
        .text(
          sight.event(index).kind == .petition
            ? PetitionFacts.form(sight, index)
            : Digits.padded(Int(sight.event(index).channel.rawValue), 2))
      },
      "event.kind": { .text($0.shared.events.matter(of: $1).code) },
      "event.kind#code": { sight, index in
        sight.event(index).kind == .report
          ? .integerText(sight.shared.events.requestKind(of: index))
          : .text(sight.shared.events.matter(of: index).code)
      },
      "event.title": { .text(CaseFacts.title($0, $1)) },
      "event.text": { .text(CaseFacts.text($0, $1)) },
      "event.address": { .text(CaseFacts.address($0, $1)) },
      "event.urgency#code": { .integerText($0.steps($1).urgency) },
      "event.department.name": { .text($0.shared.events.matter(of: $1).department) },
      "event.handler.name": { sight, index in
        sight.isPast(sight.steps(index).dispatched)
          ? .text(sight.shared.events.matter(of: index).department) : .none
      },
      "event.reportedAt": { .moment($0.event($1).minute) },
      "event.filedAt": { $0.moment($0.steps($1).accepted) },
      "event.dispatchedAt": { $0.moment($0.steps($1).dispatched) },
      "event.signedAt": { $0.moment($0.steps($1).signed) },
      "event.dueAt": { sight, index in
        if let due = CaseFacts.due(sight, index) { return due }
        let steps = sight.steps(index)
        return sight.isPast(steps.dispatched) ? .moment(steps.due) : .none
      },
      "event.handledAt": { sight, index in sight.steps(index).handled.map { .moment($0) } ?? .none
      },
      "event.closedAt": { sight, index in sight.end(ofCase: index).map { .moment($0) } ?? .none },
      "event.visitedAt": { sight, index in sight.steps(index).checked.map { .moment($0) } ?? .none
      },
      "event.resultText": { sight, index in
        .optional(sight.shared.events.result(of: index, by: sight.lastMinute))
      },
      "event.satisfaction": { sight, index in
        sight.steps(index).checked == nil
          ? .none : .text(sight.shared.events.satisfaction(of: index))
      },
      "event.stage": { .text(stage($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "gsb_order12345": rule(.report), "cgj_case": rule(.cityCase),
  ]

  private static let july = Int32(Day(number: 2026_07_01).ordinal)

  /// Those of the last twelve months.
  private static func rule(_ kind: Event.Kind) -> RowRule {
    RowRule(count: { $0.events.list.count }) { sight, index in
      let event = sight.event(index)
      return event.kind == kind && event.day <= sight.day && sight.day - event.day < 365
    }
  }

  /// The day and a counter of the day; of cases the district ahead.
  private static func number(_ sight: Sight, _ index: Int) -> String {
    let event = sight.event(index)
    let day = Day(ordinal: Int(event.day)).number
    return (event.kind == .report ? "" : sight.division.code) + "\(day)"
      + Digits.padded(
        Int(sight.shared.eventCounters[index])
          + (event.kind == .report ? 10_000 * sight.division.number : 0), 5)
  }

  private static func source(_ channel: Event.Channel) -> String {
    switch channel {
    case .collector, .gridWorker: "采集员上报"
    case .video: "视频监控"
    case .leader: "领导督办"
    case .media: "媒体曝光"
    case .telephone, .weChat, .web, .app, .mailbox: "公众举报"
    }
  }

  private static func stage(_ sight: Sight, _ index: Int) -> String {
    let steps = sight.steps(index)
    if steps.closed != nil { return steps.isVoid ? "作废" : "结案" }
    if steps.handled != nil { return "核查" }
    if sight.isPast(steps.signed) { return "处置" }
    if sight.isPast(steps.dispatched) { return "派遣" }
    return sight.isPast(steps.accepted) ? "立案" : "受理"
  }
}

/// The classes of `event-class.csv` in the lists of 2013 (GB/T 30428.2) and of GB/T 47678.
enum EventClasses {
  static let code2013: [String: String] = [
    "0101": "0101", "0102": "0110", "0103": "0111", "0104": "0112", "0201": "0201", "0501": "0401",
    "0504": "0405", "0505": "0409", "0506": "0410", "0507": "0136", "0511": "0107",
  ]
  static let matter: [String: String] = [
    "0102": "06010", "0103": "06011", "0104": "06012", "0106": "06017", "0504": "09005",
    "0507": "06036",
  ]
}

extension Sight {
  func event(_ index: Int) -> Event { shared.events.list[index] }

  /// The last minute of the day, since 1970.
  var lastMinute: Int32 { (day + 1) * 1_440 - 1 }

  func isPast(_ minute: Int32) -> Bool { minute <= lastMinute }

  /// The steps of an event that have been taken.
  func steps(_ index: Int) -> EventSteps {
    shared.events.steps(of: index).known(at: lastMinute)
  }

  func moment(_ minute: Int32) -> DemoValue { isPast(minute) ? .moment(minute) : .none }
}

extension DemoValue {
  /// A moment by the minutes since 1970.
  static func moment(_ minute: Int32) -> DemoValue {
    .moment(Day(ordinal: Int(minute / 1_440)), Int(minute % 1_440) * 60)
  }
}
