import DemoTruth

/// What can be read of stations and users of bottled gas.
enum GasFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.places[.gasPoint] = { sight, index in
      let one = sight.gasPoint(index)
      return one.kind == .home
        ? .dwelling(Int(one.place)) : .premises(Int(sight.firm(Int(one.place)).premises))
    }
    table.steps = [
      "gasPoint.firm": (
        .firm,
        { sight, index in
          let one = sight.gasPoint(index)
          return one.kind == .home ? -1 : Int(one.place)
        }
      ),
      "gasPoint.contact": (.person, { contact($0, $1) }),
    ]
    table.facts = [
      "gasPoint.number": { .text($0.shared.works.gas.number(of: $1)) },
      "gasPoint.kind": { .text($0.gasPoint($1).title) },
      "gasPoint.holder.name": { .text(holder($0, $1)) },
      "gasPoint.hazard": { .optional(check($0, $1).hazard) },
      "gasPoint.checkedOn": { .day(check($0, $1).day) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "hud_gas": RowRule(count: { $0.works.gas.list.count }) { sight, index in
      sight.shared.works.gas.isUsed(index, on: sight.day)
    }
  ]

  private static func contact(_ sight: Sight, _ index: Int) -> Int {
    Int(sight.shared.works.gas.contact(of: index, on: sight.day))
  }

  /// The firm, of one without a registered name what its sign says; of homes the head of the family.
  private static func holder(_ sight: Sight, _ index: Int) -> String {
    let one = sight.gasPoint(index)
    if one.kind == .home {
      let person = contact(sight, index)
      return person < 0 ? "" : sight.people.name(of: person)
    }
    let firm = Int(one.place)
    return sight.shared.firms.hasName(firm)
      ? sight.shared.firms.name(of: firm) : sight.shared.firms.sign(of: firm)
  }

  /// The last check: restaurants each quarter, homes once a year (GB 55009-2021 asks for one a year), and
  /// what it found: a fault at one point in six (assumption).
  private static func check(_ sight: Sight, _ index: Int) -> (day: Int32?, hazard: String?) {
    let one = sight.gasPoint(index)
    let period: Int32 = one.kind == .home ? 365 : 91
    var own = Draw(Draw.stream(sight.shared.seed, "gas.check"), index)
    let shift = Int32(own.below(Int(period)))
    let round = (sight.day + shift) / period
    let day = WorkDays.next(round * period - shift)
    guard day <= sight.day, one.kind == .home || day > sight.firm(Int(one.place)).from + 20 else {
      return (nil, nil)
    }
    var draw = Draw(Draw.stream(sight.shared.seed, "gas.found"), index << 8 | Int(round) % 256)
    let hazards = ["未发现", "软管老化", "无报警器", "气瓶间不合规", "其他"]
    let weights = one.kind == .home ? [840, 110, 30, 0, 20] : [830, 60, 50, 40, 20]
    return (day, hazards[draw.weighted(weights)])
  }
}

extension Sight {
  func gasPoint(_ index: Int) -> GasPoint { shared.works.gas.list[index] }
}
