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

  /// A centre among the buildings and the radius within which as many events are expected as the wish says.
  ///
  /// Of 40 places it is the one with the least radius, so where people live closest together: not at a bank, at
  /// the border or among fields, where a circle with as many people is wide and holds grids of few people, whose
  /// rates are mostly chance. A place away from the other clusters goes before one near them.
  private func place(_ number: Int, _ wish: PlantedHotSpot.Wish) -> PlantedHotSpot? {
    guard density.people.total > 0 else { return nil }
    let all = expected(matters(wish.kind, wish.code), places(of: wish))
    let target = min(wish.expected, (all.people + all.roads) * 0.25)
    var best: (isNear: Bool, step: Int, centre: Coordinate, expected: Double)?
    var draw = Draw(Draw.stream(seed, "event.hotspot"), number)
    for _ in 0..<40 {
      let centre = density.buildings[density.people.draw(&draw)].position
      let isNear = spots.contains { $0.centre.squareDistance(centre) <= 2_000 * 2_000 }
      if let best, isNear && !best.isNear { continue }
      let masses = density.shares(around: centre, count: 300).map {
        $0.people * all.people + $0.roads * all.roads
      }
      guard let step = masses.firstIndex(where: { $0 >= target }) else { continue }
      if let best, isNear == best.isNear && step >= best.step { continue }
      best = (isNear, step, centre, masses[step])
    }
    guard let best else { return nil }
    var spot = PlantedHotSpot(
      kind: wish.kind, code: wish.code, centre: best.centre, radius: Double(best.step + 1) * 10,
      from: Int32(Day(number: wish.from).ordinal), to: Int32(Day(number: wish.to).ordinal),
      relativeRisk: wish.relativeRisk, expected: best.expected, excess: 0)
    // Up to the risk: what chance has made there already is not added once more.
    let wanted = Int((wish.relativeRisk * best.expected).rounded())
    spot.excess = min(200, max(0, wanted - count(within: spot)))
    return spot
  }

  /// How many events of its class and days there are where a cluster is to be.
  private func count(within spot: PlantedHotSpot) -> Int {
    events.count {
      $0.kind == spot.kind && Matter.all[Int($0.matter)].code == spot.code
        && (spot.from...spot.to).contains($0.day)
        && Coordinate(x: Double($0.x), y: Double($0.y)).squareDistance(spot.centre)
          <= spot.radius * spot.radius
    }
  }

  /// Adds the events of a cluster: where people live and roads are within it, on its days as often
  /// as its class comes up on them.
  ///
  /// Each comes from an equal part of its people, so that chance leaves no gap in the middle of a cluster.
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
        site = .piece(pieces[pieceWeights.draw(&draw, part: index, of: spot.excess)])
      } else {
        let home = homes[homeWeights.draw(&draw, part: index, of: spot.excess)]
        let piece = Matter.all[matter].place == "r" ? density.piece(near: home, &draw) : nil
        site = piece.map { .piece($0) } ?? .building(home)
      }
      add(matter: matter, day: day, site: site, hotSpot: number, &draw)
    }
  }
}
