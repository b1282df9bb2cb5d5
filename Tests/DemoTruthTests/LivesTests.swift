import Testing
import Time

@testable import DemoTruth

@Suite struct `What lives tell` {
  private let lives = SampleHomes.tenthLives
  private var people: People { lives.people }
  private let anchor = TruthCalendar.todayOrdinal

  @Test func `nothing holds of someone who is dead or not yet born`() {
    for fact in lives.facts { check(fact.person, fact.from, fact.to, "\(fact.kind)") }
    for job in lives.jobs { check(job.person, job.from, job.to, "job") }
    for one in lives.enrolments { check(one.person, one.from, one.to, "school") }
    for one in lives.registrations { check(one.person, one.from, one.to, "register") }
    for one in lives.tenancies { check(one.tenant, one.from, one.to, "tenancy") }
    for one in lives.ownerships where one.owner >= 0 { check(one.owner, one.from, one.to, "owner") }
  }

  private func check(_ person: Int32, _ from: Int32, _ to: Int32, _ what: String) {
    let one = people.persons[Int(person)]
    #expect(from < to && to <= one.death && from >= one.birth, "\(what) of \(person)")
  }

  @Test func `nobody has two main homes, two jobs or two schools on one day`() {
    for person in people.persons.indices {
      let homes = lives.residences(of: person).filter(\.isMain)
      for (one, next) in zip(homes, homes.dropFirst()) { #expect(one.to <= next.from, "\(person)") }
      let jobs = lives.jobs(of: person)
      for (one, next) in zip(jobs, jobs.dropFirst()) { #expect(one.to <= next.from, "\(person)") }
      let schools = lives.enrolments(of: person)
      for (one, next) in zip(schools, schools.dropFirst()) { #expect(one.to <= next.from) }
      let registers = lives.registrations(of: person)
      for (one, next) in zip(registers, registers.dropFirst()) { #expect(one.to <= next.from) }
    }
  }

  @Test func `a dwelling has one household and one owner at a time`() {
    for dwelling in SampleHomes.tenth.dwellings.indices {
      let tenures = lives.tenures(of: dwelling)
      for (one, next) in zip(tenures, tenures.dropFirst()) { #expect(one.to <= next.from) }
      let owners = lives.ownerships(of: dwelling)
      for (one, next) in zip(owners, owners.dropFirst()) { #expect(one.to == next.from) }
      if SampleHomes.tenth.dwellings[dwelling].kind == .flat {
        #expect(owners.last?.to == Person.open, "dwelling \(dwelling)")
      }
    }
  }

  @Test func `occupants and residences say the same`() {
    var found = 0
    for dwelling in SampleHomes.tenth.dwellings.indices {
      let occupants = lives.occupants(of: dwelling, on: anchor)
      #expect(occupants.count == lives.occupantCount(of: dwelling, on: anchor))
      for person in occupants {
        #expect(lives.residence(of: Int(person), on: anchor)?.dwelling == Int32(dwelling))
      }
      found += occupants.count
    }
    let living = people.persons.indices.filter { lives.residence(of: $0, on: anchor) != nil }
    #expect(found == living.count)
  }

  @Test func `shares are as published`() {
    var (all, local, apart) = (0, 0, 0)
    var counts = [Int](repeating: 0, count: FactKind.allCases.count)
    for person in people.persons.indices {
      guard lives.residence(of: person, on: anchor) != nil else { continue }
      all += 1
      for fact in lives.facts(of: person) where fact.holds(on: anchor) {
        counts[Int(fact.kind.rawValue)] += 1
      }
      guard let isTogether = lives.livesWhereRegistered(person, on: anchor) else { continue }
      local += 1
      if !isTogether { apart += 1 }
    }
    func share(_ kind: FactKind) -> Double {
      100 * Double(counts[Int(kind.rawValue)]) / Double(all)
    }

    #expect((25...31).contains(100 * Double(apart) / Double(local)))
    #expect((5.4...6.6).contains(share(.disability)), "\(share(.disability))")
    #expect((6.3...7.7).contains(share(.partyMember)), "\(share(.partyMember))")
    #expect((0.3...0.8).contains(share(.minimumLiving)), "\(share(.minimumLiving))")
    // 57 million of 1,410 million are 4 %; fewer among those who came from elsewhere.
    #expect((1.4...2.4).contains(share(.veteran)), "\(share(.veteran))")
    #expect((88...97).contains(share(.employeeMedical) + share(.residentMedical)))
  }

  @Test func `a month later only what is dated between has changed`() {
    let days = (1...2).map { Int32(TruthCalendar.day(ofMonth: $0).ordinal) }
    var (moved, born, dead) = (0, 0, 0)
    for person in people.persons.indices {
      let one = people.persons[person]
      let (before, after) = (
        lives.residence(of: person, on: days[0]), lives.residence(of: person, on: days[1])
      )
      guard before != after else { continue }
      let dates = [before?.to, after?.from].compactMap { $0 }
      #expect(dates.contains { days[0] < $0 && $0 <= days[1] }, "\(person)")
      if one.birth > days[0] {
        born += 1
      } else if one.death <= days[1] {
        dead += 1
      } else {
        moved += 1
      }
    }

    // Of 40,000 people in a month: 20 births, 23 deaths, and 400 to 900 who move, come or go.
    #expect((8...45).contains(born), "\(born)")
    #expect((10...50).contains(dead), "\(dead)")
    #expect((350...1_100).contains(moved), "\(moved)")
  }

  @Test func `a register has one head, and its number is its own within the station`() {
    var numbers: Set<[Int32]> = []
    var shared = 0
    for (place, register) in lives.registers.enumerated() {
      #expect(numbers.insert([Int32(register.station), register.number]).inserted)
      let members = lives.registrations(inRegister: place, on: anchor)
      let heads = members.filter { $0.relation == 2 }
      #expect(heads.count <= 1, "register \(place)")
      guard let head = lives.head(ofRegister: place, on: anchor) else { continue }
      #expect(members.contains { $0.person == head })
      let homes = members.compactMap { lives.residence(of: Int($0.person), on: anchor)?.dwelling }
      if Set(homes).count > 1 { shared += 1 }
    }
    // One register, members in several dwellings.
    #expect(shared > 100, "\(shared)")
  }

  @Test func `children of school age are at school`() {
    var (children, pupils) = (0, 0)
    let day = Int32(Day(number: 2026_11_30).ordinal)
    for person in people.persons.indices where lives.residence(of: person, on: day) != nil {
      guard (7...14).contains(people.persons[person].age(on: day)) else { continue }
      children += 1
      if lives.enrolment(of: person, on: day) != nil { pupils += 1 }
    }
    #expect(Double(pupils) > 0.97 * Double(children))
  }
}
