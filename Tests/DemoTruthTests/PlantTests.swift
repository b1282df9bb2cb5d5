import Testing
import Time

@testable import DemoTruth

@Suite struct `What is planted` {
  private let lives = SampleHomes.tenthLives
  private var people: People { lives.people }

  @Test(arguments: Plant.Kind.allCases)
  func `a tenth of a district has a tenth of them`(kind: Plant.Kind) {
    #expect(people.plants(of: kind).count == kind.count(of: 40_000))
  }

  @Test func `without plants there are none`() {
    let homes = SampleHomes(people: 8_000)

    let people = homes.people(PeoplePlan(seed: 11, people: 8_000, plants: false))

    #expect(people.plants.isEmpty)
    #expect(!people.persons.contains { $0.traits.contains(.planted) })
    #expect(people.households.allSatisfy { $0.form != .groupRental })
    #expect(
      people.persons.filter { $0.birth == Plant.zhangWeiBirth && $0.name == .zhangWei }.isEmpty)
  }

  @Test func `twins have one surname, one birth day and numbers that follow each other`() {
    for plant in people.plants(of: .twins) {
      let (one, other) = (
        people.persons[Int(plant.members[0])], people.persons[Int(plant.members[1])]
      )
      #expect(one.birth == other.birth && one.name.surname == other.name.surname)
      #expect(one.region == other.region && one.mother == other.mother)
      let step = (Int(other.sequence) / 2 - Int(one.sequence) / 2 + 500) % 500
      #expect(step == 1, "\(one.sequence) \(other.sequence)")
    }
  }

  @Test func `fathers and sons have one name, and the many 张伟 one birth day`() {
    for plant in people.plants(of: .namesakes) {
      #expect(people.name(of: Int(plant.members[0])) == people.name(of: Int(plant.members[1])))
      #expect(people.persons[Int(plant.members[1])].father == plant.members[0])
    }
    for plant in people.plants(of: .zhangWei) {
      #expect(plant.members.count == 1)
      #expect(people.name(of: Int(plant.members[0])) == "张伟")
      #expect(people.number(of: Int(plant.members[0])).dropFirst(6).prefix(8) == "19851001")
    }
  }

  @Test(arguments: [1, 12]) func `dwellings hold whom they should in every month`(month: Int) {
    let day = Int32(TruthCalendar.day(ofMonth: month).ordinal)
    for plant in people.plants {
      let count = lives.occupants(of: Int(plant.dwelling), on: day).count
      switch plant.kind {
      case .dormitory: #expect(count == 400)
      case .groupRental: #expect((12...25).contains(count))
      case .largeFamily: #expect(count >= 7)
      case .coTenants: #expect((3...5).contains(count))
      case .secondHome:
        #expect(count == 0)
        #expect(lives.ownerships(of: Int(plant.dwelling)).last?.owner == plant.members[0])
      case .twins, .namesakes, .zhangWei, .remarriedHead, .adoptee: #expect(count >= 3)
      }
    }
  }

  @Test func `remarried heads and adopted children show it`() {
    for plant in people.plants(of: .remarriedHead) {
      let head = Int(plant.members[0])
      #expect(lives.maritalStatus(of: head, on: TruthCalendar.todayOrdinal) == 22)
      #expect(lives.marriages(of: head).count == 2)
    }
    for plant in people.plants(of: .adoptee) {
      let child = Int(plant.members[0])
      #expect(people.formerName(of: child) != nil)
      #expect(people.formerName(of: child) != people.name(of: child))
    }
  }
}
