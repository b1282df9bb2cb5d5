import DemoTruth
import Time

/// The inhabitants in their households: made once, small enough to be kept whole.
struct Population {
  /// All people, household after household.
  private(set) var people: [Person] = []
  /// Where each household begins in `people`, and the end of the last one.
  private(set) var starts: [Int32] = [0]
  /// The home of each household, a place in `homes.dwellings`.
  private(set) var dwellings: [Int32] = []
  /// How many households each grid has.
  private(set) var households: [Int]
  /// How many people each grid has.
  private(set) var residents: [Int]
  private var sequences: [Int32: UInt16] = [:]

  /// The day on which the district is described: all ages are counted from it.
  static let today = Day(number: 2026_06_30)

  /// Makes at least `count` people, to the end of a household.
  init(seed: UInt64, count: Int, ground: Ground, homes: Homes) {
    households = Array(repeating: 0, count: ground.grids.count)
    residents = households
    people.reserveCapacity(count + 8)
    let stream = Draw.stream(seed, "household")
    // Flats and houses: nobody of these households lives in a dormitory or a care home.
    let usual = homes.dwellings.indices.filter {
      homes.dwellings[$0].kind == .flat || homes.dwellings[$0].kind == .villageHouse
    }.map(Int32.init)
    let tour = Tour(usual.count, key: Draw.stream(seed, "household.home"))
    while people.count < count {
      let household = dwellings.count
      var draw = Draw(stream, household)
      let home = usual[tour[household]]
      let cell = homes.grid(ofDwelling: Int(home), ground)
      dwellings.append(home)
      households[cell] += 1
      settle(household, &draw)
      residents[cell] += people.count - Int(starts[household])
      starts.append(Int32(people.count))
    }
    sequences = [:]
  }

  var householdCount: Int { dwellings.count }

  /// The places of the people of a household; the head is the first.
  func members(_ household: Int) -> Range<Int> {
    Int(starts[household])..<Int(starts[household + 1])
  }

  private mutating func settle(_ household: Int, _ draw: inout Draw) {
    // Alone, a couple, with one child, with two, three generations, one parent.
    let kind = draw.weighted([15, 20, 28, 12, 20, 5])
    let age = kind >= 2 && kind != 4 ? draw.number(27...58) : draw.number(24...84)
    let isMale = draw.below(100) < 72
    let surname = UInt32(truncatingIfNeeded: draw.next())
    add(household, .head, age, isMale, surname, &draw)
    let hasSpouse = kind == 1 || kind == 2 || kind == 3 || kind == 4 && age < 70
    let other = UInt32(truncatingIfNeeded: draw.next())
    if hasSpouse {
      add(household, .spouse, max(22, age + draw.number(-4...3)), !isMale, other, &draw)
    }
    let children = [0, 0, 1, 2, 1, 1][kind]
    for _ in 0..<children {
      let childAge = min(age - 22, max(0, age - draw.number(23...34)))
      add(household, .child, childAge, draw.below(2) == 0, isMale ? surname : other, &draw)
    }
    guard kind == 4, age < 66 else { return }
    add(household, .parent, age + draw.number(22...30), draw.below(2) == 0, surname, &draw)
  }

  private mutating func add(
    _ household: Int, _ role: HouseholdRole, _ age: Int, _ isMale: Bool, _ surname: UInt32,
    _ draw: inout Draw
  ) {
    let day = Self.today.adding(days: -max(1, age * 365 + age / 4 + draw.below(365))).number
    // The next number of that day; men have odd ones.
    let next = sequences[Int32(day), default: 1]
    let sequence = next + (next % 2 == (isMale ? 1 : 0) ? 0 : 1)
    sequences[Int32(day)] = sequence + 1
    people.append(
      Person(
        household: Int32(household), birth: Int32(day), surname: surname,
        given: UInt32(truncatingIfNeeded: draw.next()), sequence: sequence, role: role))
  }
}
