/// Why a family may be poor: its heaviest cause, since when, and how often it leads to aid.
struct FamilyNeed {
  /// By `poverty-risk.csv`.
  var cause: UInt8
  var since: Int32
  /// Of a million families, how many get the minimum, and how many of the others are just above it.
  var poverty: Int
  var near: Int

  /// The cause of a family; nil where there is none.
  ///
  /// The chances are those of families without an earner or an employee's pension; of the others few have aid. They
  /// are set so that 0.8 % of the registered have the minimum and 0.6 % are just above it (assumption after
  /// Zhejiang, where 0.9 % had it in 2023, and 民发〔2022〕85号); of those with it about half are disabled or ill
  /// (Ministry of Civil Affairs, statistics of 2022).
  init?(_ lives: Lives, _ own: Household, members: [Int]) {
    var best: FamilyNeed?
    func consider(_ cause: UInt8, _ since: Int32, _ poverty: Int, _ near: Int) {
      if best.map({ $0.poverty + $0.near < poverty + near }) != false {
        best = FamilyNeed(cause: cause, since: since, poverty: poverty, near: near)
      }
    }
    let start = lives.people.tenures[own.tenures.lowerBound].from
    for member in members {
      for fact in lives.facts(of: member) {
        switch fact.kind {
        case .disability where fact.level <= 2 || (5...6).contains(fact.detail) && fact.level == 3:
          consider(3, max(fact.from, start), 720_000, 500_000)
        case .illnessInsurance: consider(1, fact.from, 520_000, 500_000)
        case .unemployed where fact.to - fact.from > 150 && fact.to != Person.open:
          consider(99, fact.from, 70_000, 30_000)
        default: continue
        }
      }
      if lives.enrolments(of: member).contains(where: { $0.stage.rawValue >= 4 }) {
        consider(2, start, 6_000, 40_000)
      }
    }
    let head = lives.people.persons[Int(own.firstPerson)]
    switch own.form {
    case .singleParent: consider(5, start, 260_000, 120_000)
    case .skipped: consider(5, start, 150_000, 80_000)
    case .elderAndChild: consider(5, start, 80_000, 40_000)
    case .single where head.age(on: TruthCalendar.todayOrdinal) >= 65:
      consider(5, max(head.birth + 23_741, start), 260_000, 60_000)
    default: break
    }
    guard let best else { return nil }
    self = best
  }

  private init(cause: UInt8, since: Int32, poverty: Int, near: Int) {
    (self.cause, self.since, self.poverty, self.near) = (cause, since, poverty, near)
  }
}
