import DemoTruth

/// What can be read of the units that the police found at doors.
enum UnitFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "firm.policeNumber": { .text(policeNumber($0.shared, $1)) }
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    // Community by community, as the rounds are made; who is registered and does nothing is not found.
    "psb_unit": RowRule(
      group: { sight, index in
        Int(sight.shared.ground.grids[sight.grid(ofFirm: index)].community)
      },
      count: { $0.firms.list.count },
      isIn: { sight, index in
        let firm = sight.firm(index)
        return firm.isOpen(on: sight.day) && !firm.isDormant
      })
  ]

  /// The station's eight digits and nine of the unit.
  private static func policeNumber(_ shared: SharedTruth, _ index: Int) -> String {
    let beat = shared.beat(at: .building(Int(shared.firms.building(of: index)))) ?? 0
    let station = shared.ground.police.tops[Int(shared.ground.police.units[beat].top)]
    return station.code.prefix(8) + Digits.padded(index + 1, 9)
  }
}

extension Sight {
  /// The grid of a firm's premises.
  func grid(ofFirm index: Int) -> Int {
    Int(shared.ground.buildings[Int(shared.firms.building(of: index))].grid)
  }
}
