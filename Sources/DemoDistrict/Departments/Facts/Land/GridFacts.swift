import DemoTruth
import Time

/// What can be read of grids beside their names, and of grids in the years of the census.
enum GridFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "grid.from": { .day($0.shared.ground.firstDay(ofGrid: $1)) },
      // None has been given up since the truth began.
      "grid.to": { _, _ in .none },
    ]
    table.steps["gridYear.grid"] = (.grid, { $1 / years })
    table.facts["gridYear.year"] = { .integer(GridCensus.years.lowerBound + $1 % years) }
    let counts: [(String, @Sendable (GridCensus.Count) -> Int32)] = [
      ("residents", { $0.residents }), ("registered", { $0.registered }),
      ("elderly", { $0.elderly }), ("families", { $0.families }), ("firms", { $0.firms }),
      ("individualBusinesses", { $0.individualBusinesses }), ("jobs", { $0.jobs }),
    ]
    for (name, read) in counts {
      table.others["count.\(name)(gridYear)"] = { sight, index in
        let census = sight.shared.landBook.census
        return .integer(Int(read(census.count(grid: index / years, year: index % years))))
      }
    }
    return table
  }()

  static let rules: [String: RowRule] = [
    "plc_grid": RowRule(count: { $0.ground.grids.count }) { sight, index in
      sight.shared.ground.firstDay(ofGrid: index) <= sight.day
    },
    "stat_census_agg": RowRule(count: { $0.ground.grids.count * years }) { sight, index in
      sight.shared.ground.firstDay(ofGrid: index / years) <= GridCensus.day(index % years)
    },
  ]

  private static let years = GridCensus.years.count
}
