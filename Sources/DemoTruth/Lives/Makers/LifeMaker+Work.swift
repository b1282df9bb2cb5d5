/// Jobs, and the insurances and pensions that come with them.
extension LifeMaker {
  /// Retirement at 60, 55 and 50 (the law until 2024); since 2025 a month later for every four months
  /// (every two for those who retired at 50), which the truth rounds to whole months.
  private func retirement(isGraduate: Bool) -> Int32 {
    let age = person.sex == .male ? 60.0 : isGraduate ? 55 : 50
    let usual = day(atAge: age)
    guard usual >= 20_089 else { return usual }  // 2025-01-01
    let pace = age == 50 ? 2.0 : 4.0
    return usual + Int32((Double(usual - 20_089) / 30.44 / pace).rounded(.up) * 30.44)
  }

  mutating func addWork() {
    let isGraduate = [31, 21, 14, 11].contains(highest)
    let retired = retirement(isGraduate: isGraduate)
    // 68.3 % of the people over 15 take part (World Bank, 2020: 67 %): men more, women less.
    let works = draw.happens(person.sex == .male ? 930_000 : 790_000)
    let isFormal = draw.happens(isGraduate ? 900_000 : isVillage ? 380_000 : 620_000)
    let isPublic = isFormal && isGraduate && draw.happens(160_000)
    let kind: UInt8 = isPublic ? 120 : 110
    let firstJob = jobs.count
    var insuredFrom = Person.open
    var insuredTo: Int32 = 0
    if works {
      let start = day(atAge: max(Double(Education.age(of: highest)), 16.5) + draw.unit() * 0.8)
      var from = max(
        start, presence.lowerBound, TruthCalendar.firstOrdinal - Int32(draw.below(1_400)))
      let stop = min(retired, presence.upperBound, unfitFrom)
      while from + 40 < stop, from <= TruthCalendar.lastOrdinal {
        let length = max(Int32(min(draw.exponential(mean: isPublic ? 6_000 : 1_400), 15_000)), 60)
        let to = addJob(
          from: from, to: min(from + length, stop), isGraduate: isGraduate, isFormal: isFormal)
        if isFormal {
          insuredFrom = min(insuredFrom, from)
          insuredTo = to
        }
        let turn = draw.below(100)
        let gap =
          turn < 45 ? draw.below(4) : turn < 82 ? draw.number(5...60) : draw.number(61...330)
        from = to + Int32(gap)
        let goesOn = gap > 60 && isFormal && from + 40 < stop && from <= TruthCalendar.lastOrdinal
        if goesOn, draw.happens(700_000) {
          add(.unemployed, from: to + 10, to: from)
        }
        if goesOn {
          add(.employeePension, from: insuredFrom, to: to, detail: kind)
          add(.employeeMedical, from: insuredFrom, to: to)
          add(.residentMedical, from: to, to: from)
          insuredFrom = Person.open
        }
      }
    }
    if insuredFrom < insuredTo {
      add(.employeePension, from: insuredFrom, to: insuredTo, detail: kind)
      add(.employeeMedical, from: insuredFrom, to: insuredTo)
    }
    addInsurances(
      retired: retired, insuredTo: insuredTo > 0 ? insuredTo : nil, kind: kind,
      firstJob: firstJob < jobs.count ? jobs[firstJob].from : nil)
  }

  /// Adds a job that ends with its employer at the latest; the day after its last one.
  private mutating func addJob(from: Int32, to latest: Int32, isGraduate: Bool, isFormal: Bool)
    -> Int32
  {
    let table =
      isGraduate
      ? Occupation.ofGraduates
      : [61, 41, 44].contains(highest) ? Occupation.ofSeniors : Occupation.ofOthers
    var occupation = table[draw.weighted(table.map(\.1))].0
    if isVillage, !isGraduate, !person.traits.contains(.floating),
      from - person.birth > 42 * 365, draw.happens(320_000)
    {
      occupation = .farmer
    }
    let isSelfEmployed = !isFormal && draw.happens(250_000)
    let search = Workplaces.Search(bits: draw.next(), community: community, day: from)
    guard latest > TruthCalendar.firstOrdinal else { return latest }
    let (firm, end) = isSelfEmployed ? (-1, latest) : workplaces.employer(search, occupation)
    let to = min(latest, end)
    jobs.append(
      Job(
        person: Int32(place),
        employer: firm, from: from, to: to > TruthCalendar.lastOrdinal ? Person.open : to,
        occupation: occupation,
        isInsured: isFormal && occupation != .farmer))
    return to
  }

  /// What is not covered by a job: 95 % of the people are in one of the medical insurances (National
  /// Healthcare Security Administration, 2024: 1,326 of 1,408 million).
  private mutating func addInsurances(
    retired: Int32, insuredTo: Int32?, kind: UInt8, firstJob: Int32?
  ) {
    let oldAge = day(atAge: 60)
    let wasEmployee: Bool
    if retired < presence.lowerBound || retired < TruthCalendar.firstOrdinal - 1_400 {
      // Retired before the truth begins to tell of jobs.
      wasEmployee = draw.happens(isVillage ? 240_000 : 580_000)
    } else {
      wasEmployee = insuredTo.map { $0 + 900 > retired } ?? false
    }
    let takesPart = draw.happens(950_000)
    if wasEmployee {
      add(.pensionPaid, from: max(retired, presence.lowerBound), detail: kind)
      add(.employeeMedical, from: max(retired, presence.lowerBound))
    } else if !person.traits.contains(.floating) {
      let from = max(day(atAge: 16.5 + draw.unit() * 8), 14_610)  // The scheme began in 2010.
      if insuredTo == nil, draw.happens(820_000) {
        add(.residentPension, from: from, to: oldAge)
        add(.pensionPaid, from: max(oldAge, 14_610), detail: 170)
      }
    }
    guard takesPart,
      !person.traits.contains(.floating) || person.birth + 6_570 > presence.lowerBound
    else { return }
    if insuredTo == nil, !wasEmployee {
      add(.residentMedical, from: max(presence.lowerBound, person.birth + 20, 13_000))
    } else if let insuredTo, let firstJob {
      // As a child and a student, before the first job.
      add(.residentMedical, from: max(presence.lowerBound, person.birth + 20, 13_000), to: firstJob)
      if !wasEmployee { add(.residentMedical, from: insuredTo + 5) }
    }
  }
}
