import DemoTruth

extension SharedTruth {
  /// The person of an age who lives in one of some buildings on a day and has the lowest draw; -1 for none.
  ///
  /// It stays the same one until they move, die or are too old, or one with a lower draw comes.
  func neighbour(
    of buildings: some Sequence<Int32>, ages: ClosedRange<Int>, _ name: String, on day: Int32
  ) -> Int {
    let stream = Draw.stream(seed, name)
    var best: (rank: UInt64, person: Int32) = (.max, -1)
    for building in buildings {
      for dwelling in homes.dwellings(ofBuilding: Int(building)) {
        guard let tenure = lives.tenure(of: dwelling, on: day) else { continue }
        let household = lives.people.households[Int(tenure.household)]
        guard household.form.isFamily else { continue }
        for place in household.members {
          let one = lives.people.persons[place]
          guard one.joined <= day, day < one.end, ages.contains(one.age(on: day)) else { continue }
          var draw = Draw(stream, place)
          let rank = draw.next()
          if rank < best.rank { best = (rank, Int32(place)) }
        }
      }
    }
    return Int(best.person)
  }

  /// How many people live in some buildings on a day, and how many families.
  func residents(of buildings: some Sequence<Int32>, on day: Int32) -> (people: Int, families: Int)
  {
    var (people, families) = (0, 0)
    for building in buildings {
      for dwelling in homes.dwellings(ofBuilding: Int(building)) {
        guard let tenure = lives.tenure(of: dwelling, on: day) else { continue }
        let count = lives.occupantCount(of: dwelling, on: day)
        people += count
        if count > 0, lives.people.households[Int(tenure.household)].form.isFamily { families += 1 }
      }
    }
    return (people, families)
  }

  /// The owner of the first dwelling of a building on a day, or the first one known; -1 for none, -2 for a
  /// public body.
  func owner(ofBuilding building: Int, on day: Int32) -> Int {
    guard let dwelling = homes.dwellings(ofBuilding: building).first else { return -1 }
    let all = lives.ownerships(of: dwelling)
    return Int((all.last { $0.holds(on: day) } ?? all.first)?.owner ?? -1)
  }
}
