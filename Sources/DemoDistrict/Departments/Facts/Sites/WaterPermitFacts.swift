import DemoTruth

/// What can be read of permits to draw water: they come behind the rows of permits to move earth.
enum WaterPermitFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "permit.waterSource": { sight, index in
        .text(permit(sight, index)?.source == .ground ? "地下水" : "地表水")
      },
      "permit.use": { .optional(permit($0, $1)?.use) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "wat_water_permit": RowRule(
      count: { $0.works.earth.rows.count + $0.works.water.list.count },
      isIn: { sight, index in
        permit(sight, index).map { $0.first <= sight.day } ?? false
      })
  ]

  static func spot(_ sight: Sight, _ index: Int) -> Spot? {
    permit(sight, index).map { .open($0.position, $0.place) }
  }

  static func holder(_ sight: Sight, _ index: Int) -> Int {
    permit(sight, index).map { Int($0.firm) } ?? -1
  }

  static func number(_ sight: Sight, _ index: Int) -> String {
    sight.shared.works.water.number(of: place(sight, index), on: sight.day)
  }

  static func term(_ sight: Sight, _ index: Int) -> (from: Int32, to: Int32) {
    sight.shared.works.water.term(of: place(sight, index), on: sight.day)
  }

  /// Ten thousand cubic metres a year.
  static func volume(_ sight: Sight, _ index: Int) -> DemoValue {
    permit(sight, index).map { .decimal(Digits.decimal(Double($0.amount), places: 2)) } ?? .none
  }

  private static func place(_ sight: Sight, _ index: Int) -> Int {
    index - sight.shared.works.earth.rows.count
  }

  private static func permit(_ sight: Sight, _ index: Int) -> WaterPermit? {
    let place = place(sight, index)
    return place < 0 ? nil : sight.shared.works.water.list[place]
  }
}
