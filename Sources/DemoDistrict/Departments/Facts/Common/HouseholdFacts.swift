import DemoTruth

/// What can be read of the registers (户).
enum HouseholdFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "household.number": { sight, index in
        // The station's two digits: a booklet's nine may be given out by another station too.
        let register = sight.shared.lives.registers[index]
        return .text(
          sight.division.code + Digits.padded(51 + Int(register.station), 2) + register.text)
      },
      "household.kind": { .text($0.shared.lives.registers[$1].isCollective ? "集体户" : "家庭户") },
    ]
    table.steps["household.head"] = (
      .person,
      { sight, index in
        sight.shared.lives.head(ofRegister: index, on: sight.day).map(Int.init) ?? -1
      }
    )
    table.places[.household] = { sight, index in
      .dwelling(Int(sight.shared.lives.registers[index].dwelling))
    }
    table.others["count.registered(household)"] = { sight, index in
      .integer(sight.shared.lives.registrations(inRegister: index, on: sight.day).count)
    }
    table.beginnings[.household] = { sight, index in
      sight.shared.lives.registrations(inRegister: index, on: sight.day).map(\.from).min()
        ?? sight.day
    }
    return table
  }()

  static let rules: [String: RowRule] = [
    "psb_household": RowRule(
      draw: "hukou", count: { $0.lives.registers.count },
      isIn: { sight, index in
        !sight.shared.lives.registrations(inRegister: index, on: sight.day).isEmpty
      })
  ]
}
