import DemoTruth
import Time

/// What is written of cases: titles, texts and places.
extension CaseFacts {
  /// 桂花苑3幢楼上漏水赔偿纠纷; of others the class or what the room of events says.
  static func title(_ sight: Sight, _ index: Int) -> String {
    let events = sight.shared.events
    switch sight.event(index).kind {
    case .dispute, .mediation:
      let subject = events.subject(ofDispute: index)
      let end = subject.hasSuffix("纠纷") || subject.hasSuffix("争执") ? "" : "纠纷"
      return short(sight, index) + subject + end
    case .petition:
      let subject = events.subject(ofPetition: index)
      var draw = Draw(Draw.stream(sight.shared.seed, "petition.title"), Int(sight.event(index).key))
      return draw.below(3) == 0
        ? "反映\(subject)问题" : "关于\(short(sight, index))\(subject)问题的信访事项"
    case .major: return short(sight, index) + events.matter(of: index).title
    default: return events.title(of: index)
    }
  }

  /// The building or road without the district.
  private static func short(_ sight: Sight, _ index: Int) -> String {
    let place = sight.shared.events.address(of: index)
    return place.hasPrefix(sight.division.name)
      ? String(place.dropFirst(sight.division.name.count)) : place
  }

  static func text(_ sight: Sight, _ index: Int) -> String {
    let event = sight.event(index)
    let text = sight.shared.events.content(of: index)
    guard event.kind == .environment, event.incident != Int32(index) else { return text }
    let call = Int(event.incident)
    guard sight.event(call).kind == .report,
      case .text(let number)? = EventFacts.table.facts["event.number"]?(sight, call)
    else { return text }
    return "12345热线转办（工单号\(number)）：" + sight.shared.events.content(of: call)
  }

  /// Where it was told to be; four in ten petitions name no more than the road or the community.
  static func address(_ sight: Sight, _ index: Int) -> String {
    let event = sight.event(index)
    let place = sight.shared.events.address(of: index)
    if event.kind == .hazard { return HazardFacts.place(sight, index) ?? place }
    guard event.kind == .petition else { return place }
    var draw = Draw(Draw.stream(sight.shared.seed, "case.vague"), Int(event.key))
    guard draw.below(100) < 40 else { return place }
    let building = sight.shared.events.nearestBuilding(to: index)
    if building >= 0 {
      let road = sight.shared.ground.address(ofBuilding: Int(building)).road
      if !road.isEmpty, draw.below(2) == 0 { return sight.division.name + road }
    }
    return sight.community(ofEvent: index).map {
      sight.division.name + sight.shared.ground.communities[$0].name
    } ?? place
  }

  /// The day by which a hazard has to be gone; of a petition the sixtieth day (信访工作条例, article 34).
  static func due(_ sight: Sight, _ index: Int) -> DemoValue? {
    let event = sight.event(index)
    switch event.kind {
    case .hazard, .fireHazard: return .day(sight.steps(index).due / 1_440)
    case .petition: return .moment((event.day + 60) * 1_440 + 1_080)
    default: return nil
    }
  }
}
