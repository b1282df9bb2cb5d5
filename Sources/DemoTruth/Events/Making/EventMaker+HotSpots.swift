import Geometry
import Time

extension EventMaker {
  /// Finds a place for each of the five clusters and adds their events.
  mutating func plant() {
    for (number, wish) in PlantedHotSpot.wishes.enumerated() {
      guard let spot = place(number, wish) else { continue }
      fill(number, spot)
    }
  }

  private func places(of wish: PlantedHotSpot.Wish) -> Range<Int> {
    Int(Day(number: wish.from).ordinal) - Int(Weather.first)..<Int(Day(number: wish.to).ordinal)
      - Int(Weather.first) + 1
  }

  private func matters(_ kind: Event.Kind, _ code: String) -> [Int] {
    Matter.places[Int(kind.rawValue)].filter { Matter.all[$0].code == code }
  }

  /// What is expected in the whole district, at buildings and on roads.
  private func expected(_ matters: [Int], _ days: Range<Int>) -> (people: Double, roads: Double) {
    var (people, roads) = (0.0, 0.0)
    for matter in matters {
      let kind = Matter.all[matter].kind
      let all = 1 + EventRates.duplicates(kind) + EventRates.repeats(kind)
      let sum = days.reduce(0.0) { $0 + rates.expected(matter, $1) } * all
      if Matter.all[matter].followsRoads { roads += sum } else { people += sum }
    }
    return (people, roads)
  }

  /// A centre among the buildings, away from other clusters, and the radius within which as many
  /// events are expected as the wish says: of 40 places the one whose radius is nearest to 500 m, so
  /// where people live close together.
  private func place(_ number: Int, _ wish: PlantedHotSpot.Wish) -> PlantedHotSpot? {
    guard density.people.total > 0 else { return nil }
    let all = expected(matters(wish.kind, wish.code), places(of: wish))
    let target = min(wish.expected, (all.people + all.roads) * 0.25)
    var best: (radius: Double, centre: Coordinate, expected: Double)?
    var draw = Draw(Draw.stream(seed, "event.hotspot"), number)
    for _ in 0..<40 {
      let centre = density.buildings[density.people.draw(&draw)].position
      let isFree = spots.allSatisfy { $0.centre.squareDistance(centre) > 2_000 * 2_000 }
      guard isFree || best == nil else { continue }
      let masses = density.shares(around: centre, count: 300).map {
        $0.people * all.people + $0.roads * all.roads
      }
      guard let step = masses.firstIndex(where: { $0 >= target }) else { continue }
      let (radius, mass) = (Double(step + 1) * 10, masses[step])
      if best == nil || abs(radius - 500) < abs((best?.radius ?? 0) - 500) {
        best = (radius, centre, mass)
      }
    }
    guard let best else { return nil }
    let excess = (wish.relativeRisk - 1) * best.expected
    return PlantedHotSpot(
      kind: wish.kind, code: wish.code, centre: best.centre, radius: best.radius,
      from: Int32(Day(number: wish.from).ordinal), to: Int32(Day(number: wish.to).ordinal),
      relativeRisk: wish.relativeRisk, expected: best.expected,
      excess: min(200, Int(excess.rounded())))
  }

  /// Adds the events of a cluster: where people live and roads are within it, on its days as often
  /// as its class comes up on them.
  private mutating func fill(_ number: Int, _ spot: PlantedHotSpot) {
    let matters = matters(spot.kind, spot.code)
    let days = Int(spot.from - Weather.first)..<Int(spot.to - Weather.first) + 1
    let limit = spot.radius * spot.radius
    let homes = density.buildings.indices.filter {
      density.buildings[$0].position.squareDistance(spot.centre) <= limit
        && density.buildings[$0].people > 0
    }
    let pieces = density.pieces.indices.filter {
      density.pieces[$0].middle.squareDistance(spot.centre) <= limit
    }
    let homeWeights = CumulativeWeights(homes.map { Int(density.buildings[$0].people) })
    let pieceWeights = CumulativeWeights(pieces.map { Int(density.pieces[$0].length) })
    let steps = Int(spot.radius / 10)
    let inside = density.shares(around: spot.centre, count: steps)[steps - 1]
    let matterWeights = CumulativeWeights(
      matters.map { matter in
        let share = Matter.all[matter].followsRoads ? inside.roads : inside.people
        return Int(expected([matter], days).people * share * 1e4)
          + Int(expected([matter], days).roads * share * 1e4)
      })
    let dayWeights = CumulativeWeights(
      days.map { day in Int(matters.reduce(0.0) { $0 + rates.expected($1, day) } * 1e4) })
    spots.append(spot)
    let stream = Draw.stream(seed, "event.planted")
    for index in 0..<spot.excess {
      var draw = Draw(stream, number << 16 | index)
      let matter = matters[matterWeights.draw(&draw)]
      let day = Weather.first + Int32(days.lowerBound + dayWeights.draw(&draw))
      let site: Site
      if Matter.all[matter].followsRoads, !pieces.isEmpty {
        site = .piece(pieces[pieceWeights.draw(&draw)])
      } else {
        let home = homes[homeWeights.draw(&draw)]
        let piece = Matter.all[matter].place == "r" ? density.piece(near: home, &draw) : nil
        site = piece.map { .piece($0) } ?? .building(home)
      }
      add(matter: matter, day: day, site: site, hotSpot: number, &draw)
    }
  }
}
