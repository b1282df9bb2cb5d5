import DemoTruth
import Time

/// The numbers that offices give to their cases.
enum CaseNumbers {
  /// The number; nil for reports and cases of the city's management.
  static func text(_ sight: Sight, _ index: Int) -> String? {
    let event = sight.event(index)
    let day = Day(ordinal: Int(event.day))
    let counter = Int(sight.shared.cases.counters[index])
    let district = sight.division.code
    switch event.kind {
    case .report, .cityCase: return nil
    case .dispute:
      return "ZZ\(district)\(day.number)" + Digits.padded(Int(sight.shared.eventCounters[index]), 4)
    case .major: return "\(district)\(day.year)" + Digits.padded(counter, 4)
    case .labour:
      return "\(sight.division.abbreviation)人社监案字〔\(day.year)〕第\(Digits.padded(counter, 4))号"
    case .environment: return "HX\(district)\(day.year)" + Digits.padded(counter, 5)
    case .hazard:
      return "YH\(day.year)" + Digits.padded(counter + 10_000 * sight.division.number, 5)
    case .fireHazard:
      return "\(sight.division.abbreviation)消责改〔\(day.year)〕第\(Digits.padded(counter, 4))号"
    case .petition: return "\(district)\(day.number)" + Digits.padded(counter, 6)
    case .mediation:
      let community = sight.community(ofEvent: index).map {
        sight.shared.ground.communities[$0].code
      }
      return "JT\(community ?? district)\(day.year)" + Digits.padded(counter, 4)
    }
  }
}

extension Sight {
  /// The community that an event lies in, a place in `ground.communities`.
  func community(ofEvent index: Int) -> Int? {
    shared.grid(at: .event(index)).map { Int(shared.ground.grids[$0].community) }
  }
}
