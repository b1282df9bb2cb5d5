/// Mediators and those whose post the employment office subsidises.
extension PostMaker {
  /// Six or seven mediators a community: one or two of them lead one of its grids; and one at each
  /// of 55 firms of 100 and more people (the justice ministry counts 3.2 million mediators of
  /// 693,000 committees in 2022: 4.6 each).
  mutating func addMediators() {
    let leaders = posts.indices.filter { posts[$0].kind == .gridLeader }
    for (place, community) in ground.communities.enumerated() where !community.grids.isEmpty {
      let linked = 1 + place % 2
      let grids = Array(community.grids)
      for slot in 0..<6 + place % 2 {
        let grid = grids[slot % grids.count]
        if slot < linked {
          for leader in leaders where posts[leader].grid == Int32(grid) {
            var post = posts[leader]
            (post.kind, post.isFullTime) = (.mediator, false)
            posts.append(post)
          }
        } else {
          addChain(.mediator, grid, slot: slot)
        }
      }
    }
    addMediatorsOfFirms()
  }

  private mutating func addMediatorsOfFirms() {
    let share = max(firms.list.count { $0.isOpen(on: TruthCalendar.todayOrdinal) } * 55 / 60_000, 1)
    var draw = Draw(Draw.stream(seed, "post.firm"), 0)
    let first = TruthCalendar.firstOrdinal
    var found: Set<Int32> = []
    for _ in 0..<lives.jobs.count where found.count < share {
      let job = lives.jobs[draw.below(lives.jobs.count)]
      guard job.employer >= 0, job.isInsured, job.to == Person.open, job.from < first + 2_500,
        firms.list[Int(job.employer)].staff >= 100, busy[job.person] == nil,
        !firms.list[Int(job.employer)].form.isPublicBody,
        found.insert(job.employer).inserted
      else { continue }
      let building = Int(firms.building(of: Int(job.employer)))
      posts.append(
        Post(
          person: job.person, employer: job.employer, grid: ground.buildings[building].grid,
          from: max(job.from, first) + Int32(draw.number(200...900)), to: Person.open,
          kind: .mediator, isFullTime: false))
      busy[job.person] = Person.open
    }
  }

  /// Those who have a subsidised post and no other job: janitors, guards and assistants of the
  /// committee of the community where they live; a contract is for a year, three at most.
  mutating func addWelfare() {
    for fact in lives.facts where fact.kind == .publicJob {
      let person = Int(fact.person)
      let from = fact.from
      guard let home = lives.residence(of: person, on: max(from, TruthCalendar.firstOrdinal)),
        lives.fact(.pensionPaid, of: person, on: from) == nil
      else { continue }
      let jobs = lives.jobs(of: person)
      guard !jobs.contains(where: { $0.holds(on: from) }) else { continue }
      let next = jobs.first { $0.from > from }?.from ?? Person.open
      let to = min(fact.to, next)
      let grid = homes.grid(ofDwelling: Int(home.dwelling), ground)
      guard to > from + 60 else { continue }
      posts.append(
        Post(
          person: fact.person, employer: committees[Int(ground.grids[grid].community)],
          grid: Int32(grid), from: from, to: to, kind: .welfare, isFullTime: true))
    }
  }
}
