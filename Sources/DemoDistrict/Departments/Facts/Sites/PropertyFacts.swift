import DemoTruth

/// What can be read of property companies' contracts with estates.
enum PropertyFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.places[.estate] = { .estate($1) }
    table.steps = [
      "propertyContract.firm": (.firm, { Int($0.contract($1).firm) }),
      "propertyContract.estate": (.estate, { $0.contract($1).estate }),
      "propertyContract.manager": (
        .person, { sight, index in Int(sight.shared.works.teams.manager(ofContract: index)) }
      ),
      "estate.propertyCompany": (.firm, { company($0, $1) }),
      // The gate has the estate's door.
      "estate.gate": (.estate, { $1 }),
      "firm.manager": (
        .person,
        { sight, index in Int(sight.shared.works.managers.manager(of: index, on: sight.day)) }
      ),
    ]
    table.facts = [
      "propertyContract.phone": { .text($0.shared.works.contracts.phone(of: $1)) },
      "propertyContract.fee": { sight, index in
        .decimal(Digits.decimal(Double(sight.contract(index).fee) / 100, places: 2))
      },
      "propertyContract.from": { .day($0.contract($1).from) },
      "propertyContract.to": { .day($0.contract($1).to) },
      "estate.code": { .text($0.shared.ground.estateCode($1)) },
      "estate.name": { .optional($0.shared.ground.estates[$1].name) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "hud_property_co": RowRule(count: { $0.works.contracts.list.count }) { sight, index in
      let one = sight.contract(index)
      return one.from <= sight.day && sight.day <= one.to
    }
  ]

  private static func company(_ sight: Sight, _ estate: Int) -> Int {
    let contracts = sight.shared.works.contracts
    return contracts.contract(ofEstate: estate, on: sight.day)
      .map { Int(contracts.list[$0].firm) } ?? -1
  }
}

extension Sight {
  func contract(_ index: Int) -> ManagementContract { shared.works.contracts.list[index] }
}

extension Ground {
  /// 小区编码: the community and three digits that count its estates in the order of the ground.
  func estateCode(_ index: Int) -> String {
    let community = grids[Int(estates[index].grid)].community
    let number = estates[...index].count {
      $0.kind == .estate && grids[Int($0.grid)].community == community
    }
    return communities[Int(community)].code + Digits.padded(number, 3)
  }
}
