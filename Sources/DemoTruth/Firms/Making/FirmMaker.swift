/// Makes the firms: slots at premises, and at each slot one firm after the other.
struct FirmMaker {
  /// Entities on 2026-06-30 for a district of 400,000: about 150 per 1,000 residents, as in
  /// Zhejiang (10.4 million entities and 66.3 million residents at the end of 2023).
  static let openFirms = 60_000
  /// The share of slots that are taken on 2026-06-30: some open later, some are empty for a while.
  private static let occupancy = 0.90

  let places: FirmPlaces
  let seed: UInt64
  let open: Int
  private(set) var firms: [Firm] = []
  private(set) var brands: [Brand] = []
  /// Where public bodies are in ``firms``.
  private(set) var publicBodies = 0..<0
  /// What is beside the firms of doors; the last of ``firms``, in this order.
  var bodies: [Body] = []
  let offices: OfficePlan
  private var brandsOfTrade: [[Int]] = []
  private let slotStream: UInt64
  private let personStream: UInt64

  init(seed: UInt64, places: FirmPlaces, open: Int) {
    (self.seed, self.places, self.open) = (seed, places, open)
    offices = OfficePlan(places)
    slotStream = Draw.stream(seed, "firm.slot")
    personStream = Draw.stream(seed, "firm.person")
    firms.reserveCapacity(open * 2)
    makeBrands()
    let first = firms.count
    makePublicBodies()
    publicBodies = first..<firms.count
    makeSlots()
    makeBodies()
  }

  // MARK: Brands

  /// Brands with branches: some with a head office here, some with one elsewhere.
  private mutating func makeBrands() {
    let offices = places.premises.indices.filter { places.premises[$0].kind == .office }
    let stream = Draw.stream(seed, "firm.brand")
    for (place, trade) in Trade.all.enumerated() {
      var mine: [Int] = []
      let large = trade.forms == "b"
      let local = large ? max(2, open / 8_000) : 1
      for number in 0..<(trade.forms == "p" || trade.forms == "l" ? 0 : local * 2) {
        var draw = Draw(stream, place * 64 + number)
        mine.append(brands.count)
        // A small district has heads of a part of the trades only.
        let isHere =
          number % 2 == 1 && !offices.isEmpty && (large || draw.below(Self.openFirms) < open)
        brands.append(Brand(trade: UInt8(place), head: isHere ? Int32(firms.count) : -1))
        guard isHere else { continue }
        // Heads of chains are old and last: half of them for 40 years (assumption).
        let from = TruthCalendar.firstOrdinal - Int32(draw.below(7_000)) + 1_000
        let staff = Int32(draw.logUniform(10, 300))
        let capital = Int32(draw.below(40) + 5) * 1_000
        let office = offices[draw.below(offices.count)]
        var head = Firm(
          premises: Int32(office), from: max(from, standing(office)), to: Firm.open,
          trade: UInt8(place), form: draw.happens(60_000) ? .jointStock : .limited, ending: .none,
          succession: .first, isDormant: false, staff: staff, capital: capital,
          representative: representative(&draw, max(from, standing(office)), isCompany: true),
          brand: Int16(brands.count - 1),
          head: -1, predecessor: -1)
        close(&head, after: draw.duration(halfLife: 40 * 365.25), &draw)
        if head.to >= TruthCalendar.firstOrdinal {
          firms.append(head)
        } else {
          brands[brands.count - 1].head = -1
        }
      }
      brandsOfTrade.append(mine)
    }
  }

  // MARK: Slots

  private mutating func makeSlots() {
    let slots = SlotPlan(
      premises: places.premises, wanted: Double(open - firms.count) / Self.occupancy)
    for (index, count) in slots.counts.enumerated() where count > 0 {
      for slot in 0..<Int(count) { makeChain(premises: index, slot: slot) }
    }
  }

  /// The firms of one slot, from the first to the last day of the truth.
  private mutating func makeChain(premises index: Int, slot: Int) {
    let premises = places.premises[index]
    let group = SlotPlan.group(premises.kind)
    var draw = Draw(slotStream, index << 12 | slot)
    var last = -1
    var day: Int32
    // 48 % of the slots were taken when the truth begins: the country had 87.05 million entities
    // at the end of 2016 and 184 million at the end of 2023. The others come up evenly.
    // Where the building is finished within the truth, the first firm follows within half a year.
    let standing = standing(index)
    let isOld = draw.happens(480_000) && standing < TruthCalendar.firstOrdinal
    day =
      isOld
      ? TruthCalendar.firstOrdinal
      : TruthCalendar.firstOrdinal
        + Int32(draw.below(Int(TruthCalendar.lastOrdinal - TruthCalendar.firstOrdinal)))
    if day < standing { day = standing + Int32(draw.below(180)) }
    while day <= TruthCalendar.lastOrdinal {
      var trade = Trade.groups[group].draw(&draw)
      var succession = last < 0 ? Firm.Succession.first : .door
      var form = FormPlan.draw(group: group, trade: Trade.all[trade], &draw)
      var person: Int32?
      if last >= 0 {
        let before = firms[last]
        // 3 % of sole traders that end go on as a company; 30 % of doors keep their trade
        // (assumptions).
        if before.form == .soleTrader, before.ending == .deregistered, draw.happens(30_000) {
          (trade, succession, form) = (Int(before.trade), .conversion, .onePerson)
          (person, day) = (before.representative, before.to + 1 + Int32(draw.below(20)))
        } else if draw.happens(300_000) {
          (trade, succession) = (Int(before.trade), .takeover)
          form = FormPlan.draw(group: group, trade: Trade.all[trade], &draw)
        }
      }
      guard day <= TruthCalendar.lastOrdinal else { break }
      var firm = Firm(
        premises: Int32(index), from: day, to: Firm.open, trade: UInt8(trade), form: form,
        ending: .none, succession: succession, isDormant: false, staff: 0, capital: 0,
        representative: person ?? -1, brand: -1, head: -1, predecessor: Int32(last))
      let halfLife = FormPlan.halfLife(form) * Double(Trade.all[trade].life) / 100 * 365.25
      let rest = draw.duration(halfLife: halfLife)
      // Lives that end at a constant rate: the age of who is there already does not change the
      // rest of it. Nobody is from before 1984, and few from the nineties.
      if isOld, last < 0 {
        let age = min(draw.duration(halfLife: halfLife * 0.6), 32 * 365)
        firm.from = max(TruthCalendar.firstOrdinal - 1 - Int32(age), standing)
        close(&firm, on: Double(TruthCalendar.firstOrdinal) + rest, &draw)
      } else {
        close(&firm, after: rest, &draw)
      }
      if person == nil {
        firm.representative = representative(&draw, firm.from, isCompany: form != .soleTrader)
      }
      if form == .branch { join(&firm, &draw) }
      FormPlan.size(&firm, area: Int(premises.area), &draw)
      last = firms.count
      firms.append(firm)
      guard firm.to < TruthCalendar.lastOrdinal else { break }
      day = firm.to + 1 + Int32(draw.duration(halfLife: group < 2 ? 90 : 150))
    }
  }

  /// Gives a branch a brand of its trade, with a head office that is open; where that closes, the
  /// branch is closed within 300 days.
  private mutating func join(_ firm: inout Firm, _ draw: inout Draw) {
    let mine = brandsOfTrade[Int(firm.trade)]
    guard !mine.isEmpty else { return }
    // The larger the brand the earlier in the list: about half of what is left goes to each.
    var place = 0
    while place < mine.count - 1, draw.happens(600_000) { place += 1 }
    firm.brand = Int16(mine[place])
    let head = brands[mine[place]].head
    guard head >= 0 else { return }
    let office = firms[Int(head)]
    guard office.isOpen(on: firm.from) else {
      firm.brand = Int16(mine[0])
      return
    }
    firm.head = head
    if office.to < firm.to, office.to < TruthCalendar.lastOrdinal {
      let end = min(firm.to, office.to + 1 + Int32(draw.below(300)))
      guard end < TruthCalendar.lastOrdinal else { return }
      (firm.to, firm.ending) = (end, .deregistered)
    }
  }

  // MARK: Ends and people

  private func close(_ firm: inout Firm, after days: Double, _ draw: inout Draw) {
    close(&firm, on: Double(firm.from) + 1 + days, &draw)
  }

  /// Ends a firm on a day, if that is within the truth.
  ///
  /// Of those that end about one in eight has its licence revoked and one in fifty moves away
  /// (assumptions).
  private func close(_ firm: inout Firm, on day: Double, _ draw: inout Draw) {
    let kind = draw.below(100)
    guard day < Double(TruthCalendar.lastOrdinal) else { return }
    firm.to = Int32(day)
    firm.ending = kind < 12 ? .revoked : kind < 14 ? .movedAway : .deregistered
  }

  /// Who answers for it.
  ///
  /// A fifth of companies belong to people who have several: one of a pool of a fortieth as many
  /// as there are firms. The others are residents; of companies a sixth, of sole traders a tenth
  /// have someone who lives elsewhere (assumptions).
  private func representative(_ draw: inout Draw, _ day: Int32, isCompany: Bool) -> Int32 {
    let part = draw.below(100)
    if isCompany, part < 20 {
      var person = Draw(personStream, draw.below(max(open / 40, 1)))
      return places.adult(&person, day)
    }
    if part >= (isCompany ? 84 : 90) {
      var elsewhere = draw
      return places.outsider(&elsewhere, day)
    }
    return places.adult(&draw, day)
  }

  mutating func append(_ firm: Firm) { firms.append(firm) }

  /// Who answers for a public body: from 30 to 47 years old when the truth begins to tell of it, so
  /// that nobody is retired before it ends.
  func publicRepresentative(_ draw: inout Draw, _ day: Int32, _ form: LegalForm) -> Int32 {
    form.isMarketEntity ? representative(&draw, day, isCompany: false) : places.head(&draw, day)
  }

  /// The day from which premises are there: that on which their building is finished.
  private func standing(_ premises: Int) -> Int32 {
    places.built(places.premises[premises].building)
  }
}
