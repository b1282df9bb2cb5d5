import DemoTruth
import Time

/// What can be read of the last inspection of a place that serves food, by the place of its licence.
enum InspectionFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "inspection.firm": (.firm, { Int($0.licence($1).firm) }),
      "inspection.licence": (.licence, { $1 }),
    ]
    table.facts = [
      // The street's office and a counter of its places.
      "inspection.placeNumber": { sight, index in
        let street = sight.shared.ground.grids[
          Int(sight.shared.ground.buildings[Int(building(sight, index))].grid)
        ].street
        return .text(
          "CY" + sight.division.counterMark + Digits.padded(Int(street) + 1, 2)
            + Digits.padded(index + 1, 6))
      },
      "inspection.licence.kind": { _, _ in .text("食品经营许可") },
      "inspection.grade": { .text(grade($0, $1)) },
      "inspection.openKitchen": { .boolean(isOpenKitchen($0, $1)) },
      "inspection.on": { .day(last($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    // The places whose licences are in samr_food_lic come first.
    "samr_catering": RowRule(
      draw: "samr_food_lic", count: { $0.firms.licenceBook.entries.count },
      isIn: { sight, index in
        let licence = sight.licence(index)
        return (licence.kind == .catering || licence.kind == .canteen)
          && sight.shared.firms.isInForce(index, on: sight.day)
          && sight.shared.firms.hasName(Int(licence.firm)) && last(sight, index) != nil
      })
  ]

  private static func building(_ sight: Sight, _ index: Int) -> Int32 {
    sight.shared.firms.building(of: Int(sight.licence(index).firm))
  }

  /// The last visit: one in each half year, at a working day of its own; nil before the first one.
  private static func last(_ sight: Sight, _ index: Int) -> Int32? {
    let turn = Int(sight.day) / 183
    for turn in [turn, turn - 1] {
      let day = visit(sight, index, turn)
      if day <= sight.day { return day >= sight.licence(index).from ? day : nil }
    }
    return nil
  }

  private static func visit(_ sight: Sight, _ index: Int, _ turn: Int) -> Int32 {
    var draw = Draw(Draw.stream(sight.shared.seed, "inspection"), index * 256 + turn % 256)
    return WorkDays.next(Int32(turn * 183 + draw.below(170)))
  }

  /// A, B, C and D of the risk of a place that serves food (notice of 2016 on grades of risk): a place keeps its
  /// grade of old in three visits of four, and is one lower after a penalty within a year.
  private static func grade(_ sight: Sight, _ index: Int) -> String {
    var own = Draw(Draw.stream(sight.shared.seed, "inspection.grade"), index)
    var of = Draw(
      Draw.stream(sight.shared.seed, "inspection.visit"),
      index * 4_096 + Int(last(sight, index) ?? 0) % 4_096)
    let part = of.below(4) < 3 ? own.below(100) : of.below(100)
    let grade = part < 22 ? 0 : part < 74 ? 1 : part < 96 ? 2 : 3
    let firm = Int(sight.licence(index).firm)
    let isPenalised = sight.breaches.penalties(of: firm).contains {
      $0.day <= sight.day && sight.day - $0.day < 365
    }
    return ["A", "B", "C", "D"][min(3, grade + (isPenalised ? 1 : 0))]
  }

  /// All canteens of schools, most larger restaurants (assumption), and no tea houses.
  private static func isOpenKitchen(_ sight: Sight, _ index: Int) -> Bool {
    var draw = Draw(Draw.stream(sight.shared.seed, "inspection.kitchen"), index)
    if sight.licence(index).kind == .canteen { return draw.below(100) < 92 }
    return draw.below(100) < (sight.licenceFirm(index).staff >= 5 ? 75 : 45)
  }
}
