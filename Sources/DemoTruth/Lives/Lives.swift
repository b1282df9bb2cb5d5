/// What is true of everyone on a day: homes, registers, work, school, insurances and aid.
package struct Lives: Sendable {
  package let people: People
  /// By person, then by kind and day.
  package internal(set) var facts: [Fact] = []
  package internal(set) var jobs: [Job] = []
  package internal(set) var enrolments: [Enrolment] = []
  package internal(set) var registrations: [Registration] = []
  package internal(set) var registers: [Register] = []
  /// By dwelling, then by day.
  package internal(set) var ownerships: [Ownership] = []
  package internal(set) var tenancies: [Tenancy] = []
  /// What the state gives to those who are registered here, by household; families stand together.
  package internal(set) var aids: [Aid] = []
  package internal(set) var secondHomes: [SecondHome] = []
  /// By person: the highest level by GB/T 4658 that is reached in the end.
  package internal(set) var highestEducation: [UInt8] = []
  var factIndex = SpanIndex()
  var jobIndex = SpanIndex()
  var enrolmentIndex = SpanIndex()
  var registrationIndex = SpanIndex()
  var marriageIndex = SpanIndex()
  var ownershipIndex = SpanIndex()
  /// The registrations of each register.
  var registerOrder: [Int32] = []
  var registerIndex = SpanIndex()
  var tenancyIndex = SpanIndex()
  /// The tenures of each dwelling by day, and where those of a dwelling begin.
  var secondHomeOrder: [Int32] = []
  var secondHomeIndex = SpanIndex()
  var tenureOrder: [Int32] = []
  var tenureIndex = SpanIndex()
  /// The marriages of each person.
  var marriageOrder: [Int32] = []
  /// The children of each person.
  var childIndex = SpanIndex()
  var childOrder: [Int32] = []

  // MARK: A person on a day

  /// Whether a person is born and not dead.
  package func isAlive(_ person: Int, on day: Int32) -> Bool {
    people.persons[person].isAlive(on: day)
  }

  /// Where a person mainly lives on a day; nil for one who is not in the district.
  package func residence(of person: Int, on day: Int32) -> Residence? {
    people.tenure(of: person, on: day).map { residence(of: person, in: people.tenures[$0]) }
  }

  /// Every home that a person has had here, by day, second homes last.
  package func residences(of person: Int) -> [Residence] {
    let one = people.persons[person]
    guard one.household >= 0 else { return [] }
    let household = people.households[Int(one.household)]
    let main = household.tenures.map { residence(of: person, in: people.tenures[$0]) }
    let second = secondHomes.isEmpty ? [] : secondResidences(of: person)
    return (main + second).filter { $0.from < $0.to }
  }

  /// The living household of a person on a day; nil for one who is not in the district.
  package func household(of person: Int, on day: Int32) -> Int? {
    people.tenure(of: person, on: day).map { Int(people.tenures[$0].household) }
  }

  /// The one to whom a person is married on a day: -1 for one who never lived here, nil for none.
  package func spouse(of person: Int, on day: Int32) -> Int32? {
    marriages(of: person).last { $0.from <= day && day < $0.to }?.spouse(of: Int32(person))
  }

  /// The marital status by GB/T 2261.2 on a day: 10, 21, 22, 30 or 40.
  package func maritalStatus(of person: Int, on day: Int32) -> Int {
    guard let last = marriages(of: person).last(where: { $0.from <= day }) else { return 10 }
    if day >= last.to { return last.end == .death ? 30 : 40 }
    let isSecond = last.husband == person ? last.isSecondOfHusband : last.isSecondOfWife
    return isSecond ? 22 : 21
  }

  /// The level of education by GB/T 4658 that is reached by a day.
  package func education(of person: Int, on day: Int32) -> UInt8 {
    Education.reached(
      highestEducation[person], atAge: Int(day - people.persons[person].birth) / 365)
  }

  /// The job of a person on a day.
  package func job(of person: Int, on day: Int32) -> Job? {
    jobs(of: person).first { $0.holds(on: day) }
  }

  /// The school of a person on a day.
  package func enrolment(of person: Int, on day: Int32) -> Enrolment? {
    enrolments(of: person).first { $0.holds(on: day) }
  }

  /// Whether and how a fact holds of a person on a day.
  package func fact(_ kind: FactKind, of person: Int, on day: Int32) -> Fact? {
    facts(of: person).first { $0.kind == kind && $0.holds(on: day) }
  }

  /// The registration of a person on a day; nil for those whose hukou is in another district or
  /// city.
  package func registration(of person: Int, on day: Int32) -> Registration? {
    registrations(of: person).first { $0.holds(on: day) }
  }

  // MARK: Everything of a person

  package func facts(of person: Int) -> ArraySlice<Fact> { facts[factIndex[person]] }
  package func jobs(of person: Int) -> ArraySlice<Job> { jobs[jobIndex[person]] }
  package func enrolments(of person: Int) -> ArraySlice<Enrolment> {
    enrolments[enrolmentIndex[person]]
  }
  package func registrations(of person: Int) -> ArraySlice<Registration> {
    registrations[registrationIndex[person]]
  }
  package func marriages(of person: Int) -> [Marriage] {
    marriageOrder[marriageIndex[person]].map { people.marriages[Int($0)] }
  }

  // MARK: A dwelling on a day

  /// Who mainly lives in a dwelling on a day, head first.
  package func occupants(of dwelling: Int, on day: Int32) -> [Int32] {
    guard let tenure = tenure(of: dwelling, on: day) else { return [] }
    return people.members(ofHousehold: Int(tenure.household), on: day)
  }

  /// How many do, without making a list of them.
  package func occupantCount(of dwelling: Int, on day: Int32) -> Int {
    guard let tenure = tenure(of: dwelling, on: day) else { return 0 }
    var count = 0
    for member in people.households[Int(tenure.household)].members
    where people.persons[member].joined <= day && day < people.persons[member].end {
      count += 1
    }
    return count
  }

  /// The tenure of a dwelling on a day; nil while it is empty.
  package func tenure(of dwelling: Int, on day: Int32) -> Tenure? {
    tenures(of: dwelling).first { $0.covers(day) }
  }

  /// The tenures of a dwelling, by day.
  package func tenures(of dwelling: Int) -> [Tenure] {
    tenureOrder[tenureIndex[dwelling]].map { people.tenures[Int($0)] }
  }

  /// Who owned a dwelling when.
  package func ownerships(of dwelling: Int) -> ArraySlice<Ownership> {
    ownerships[ownershipIndex[dwelling]]
  }

  /// Who rented a dwelling when.
  package func tenancies(of dwelling: Int) -> ArraySlice<Tenancy> {
    tenancies[tenancyIndex[dwelling]]
  }

  // MARK: Parts

  private func residence(of person: Int, in tenure: Tenure) -> Residence {
    let one = people.persons[person]
    return Residence(
      person: Int32(person), dwelling: tenure.dwelling, from: max(tenure.from, one.joined),
      to: min(tenure.to, one.end), kind: tenure.kind, isMain: true)
  }

  private func secondResidences(of person: Int) -> [Residence] {
    let one = people.persons[person]
    let presence = people.presence(of: person)
    return secondHomeOrder[secondHomeIndex[Int(one.household)]].map { secondHomes[Int($0)] }
      .filter(\.isUsed).map {
        Residence(
          person: Int32(person), dwelling: $0.dwelling, from: max($0.from, presence.lowerBound),
          to: min($0.to, presence.upperBound), kind: .owner, isMain: false)
      }
  }
}
