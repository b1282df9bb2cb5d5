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

  /// Eight subsidised posts a community, one person after the other.
  ///
  /// They are janitors, guards and assistants of the committee; a contract is for a year, three at most
  /// (人社部发〔2019〕124号). Who has one has no other job and no pension, and is from 40 to 57 years old.
  mutating func addWelfare() {
    for (place, community) in ground.communities.enumerated() where committees[place] >= 0 {
      for slot in 0..<8 {
        var draw = Draw(Draw.stream(seed, "post.welfare"), place << 4 | slot)
        var day = TruthCalendar.firstOrdinal - Int32(draw.below(700))
        while day <= TruthCalendar.lastOrdinal {
          guard let post = welfare(community.grids, committees[place], day, &draw) else { break }
          posts.append(post)
          busy[post.person] = post.to
          guard post.to != Person.open else { break }
          day = post.to + Int32(draw.number(3...40))
        }
      }
    }
  }

  private func welfare(
    _ grids: Range<Int>, _ committee: Int32, _ day: Int32, _ draw: inout Draw
  ) -> Post? {
    let seen = max(day, TruthCalendar.firstOrdinal)
    for _ in 0..<400 {
      let grid = draw.number(grids.lowerBound...grids.upperBound - 1)
      guard let person = adult(ofGrid: grid, seen, &draw) else { continue }
      let one = lives.people.persons[Int(person)]
      let jobs = lives.jobs(of: Int(person))
      guard (40...57).contains(one.age(on: seen)), !one.traits.contains(.floating),
        one.traits.isDisjoint(with: [.foreigner, .compatriot]),
        busy[person].map({ $0 <= day }) ?? true, !jobs.contains(where: { $0.holds(on: seen) }),
        lives.fact(.pensionPaid, of: Int(person), on: seen) == nil
      else { continue }
      let next = jobs.first { $0.from > seen }?.from ?? Person.open
      let pension =
        lives.facts(of: Int(person)).first { $0.kind == .pensionPaid && $0.from > seen }?.from
        ?? Person.open
      let presence = lives.people.presence(of: Int(person))
      let from = max(day, presence.lowerBound)
      let last = from + Int32(draw.number(1...3)) * 365
      let to = min(last, next, pension, presence.upperBound)
      guard to > seen + 90 else { continue }
      return Post(
        person: person, employer: committee, grid: Int32(grid), from: from,
        to: to > TruthCalendar.lastOrdinal ? Person.open : to, kind: .welfare, isFullTime: true)
    }
    return nil
  }
}
