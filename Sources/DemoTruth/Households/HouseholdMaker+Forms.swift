/// Which form a household has, and the people of each form.
extension HouseholdMaker {
  /// Weights of the forms by tenure, fitted to the sizes of family households in the 2020 census (1
  /// person 25.4 %, 2 29.7 %, 3 21.0 %, 4 13.2 %, 5 6.2 %, 6 3.1 %, more 1.5 %; 2.62 on average).
  mutating func chooseForm() -> HouseholdForm {
    switch frame.plant {
    case .twins?, .namesakes?, .zhangWei?, .adoptee?: return .nuclear
    case .coTenants?: return .flatShare
    case .groupRental?: return .groupRental
    case .remarriedHead?: return .remarried
    case .largeFamily?: return .large
    case .dormitory?, .secondHome?, nil: break
    }
    let weights: [Int]
    switch frame.kind {
    case .employer: return .dormitory
    case .institution: return .careHome
    case .owner, .relatives:
      weights =
        frame.isVillage
        ? [215, 235, 190, 225, 60, 25, 15, 5, 60, 2, 3]
        : [232, 212, 322, 138, 14, 44, 17, 6, 40, 5, 2]
    case .rent, .publicRent: weights = [390, 170, 282, 45, 4, 45, 10, 28, 10, 0, 0, 80]
    }
    let form = HouseholdForm.allCases[draw.weighted(weights)]
    // Co-tenants do not move together.
    return form == .flatShare && frame.tenures > 1 ? .single : form
  }

  mutating func makeMembers() {
    switch form {
    case .single: makeSingle()
    case .couple: makeCouple()
    case .nuclear: makeNuclear(withGrandparents: 0)
    case .threeGenerations: makeNuclear(withGrandparents: draw.happens(480_000) ? 2 : 1)
    case .skipped: makeSkipped()
    case .singleParent: makeSingleParent()
    case .remarried: makeRemarried()
    case .siblings: makeSiblings()
    case .elderAndChild: makeElderAndChild()
    case .withCarer: makeWithCarer()
    case .large: makeLarge()
    case .flatShare, .groupRental: makeShared()
    case .dormitory, .careHome: break
    }
  }

  // MARK: Without children

  private mutating func makeSingle() {
    let bands: [(Double, Double, Int)]
    switch frame.kind {
    case .rent, .publicRent: bands = [(19, 30, 40), (30, 40, 28), (40, 55, 22), (55, 80, 10)]
    default: bands = [(21, 35, 24), (35, 50, 22), (50, 65, 27), (65, 80, 18), (80, 94, 7)]
    }
    let band = bands[draw.weighted(bands.map(\.2))]
    let years = age(band.0, band.1)
    let sex: Person.Sex =
      draw.happens(years < 55 ? 600_000 : years < 65 ? 520_000 : 360_000) ? .male : .female
    let birth = birth(age: years)
    let place = add(birth: birth, sex: sex, joined: birth + 18 * 366)
    let turn = draw.below(100)
    if years < 26 { return }
    if years < 50 {
      if turn < 21 {
        endedMarriage(of: place, byDeath: false)
      } else if turn < 35 {
        marriedApart(place)
      }
    } else if years < 65 {
      if turn < 34 {
        endedMarriage(of: place, byDeath: false)
      } else if turn < 66 {
        endedMarriage(of: place, byDeath: true)
      }
    } else if turn < 82 {
      endedMarriage(of: place, byDeath: true)
    } else if turn < 90 {
      endedMarriage(of: place, byDeath: false)
    }
  }

  /// A couple: the wife by her birth day, the husband 2.2 years older (2020 census: the mean ages at
  /// first marriage were 29.4 and 28.0; elder couples lie further apart).
  mutating func couple(wife hers: Int32, firstChild: Int32? = nil) -> (husband: Int, wife: Int) {
    var his = hers - draw.days(years: 2.2, deviation: 2.4, within: -4...11)
    let youngest = (firstChild ?? frame.anchor) - 23 * 366
    his = min(his, youngest)
    if frame.plant == .zhangWei { his = Plant.zhangWeiBirth }
    let husband = add(birth: his, sex: .male, joined: his + 19 * 366)
    let wife = add(birth: hers, sex: .female, joined: hers + 19 * 366)
    if frame.plant == .zhangWei { persons[husband].name = .zhangWei }
    persons[wife].name.surname = Surnames.draw(&draw)
    let latest =
      firstChild.map { $0 - Int32(draw.number(240...900)) } ?? frame.anchor
      - Int32(draw.number(5...250))
    marry(husband, wife, by: latest)
    // Whoever comes second comes with the marriage.
    let wedding = marriages[marriages.count - 1].from
    if wedding > persons[husband].joined {
      persons[wife].joined = max(persons[wife].joined, wedding)
    }
    return (husband, wife)
  }

  private mutating func makeCouple() {
    let isYoung = draw.happens(frame.kind == .owner ? 230_000 : 600_000)
    let years = isYoung ? age(22, 38) : age(46, frame.kind == .owner ? 78 : 66)
    _ = couple(wife: birth(age: years))
    head = draw.happens(800_000) ? 0 : 1
  }

  private mutating func makeWithCarer() {
    let elder = birth(age: age(78, 95))
    if draw.happens(500_000) {
      _ = couple(wife: elder)
    } else {
      let place = add(birth: elder, sex: .female, joined: frame.from)
      endedMarriage(of: place, byDeath: true)
    }
    let years = age(45, 61)
    let carer = addStranger(
      birth: birth(age: years), sex: .female, joined: frame.anchor - Int32(draw.number(60...1_500)),
      floating: 800_000)
    persons[carer].traits.insert(.carer)
  }

  private mutating func makeShared() {
    let count =
      form == .groupRental
      ? draw.number(12...25) : frame.plant == .coTenants ? draw.number(3...5) : draw.number(2...4)
    for _ in 0..<count {
      let birth = birth(age: age(19.5, 44))
      var joined = frame.from
      if persons.count > 0, draw.happens(450_000) {
        joined += Int32(draw.below(max(Int(frame.anchor - frame.from), 1)))
      }
      _ = addStranger(
        birth: birth, sex: draw.happens(545_000) ? .male : .female,
        joined: max(joined, birth + 18 * 366), floating: frame.plant == nil ? 700_000 : 900_000)
    }
  }

  private mutating func makeSiblings() {
    let years = age(21, 33)
    let surname = Surnames.draw(&draw)
    for step in 0..<(draw.happens(100_000) ? 3 : 2) {
      let birth = birth(age: years - Double(step) * age(0.9, 2.2) + (step > 0 ? 0 : 1))
      let place = add(
        birth: birth, sex: draw.happens(520_000) ? .male : .female, joined: birth + 17 * 366)
      persons[place].name.surname = surname
    }
  }
}
