internal import Time

/// Kindergartens and schools: stages begin on 1 September by the age on that day.
extension LifeMaker {
  mutating func addSchools() {
    let born = Day(ordinal: Int(person.birth))
    // Children born from September on begin a year later (义务教育法 11: six on 31 August).
    let shift = born.month >= 9 ? 1 : 0
    guard born.year > 1997 else { return }
    let isVocational = draw.happens(400_000)
    let goesOn = Education.age(of: highest) >= 18
    // 92 % of the children go to a kindergarten (gross rate of 2024, Ministry of Education: 92.0 %).
    let hasPreschool = draw.happens(920_000)
    for stage in Enrolment.Stage.allCases {
      switch stage {
      case .preschool: if !hasPreschool { continue }
      case .seniorSecondary: if !goesOn || isVocational { continue }
      case .vocational: if !goesOn || !isVocational { continue }
      case .primary, .juniorSecondary: break
      }
      add(stage, startYear: born.year + shift + stage.startAge)
    }
  }

  private mutating func add(_ stage: Enrolment.Stage, startYear: Int) {
    let start = Int32(Day.ordinal(year: startYear, month: 9, day: 1))
    let end = Int32(Day.ordinal(year: startYear + stage.years, month: 7, day: 1))
    let from = max(start, presence.lowerBound)
    let to = min(end, presence.upperBound)
    let bits = draw.next()
    guard from + 20 < to, to > TruthCalendar.firstOrdinal, from <= TruthCalendar.lastOrdinal else {
      return
    }
    // The school is that of the home of the first day: who moves later stays there.
    let home = people.tenure(of: place, on: from).map {
      places[Int(people.tenures[$0].dwelling)]
    }
    let years = Enrolment.schoolYear(of: from) - startYear
    enrolments.append(
      Enrolment(
        person: Int32(place),
        school: workplaces.school(
          .init(
            bits: bits, community: home?.community ?? community, day: from,
            area: home?.schoolArea ?? schoolArea), stage),
        from: from, to: to,
        stage: stage, firstGrade: UInt8(min(max(years, 0) + 1, stage.years))))
  }
}
