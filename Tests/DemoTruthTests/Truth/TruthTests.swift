import DemoSupport
import Geometry
import Testing
import Time

@testable import DemoTruth

/// Three percent of a district, made once for the tests: the rooms must agree with each other.
@Suite struct `The rooms of the truth agree` {
  static let truth = SharedTruths.truth(TruthOptions(seed: 7, share: 3))
  private var truth: Truth { Self.truth }
  private var people: People { truth.people }
  private var lives: Lives { truth.lives }
  private var homes: Homes { truth.homes }
  private let today = TruthCalendar.todayOrdinal

  private func built(_ dwelling: Int32) -> Int32 {
    truth.ground.buildings[Int(homes.dwellings[Int(dwelling)].building)].built
  }

  @Test func `dwellings and premises are in buildings that stand, and buildings in their grids`() {
    for (index, dwelling) in homes.dwellings.enumerated() {
      let building = truth.ground.buildings[Int(dwelling.building)]
      let place = truth.dwellingPlaces[index]
      #expect(building.razed == .max)
      #expect(homes.dwellings(ofBuilding: Int(dwelling.building)).contains(index))
      #expect(place.community == truth.ground.grids[Int(building.grid)].community)
      #expect(place.built == building.built)
      #expect(truth.ground.police.tops.indices.contains(Int(place.station)))
    }
    for premises in homes.premises {
      let building = truth.ground.buildings[Int(premises.building)]
      #expect(building.razed == .max)
      #expect(truth.ground.grids[Int(building.grid)].blocks.contains(building.block))
    }
  }

  @Test func `nobody lives in a building before it was built, or is registered there`() {
    for tenure in people.tenures { #expect(tenure.from >= built(tenure.dwelling)) }
    for one in lives.registrations {
      #expect(one.from >= built(lives.registers[Int(one.register)].dwelling))
    }
  }

  @Test func `who lives in a dwelling resides there, and grids add up to the people`() {
    var byGrid = [Int](repeating: 0, count: truth.ground.grids.count)
    for dwelling in homes.dwellings.indices {
      let occupants = lives.occupants(of: dwelling, on: today)
      #expect(occupants.count == lives.occupantCount(of: dwelling, on: today))
      for person in occupants {
        #expect(lives.residence(of: Int(person), on: today)?.dwelling == Int32(dwelling))
        #expect(lives.isAlive(Int(person), on: today))
      }
      byGrid[homes.grid(ofDwelling: dwelling, truth.ground)] += occupants.count
    }
    let residents = people.persons.indices.count { lives.residence(of: $0, on: today) != nil }
    #expect(byGrid.reduce(0, +) == residents)
    #expect(abs(residents - truth.options.people) < truth.options.people / 20, "\(residents)")
  }

  @Test func `a job is at a firm that is open from its first to its last day`() {
    for job in lives.jobs where job.employer >= 0 {
      let firm = truth.firms.list[Int(job.employer)]
      let end = job.to == Person.open ? TruthCalendar.lastOrdinal : job.to - 1
      #expect(firm.isOpen(on: job.from) && firm.isOpen(on: end) && firm.staff > 0)
    }
    let teachers = lives.jobs.filter { $0.occupation == .teacher && $0.employer >= 0 }
    #expect(teachers.allSatisfy { truth.firms.trade(of: Int($0.employer)).section == "P" })
  }

  @Test func `a pupil is at a school of the stage that is there`() {
    // Three percent of a district has few schools of each stage: one may open after a child's first day.
    var first: [String: Int32] = [:]
    for place in truth.firms.list.indices {
      let code = truth.firms.trade(of: place).code
      first[code] = min(first[code] ?? .max, truth.firms.list[place].from)
    }
    for one in lives.enrolments {
      guard one.school >= 0 else {
        #expect(one.from < first[one.stage.trade] ?? .max, "there was a school: \(one)")
        continue
      }
      #expect(truth.firms.trade(of: Int(one.school)).code == one.stage.trade)
      #expect(truth.firms.list[Int(one.school)].isOpen(on: one.from))
    }
  }

  @Test func `a firm opens when its building stands, and grown-ups answer for it`() {
    for firm in truth.firms.list {
      let building = truth.ground.buildings[Int(homes.premises[Int(firm.premises)].building)]
      #expect(firm.from >= building.built && firm.from <= firm.to)
      guard firm.representative >= 0 else { continue }
      let person = people.persons[Int(firm.representative)]
      // Who answers for an old public body is not the one of its first day.
      let day = firm.form.isMarketEntity ? firm.from : max(firm.from, TruthCalendar.firstOrdinal)
      #expect(person.age(on: day) >= 18 && person.death == Person.open)
    }
    let open = truth.firms.open(on: today).count
    #expect(abs(open - truth.options.openFirms) < truth.options.openFirms / 20, "\(open)")
  }

  @Test func `an event is at a building, a road or a firm, and who reports it lives here then`() {
    for event in truth.events.list {
      #expect(event.building < Int32(truth.ground.buildings.count))
      #expect(event.road < Int32(truth.ground.roads.count) && event.firm < truth.firms.list.count)
      #expect(event.building >= 0 || event.road >= 0)
      guard event.person >= 0 else { continue }
      let first = truth.events.list[Int(event.repeatOf < 0 ? event.incident : event.repeatOf)]
      #expect(people.persons[Int(event.person)].birth + 18 * 365 <= event.day)
      #expect(
        lives.isAlive(Int(event.person), on: event.day)
          || lives.isAlive(Int(event.person), on: first.day))
    }
    for place in stride(from: 0, to: truth.events.list.count, by: 37) {
      let position = truth.position(ofEvent: place)
      #expect(abs(position.x - 120.3) < 0.2 && abs(position.y - 30.05) < 0.2)
    }
  }

  @Test func `meters are those of the dwellings and premises`() {
    for book in [truth.water, truth.power] {
      #expect(book.accountOfDwelling.count == homes.dwellings.count)
      for (account, entry) in book.accounts.enumerated() {
        switch entry.kind {
        case .firm: #expect(homes.premises.indices.contains(Int(entry.place)))
        case .home, .shared: #expect(book.dwellings(of: account).contains(entry.place))
        }
      }
    }
    for account in stride(from: 0, to: truth.water.accounts.count, by: 11) {
      let holder = truth.water.holder(of: account)
      #expect(holder < Int32(people.persons.count))
    }
  }

  @Test func `owners and tenants are people, of dwellings that are there`() {
    for one in lives.ownerships {
      #expect(homes.dwellings.indices.contains(Int(one.dwelling)))
      #expect(one.owner < Int32(people.persons.count) && one.owner >= Ownership.publicBody)
      #expect(one.to > built(one.dwelling))
    }
    for one in lives.tenancies {
      #expect(people.persons.indices.contains(Int(one.tenant)))
      #expect(one.from >= built(one.dwelling))
    }
    for one in lives.secondHomes { #expect(people.households.indices.contains(Int(one.household))) }
  }

  @Test func `the same truth on one thread and on two`() {
    let one = Truth(TruthOptions(seed: 7, share: 2, threads: 1), ground: TestGround.whole)

    #expect(one.digest == SharedTruths.truth(TruthOptions(seed: 7, share: 2)).digest)
  }
}
