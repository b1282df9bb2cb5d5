/// Which dwellings hold a plant.
struct PlantPlan: Sendable {
  /// By dwelling: 0 for none, else the raw value of the kind plus one.
  private var marks: [UInt8]

  /// Chooses dwellings by draws of their own, so that the rest of the district is the same with plants
  /// and without but for them.
  init(_ plan: PeoplePlan, dwellings: [Dwelling], places: [DwellingPlace]) {
    marks = [UInt8](repeating: 0, count: dwellings.count)
    guard plan.plants else { return }
    let stream = Draw.stream(plan.seed, "plants")
    var keys: [(key: UInt64, place: Int32)] = []
    var dormitories: [Int32] = []
    let latest = TruthCalendar.firstOrdinal - 400
    for (place, dwelling) in dwellings.enumerated() {
      if dwelling.kind == .dormitory { dormitories.append(Int32(place)) }
      guard dwelling.kind == .flat, dwelling.rooms >= 2, places[place].built < latest else {
        continue
      }
      var draw = Draw(stream, place)
      keys.append((draw.next(), Int32(place)))
    }
    keys.sort { $0.key < $1.key }
    var next = 0
    for kind in Plant.Kind.allCases where kind != .dormitory {
      for _ in 0..<kind.count(of: plan.people) where next < keys.count {
        marks[Int(keys[next].place)] = kind.rawValue + 1
        next += 1
      }
    }
    dormitories.sort { (dwellings[Int($1)].beds, $0) < (dwellings[Int($0)].beds, $1) }
    for place in dormitories.prefix(Plant.Kind.dormitory.count(of: plan.people)) {
      marks[Int(place)] = Plant.Kind.dormitory.rawValue + 1
    }
  }

  /// What is planted in a dwelling.
  func kind(of dwelling: Int) -> Plant.Kind? {
    marks[dwelling] == 0 ? nil : Plant.Kind(rawValue: marks[dwelling] - 1)
  }

  /// The dwellings with a plant of a kind, by place.
  func dwellings(of kind: Plant.Kind) -> [Int32] {
    marks.indices.filter { marks[$0] == kind.rawValue + 1 }.map(Int32.init)
  }
}
