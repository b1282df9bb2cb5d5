/// Marriages that ended, and members who are gone by the anchor day.
extension HouseholdMaker {
  /// Gives a member a marriage that ended, by death or divorce, with the other one as a former member
  /// where that one lived here.
  mutating func endedMarriage(of place: Int, byDeath: Bool) {
    let one = persons[place]
    let isHusband = one.sex == .male
    let apart = draw.days(years: 2.2, deviation: 2.2, within: -3...8)
    let otherBirth = isHusband ? one.birth + apart : one.birth - apart
    let legal = max(
      isHusband ? one.birth + 8_036 : otherBirth + 8_036,
      isHusband ? otherBirth + 7_305 : one.birth + 7_305)
    let wedding = max(legal, one.birth + draw.days(years: 25, deviation: 2, within: 20...30))
    let end = frame.anchor - 20 - Int32(draw.exponential(mean: byDeath ? 5_000 : 4_200))
    guard wedding + 300 < frame.anchor - 20 else { return }
    let day = max(end, wedding + 300)
    var marriage = Marriage(husband: -1, wife: -1, from: wedding)
    (marriage.to, marriage.end) = (day, byDeath ? .death : .divorce)
    if isHusband { marriage.husband = Int32(place) } else { marriage.wife = Int32(place) }
    if day > max(one.joined, TruthCalendar.firstOrdinal) {
      let other = add(
        birth: otherBirth, sex: isHusband ? .female : .male, joined: max(one.joined, wedding))
      if byDeath { persons[other].death = day } else { persons[other].left = day }
      persons[other].name.surname = Surnames.draw(&draw)
      if isHusband { marriage.wife = Int32(other) } else { marriage.husband = Int32(other) }
    }
    marriages.append(marriage)
  }

  /// A marriage with someone who lives elsewhere.
  mutating func marriedApart(_ place: Int) {
    let one = persons[place]
    let wedding = one.birth + draw.days(years: 25, deviation: 1.5, within: 22.1...29)
    guard wedding < frame.anchor - 30 else { return }
    var marriage = Marriage(husband: -1, wife: -1, from: wedding)
    if one.sex == .male { marriage.husband = Int32(place) } else { marriage.wife = Int32(place) }
    marriages.append(marriage)
  }

  /// Ends a marriage of two members some time after a day and before the anchor day.
  mutating func endMarriage(
    _ place: Int, leaving: Int, staying: Int? = nil, byDeath: Bool, after: Int32
  ) {
    let earliest = max(after, marriages[place].from + 200)
    let day = earliest + Int32(draw.below(max(Int(frame.anchor - earliest) - 15, 1)))
    (marriages[place].to, marriages[place].end) = (day, byDeath ? .death : .divorce)
    if byDeath { persons[leaving].death = day } else { persons[leaving].left = day }
  }

  /// Takes one of a couple by death, about twelve years ago on average.
  mutating func widow(_ place: Int, hisShare: Int) {
    let marriage = marriages[place]
    let dead = Int(draw.happens(hisShare) ? marriage.husband : marriage.wife)
    var earliest = marriage.from + 300
    for person in persons where person.father == dead || person.mother == dead {
      earliest = max(earliest, person.birth + 100)
    }
    let day = max(frame.anchor - 30 - Int32(draw.exponential(mean: 4_500)), earliest)
    guard day < frame.anchor else { return }
    persons[dead].death = day
    (marriages[place].to, marriages[place].end) = (day, .death)
  }

  /// Adds elders who died here and grown-up children who went away, and lets the last of an old
  /// household die.
  mutating func addEarlierLives() {
    guard !isFloating, form.isFamily else { return }
    let window = max(TruthCalendar.firstOrdinal, frame.from + 60)
    if frame.anchor - window > 300, frame.kind == .owner, draw.happens(130_000) {
      addDeadElder(since: window)
    }
    if form == .couple, frame.anchor - window > 300, draw.happens(600_000) {
      addChildWhoLeft(since: window)
    }
    let hasEnded = frame.to <= frame.anchor + 1 && frame.kind == .owner
    if hasEnded, form == .single || form == .couple, draw.happens(700_000) {
      for place in persons.indices where persons[place].end > frame.anchor {
        guard frame.anchor - persons[place].birth > 70 * 365 else { continue }
        let day = frame.to - Int32(draw.number(3...40))
        guard day > persons[place].joined else { continue }
        persons[place].death = day
        endMarriages(of: place, on: day)
        break
      }
    }
  }

  private mutating func addDeadElder(since window: Int32) {
    let adults = persons.indices.filter {
      persons[$0].end > frame.anchor && persons[$0].father < 0 && persons[$0].mother < 0
        && (38 * 365...68 * 365).contains(Int(frame.anchor - persons[$0].birth))
    }
    guard !adults.isEmpty else { return }
    let child = draw.pick(adults)
    let birth = persons[child].birth - draw.days(years: 26, deviation: 3.6, within: 21...41)
    let day = window + Int32(draw.below(Int(frame.anchor - window)))
    let years = Double(day - birth) / 365.25
    guard years > 58, years < 104 else { return }
    // Deaths are commonest at about 80: the younger ones are taken less often.
    guard draw.unit() < min(1, (years - 52) / 26) else { return }
    let isMother = draw.happens(480_000)
    let elder = add(birth: birth, sex: isMother ? .female : .male, joined: frame.from)
    persons[elder].death = day
    if isMother {
      persons[child].mother = Int32(elder)
      persons[elder].name.surname = Surnames.draw(&draw)
    } else {
      persons[child].father = Int32(elder)
    }
  }

  private mutating func addChildWhoLeft(since window: Int32) {
    guard let marriage = marriages.first, marriage.husband >= 0, marriage.wife >= 0 else { return }
    let wife = Int(marriage.wife)
    let birth = persons[wife].birth + draw.days(years: 25.5, deviation: 2.2, within: 21...33)
    guard birth > marriage.from + 200, birth > persons[Int(marriage.husband)].birth + 22 * 366
    else { return }
    let left = birth + draw.days(years: 21.5, deviation: 2.4, within: 18.2...28)
    guard left > window, left < frame.anchor - 10 else { return }
    let child = addChild(birth: birth, father: Int(marriage.husband), mother: wife)
    persons[child].left = left
    if left - birth < 20 * 365 { persons[child].traits.insert(.leftToStudy) }
  }

  /// Ends the marriage that a member has on the day of the death.
  mutating func endMarriages(of place: Int, on day: Int32) {
    for index in marriages.indices where marriages[index].to > day {
      guard marriages[index].husband == place || marriages[index].wife == place else { continue }
      (marriages[index].to, marriages[index].end) = (day, .death)
    }
  }
}
