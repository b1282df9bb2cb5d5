import DemoTruth
import Time

/// What is looked up often about jobs, schools and offices of trust, found once.
struct WorkIndex: Sendable {
  let posts: Posts
  /// The posts of each person: places in the list of `posts`.
  let postsByPerson: [Int32: [Int32]]
  let staff: Staff
  let wages: Wages
  let qualifications: [Qualification]
  let party: PartyTree
  let visits: [MemberVisit]
  /// The team of family doctors of each community.
  let teams: [CareTeam?]
  /// The place of each contract among those of its year, from 1; 0 for jobs without a firm.
  let filings: [Int32]
  /// The pupils of each school, whenever they are there: places in `lives.enrolments`.
  let pupils: [Int: [Int32]]
  /// The place of each school among those of its class, from 1.
  let schoolRanks: [Int: Int]

  init(_ truth: Truth) {
    posts = truth.posts
    postsByPerson = Dictionary(grouping: truth.posts.list.indices.map(Int32.init)) {
      truth.posts.list[Int($0)].person
    }
    staff = Staff(truth.lives, firms: truth.firms.list.count)
    wages = Wages(seed: truth.options.seed)
    qualifications = Qualification.all(
      truth.lives, seed: truth.options.seed, in: truth.ground.division)
    party = PartyTree(
      ground: truth.ground, homes: truth.homes, lives: truth.lives, firms: truth.firms,
      seed: truth.options.seed)
    visits = MemberVisit.all(truth)
    teams = CareTeam.all(ground: truth.ground, homes: truth.homes, firms: truth.firms)
    filings = Self.filings(truth.lives)
    var ranks: [Int: Int] = [:]
    var counts: [String: Int] = [:]
    for school in truth.firms.list.indices {
      let code = truth.firms.trade(of: school).code
      guard SchoolClass.all[code] != nil else { continue }
      counts[code, default: 0] += 1
      ranks[school] = counts[code]
    }
    schoolRanks = ranks
    var pupils: [Int: [Int32]] = [:]
    for (index, one) in truth.lives.enrolments.enumerated() where one.school >= 0 {
      pupils[Int(one.school), default: []].append(Int32(index))
    }
    self.pupils = pupils
  }

  /// Contracts are counted in the order of their days, from January on.
  private static func filings(_ lives: Lives) -> [Int32] {
    var filings = Array(repeating: Int32(0), count: lives.jobs.count)
    let first = Int32(Day(number: 2022_01_01).ordinal)
    let order = lives.jobs.indices.filter {
      lives.jobs[$0].from >= first && lives.jobs[$0].employer >= 0
    }
    .sorted { (lives.jobs[$0].from, $0) < (lives.jobs[$1].from, $1) }
    var (year, count) = (0, Int32(0))
    for job in order {
      let own = Day(ordinal: Int(lives.jobs[job].from)).year
      if own != year { (year, count) = (own, 0) }
      count += 1
      filings[job] = count
    }
    return filings
  }
}
