/// Gives out the offices of trust, and the jobs at public bodies that go with them.
///
/// Each grid has a leader and four officers (一长四员, as Pukou has them), of whom the information officer
/// works for it, the eight largest a deputy too (中共中央办公厅, 2024: a grid has a leader and at least
/// one full-time worker). A professional grid has two workers (一格两员, as Wujiang has them). Terms last six years on average (assumption).
struct PostMaker {
  let ground: Ground
  let homes: Homes
  let firms: Firms
  let seed: UInt64
  /// The committee of each community, a place in `firms`; -1 for none.
  let committees: [Int32]
  var lives: Lives
  var posts: [Post] = []
  /// Who has a post in a grid or as mediator, and until when.
  var busy: [Int32: Int32] = [:]
  /// Jobs that were given to a public body already.
  private var taken: Set<Int> = []
  /// The dwellings of each grid.
  private let dwellings: (index: SpanIndex, order: [Int32])

  init(ground: Ground, homes: Homes, firms: Firms, lives: Lives) {
    (self.ground, self.homes, self.firms, self.lives) = (ground, homes, firms, lives)
    seed = ground.seed
    dwellings = SpanIndex.order(
      count: ground.grids.count,
      owners: homes.dwellings.indices.map { Int32(homes.grid(ofDwelling: $0, ground)) })
    var committees = Array(repeating: Int32(-1), count: ground.communities.count)
    let trade = Trade.place("9610")
    for (index, firm) in firms.list.enumerated() where Int(firm.trade) == trade {
      let community = Int(ground.community(ofBuilding: firms.building(of: index)))
      if firm.premises == homes.seats[community] { committees[community] = Int32(index) }
    }
    // A small district has not every seat: the nearest in the list is asked then.
    let first = committees.first { $0 >= 0 } ?? -1
    self.committees = committees.map { $0 < 0 ? first : $0 }
  }

  /// The posts; lives have then the jobs that go with them.
  ///
  /// - Parameter plants: whether posts are vacant or held twice on purpose.
  static func fill(
    _ lives: inout Lives, ground: Ground, homes: Homes, firms: Firms, plants: Bool
  ) -> Posts {
    var maker = PostMaker(ground: ground, homes: homes, firms: firms, lives: lives)
    (lives.jobs, lives.facts) = ([], [])
    maker.settleHeads()
    maker.addGrids()
    maker.addMediators()
    maker.addWelfare()
    maker.addOfficers()
    if plants { maker.plantFindings() }
    maker.addProfessional(plants: plants)
    maker.settlePensions()
    (lives.jobs, lives.facts) = (maker.lives.jobs, maker.lives.facts)
    LivesMaker.insert(maker.memberships(), into: &lives)
    return Posts(maker.posts, grids: ground.grids.count)
  }

  /// Who answers for a public body works there, as far as there is a job.
  private mutating func settleHeads() {
    for (index, firm) in firms.list.enumerated()
    where firm.representative >= 0 && (firm.form.isPublicBody || firm.form == .nonProfit) {
      let section = firms.trade(of: index).section
      let work: Occupation = section == "P" ? .teacher : section == "Q" ? .doctor : .official
      for job in lives.jobs(of: Int(firm.representative)).indices {
        _ = give(job, to: Int32(index), as: work)
      }
    }
  }

  /// Who works last at an office or a public institution is in the pension scheme of those (国发〔2015〕2号:
  /// 机关事业单位), everyone else with insurance in that of firms.
  private mutating func settlePensions() {
    for place in lives.facts.indices {
      let fact = lives.facts[place]
      guard fact.kind == .employeePension || fact.kind == .pensionPaid && fact.detail != 170 else {
        continue
      }
      let last = lives.jobs(of: Int(fact.person)).last { $0.isInsured && $0.employer >= 0 }
      guard let last else { continue }
      let form = firms.list[Int(last.employer)].form
      lives.facts[place].detail = form == .government || form == .institution ? 120 : 110
    }
  }

  /// Who leads the committee of residents or of a village leads its branch of the Party too (书记、主任一肩挑,
  /// 中办发〔2018〕: both posts by one person, as far as can be): the memberships of those who had none.
  private func memberships() -> [Fact] {
    let heads = Set(committees.filter { $0 >= 0 }.map { firms.list[Int($0)].representative })
    return heads.sorted().compactMap { head in
      guard head >= 0 else { return nil }
      let one = lives.people.persons[Int(head)]
      guard one.traits.isDisjoint(with: [.foreigner, .compatriot]),
        !lives.facts(of: Int(head)).contains(where: { $0.kind == .partyMember })
      else { return nil }
      var draw = Draw(Draw.stream(seed, "party.head"), Int(head))
      let end = lives.people.presence(of: Int(head)).upperBound
      return Fact(
        person: head, from: one.birth + Int32(draw.number(19 * 366...25 * 366)),
        to: end > TruthCalendar.lastOrdinal ? Person.open : end, kind: .partyMember, detail: 0,
        level: 0)
    }
  }

  /// Moves a job to another employer that is there all the time; false where that is not so.
  mutating func give(_ job: Int, to firm: Int32, as work: Occupation) -> Bool {
    let one = lives.jobs[job]
    guard firm >= 0, firms.list[Int(firm)].staff > 0, one.isInsured, !taken.contains(job),
      firms.list[Int(firm)].isOpen(on: one.from), firms.list[Int(firm)].to == Firm.open
    else { return false }
    lives.jobs[job].employer = firm
    lives.jobs[job].occupation = work
    taken.insert(job)
    return true
  }

  private mutating func addGrids() {
    let large = ground.grids.indices.sorted {
      let sizes = (ground.grids[$0].blocks.count, ground.grids[$1].blocks.count)
      return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : $0 < $1
    }.prefix(8)
    for grid in ground.grids.indices { addChain(.gridLeader, grid) }
    for grid in large.sorted() { addChain(.gridDeputy, grid) }
    for grid in ground.grids.indices { addChain(.gridWorker, grid) }
  }

  /// Those who have a post one after the other.
  mutating func addChain(_ kind: Post.Kind, _ grid: Int, slot: Int = 0) {
    var draw = Draw(Draw.stream(seed, "post.\(kind)"), grid << 4 | slot)
    var day = TruthCalendar.firstOrdinal - Int32(draw.below(1_400))
    while day <= TruthCalendar.lastOrdinal {
      let seen = max(day, TruthCalendar.firstOrdinal)
      guard let found = candidate(kind, grid, seen, &draw) else { break }
      let term = max(Int32(draw.exponential(mean: 2_190)), 300)
      var post = Post(
        person: found.person, employer: committees[Int(ground.grids[grid].community)],
        grid: Int32(grid), from: max(day, found.from),
        to: min(max(day + term, seen + 90), found.to),
        kind: kind, isFullTime: found.isFullTime)
      if post.to > TruthCalendar.lastOrdinal { post.to = Person.open }
      posts.append(post)
      busy[post.person] = post.to
      guard post.to != Person.open else { break }
      day = post.to
    }
  }

  /// Who can take a post, from when to when, and whether it is their work.
  typealias Candidate = (person: Int32, from: Int32, to: Int32, isFullTime: Bool)

  /// Someone of the grid, else of the community, else of the district.
  mutating func candidate(
    _ kind: Post.Kind, _ grid: Int, _ day: Int32, _ draw: inout Draw
  ) -> Candidate? {
    let community = ground.communities[Int(ground.grids[grid].community)]
    let all = ground.grids.indices
    for (grids, tries) in [(grid..<grid + 1, 40), (community.grids, 60), (all, 400)] {
      for attempt in 0..<tries {
        let near = draw.number(grids.lowerBound...grids.upperBound - 1)
        guard let person = adult(ofGrid: near, day, &draw) else { continue }
        // A small district has not as many people as posts.
        let isLast = grids.count == all.count && attempt >= 250
        if let found = fits(kind, grid, person, day, isLast: isLast, &draw) { return found }
      }
    }
    return nil
  }

  func adult(ofGrid grid: Int, _ day: Int32, _ draw: inout Draw) -> Int32? {
    let places = dwellings.index[grid]
    guard !places.isEmpty else { return nil }
    let dwelling = dwellings.order[places.lowerBound + draw.below(places.count)]
    let people = lives.occupants(of: Int(dwelling), on: day)
    return people.isEmpty ? nil : draw.pick(people)
  }

  private mutating func fits(
    _ kind: Post.Kind, _ grid: Int, _ person: Int32, _ day: Int32, isLast: Bool,
    _ draw: inout Draw
  ) -> Candidate? {
    let one = lives.people.persons[Int(person)]
    let age = one.age(on: day)
    let ages =
      kind == .gridWorker
      ? 22...50 : kind == .mediator ? 30...66 : Self.officers.contains(kind) ? 25...66 : 28...55
    let presence = lives.people.presence(of: Int(person))
    guard ages.contains(age), one.traits.isDisjoint(with: [.floating, .foreigner, .compatriot]),
      presence.upperBound > day + 120, isLast || busy[person].map({ $0 <= day }) ?? true
    else { return nil }
    let isHonorary = kind == .mediator || Self.officers.contains(kind)
    let end = min(presence.upperBound, one.birth + (isHonorary ? 72 : 60) * 365)
    let job = lives.jobs(of: Int(person)).indices.first { lives.jobs[$0].holds(on: day) }
    guard let job else {
      // Retired people mediate and help, and nobody else without a job has an office.
      guard isLast || isHonorary && age >= 50 else { return nil }
      let isWork = draw.below(3) == 0
      return (person, presence.lowerBound, end, isWork && kind == .mediator)
    }
    let work = lives.jobs[job]
    guard isLast || work.to > day + 120 else { return nil }
    let committee = committees[Int(ground.grids[grid].community)]
    let part = draw.below(100)
    switch kind {
    case .gridLeader, .gridDeputy:
      // Members of the committee lead a grid beside that; a third do nothing else.
      guard give(job, to: committee, as: .clerk) || isLast else { return nil }
      return (person, work.from, min(end, work.to), part < 30)
    case .gridWorker where part < 85:
      guard give(job, to: committee, as: .clerk) || isLast else { return nil }
      return (person, work.from, min(end, work.to), true)
    case .mediator where part < 15:
      guard give(job, to: committee, as: .clerk) else { return nil }
      return (person, work.from, min(end, work.to), true)
    default:
      return (person, presence.lowerBound, end, false)
    }
  }
}

extension LegalForm {
  /// Whether a public or civic body of one site: an office, a school, a hospital, a committee.
  package var isPublicBody: Bool {
    self == .government || self == .institution || self == .committee
  }
}
