import DemoTruth

/// What only hazards at firms and buildings have.
enum HazardFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "event.inspector": (.person, { inspector($0, $1) }),
      "event.object": (.object, { object($0, $1) }),
      "object.manager": (.person, { manager($0, $1) }),
    ]
    table.facts = [
      "event.objectName": { .text(objectName($0, $1)) }
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "emb_hazard": CaseFacts.rule(.hazard, days: 365) { object($0, $1) >= 0 },
    "fire_fire_hazard": CaseFacts.rule(.fireHazard, days: 365) { $0.event($1).firm >= 0 },
  ]

  /// The door of the firm, or the building.
  static func place(_ sight: Sight, _ index: Int) -> String? {
    let event = sight.event(index)
    return sight.shared.text(
      of: event.firm >= 0
        ? .premises(Int(sight.firm(Int(event.firm)).premises)) : .building(Int(event.building)),
      .road, on: nil)
  }

  /// Twice a firm, or one more than twice a building.
  private static func object(_ sight: Sight, _ index: Int) -> Int {
    let event = sight.event(index)
    if event.firm >= 0 { return Int(event.firm) * 2 }
    return event.building >= 0 ? Int(event.building) * 2 + 1 : -1
  }

  /// The firm's name, else estate and building.
  private static func objectName(_ sight: Sight, _ index: Int) -> String {
    let object = object(sight, index)
    if object % 2 == 0 { return sight.shared.registeredName(object / 2) }
    return sight.shared.text(of: .building(object / 2), .estate, on: nil) ?? sight.division.name
  }

  /// The one who answers for the firm; of a building that of its property company, else of the committee
  /// of its community.
  private static func manager(_ sight: Sight, _ object: Int) -> Int {
    let shared = sight.shared
    if object % 2 == 0 { return Int(sight.firm(object / 2).representative) }
    let building = shared.ground.buildings[object / 2]
    let contracts = shared.works.contracts
    if building.estate >= 0,
      let contract = contracts.contract(ofEstate: Int(building.estate), on: sight.day)
    {
      return Int(sight.firm(Int(contracts.list[contract].firm)).representative)
    }
    return shared.truth.posts.leader(ofGrid: Int(building.grid), on: sight.day).map(Int.init) ?? -1
  }

  /// The grid worker of the grid for buildings and one in three firms, else an inspector of the bureau.
  private static func inspector(_ sight: Sight, _ index: Int) -> Int {
    let shared = sight.shared
    let event = sight.event(index)
    var draw = Draw(Draw.stream(shared.seed, "hazard.inspector"), sight.key(index))
    if event.firm >= 0, draw.below(3) > 0,
      let one = shared.cases.inspector(on: event.day, shared.lives, &draw)
    {
      return one
    }
    guard let grid = shared.grid(at: .event(index)),
      let post = shared.truth.posts.post(.gridWorker, ofGrid: grid, on: event.day)
    else { return -1 }
    return Int(shared.truth.posts.list[post].person)
  }
}
