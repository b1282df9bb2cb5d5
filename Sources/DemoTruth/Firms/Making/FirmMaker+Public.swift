extension FirmMaker {
  /// Schools, hospitals, offices, committees, halls and works: one at each of their premises, for
  /// the whole time of the truth.
  mutating func makePublicBodies() {
    let stream = Draw.stream(seed, "firm.public")
    // Shops fitted for it, by community: the first is a station of a health centre, the second a day centre
    // of the aged, and the others are empty.
    var fitted: [Int32: Int] = [:]
    var hospitals = 0
    // Where there is a petrol station already: a block has one, whatever else stands in it.
    var withPetrol: Set<Int32> = []
    for (index, premises) in places.premises.enumerated() {
      var draw = Draw(stream, index)
      let isSeat =
        places.seats.isEmpty ? premises.area < 1_500 : places.seats.contains(Int32(index))
      guard
        var (trade, form) = Self.body(
          premises, places.kind(premises.building), office: offices.body(at: index), isSeat: isSeat,
          &draw)
      else { continue }
      let block = places.blockIndex(premises.building)
      if trade == "5265", block >= 0, !withPetrol.insert(block).inserted {
        (trade, form) = draw.below(100) < 45 ? ("4420", .stateOwned) : ("4511", .limited)
      }
      if trade == "8411" {
        // 人民医院, 中医医院, 妇幼保健院 are the district's own.
        hospitals += 1
        if hospitals <= 3 { form = .institution }
      }
      if premises.kind == .health, premises.area < 3_000, form == Self.fitted.form,
        trade == Self.fitted.trade
      {
        let community = places.communityIndex(premises.building)
        fitted[community, default: 0] += 1
        switch fitted[community] ?? 0 {
        case 1: break
        case 2: (trade, form) = ("8514", .nonProfit)
        default: if community >= 0 { continue }
        }
      }
      let area = Double(premises.area)
      // Square metres for each member of staff: schools 120, hospitals 50, offices 35 (assumption).
      let room = premises.kind == .school ? 120.0 : premises.kind == .health ? 50 : 35
      let staff = Int32(max(3, min(area / room, 1_800)))
      // The oldest are of the fifties, private ones of 1999 (regulation 251 of 1998); one in eight was founded while the truth runs, schools four
      // years ago at the latest so that all their classes have pupils.
      let isNew = draw.happens(125_000) && trade != "9610"
      let latest = TruthCalendar.todayOrdinal - (premises.kind == .school ? 4 * 366 : 0)
      let drawn =
        isNew
        ? TruthCalendar.firstOrdinal
          + Int32(draw.below(Int(latest - TruthCalendar.firstOrdinal)))
        : TruthCalendar.firstOrdinal - 100 - Int32(draw.below(form == .nonProfit ? 6_200 : 21_000))
      let from = max(drawn, places.built(premises.building))
      append(
        Firm(
          premises: Int32(index), from: from, to: Firm.open, trade: UInt8(Trade.place(trade)),
          form: form, ending: .none, succession: .first, isDormant: false, staff: staff,
          capital: form == .nonProfit
            ? [100, 300, 500, 1_000][index % 4]
            : form == .limited || form == .stateOwned ? 50_000 : 0,
          representative: publicRepresentative(&draw, from, form), brand: -1, head: -1,
          predecessor: -1))
    }
  }

  private static let fitted: (trade: String, form: LegalForm) = ("8421", .institution)

  /// The class of a school by its floor area in square metres: set so that primary, junior and senior
  /// schools have about the room that 6, 3 and 3 years of pupils need (建标 109-2002: 6 to 11 m2 each).
  private static func school(_ area: Int, _ draw: inout Draw) -> String {
    let part = draw.below(100)
    switch area {
    case ..<5_000: return "8321"
    case ..<12_000: return part < 62 ? "8321" : "8331"
    default: return part < 45 ? "8331" : "8334"
    }
  }

  /// What a public place holds, by its kind and size.
  ///
  /// A kindergarten has less than 6,000 m2, a primary school less than 14,000; about half of
  /// kindergartens are private (ministry of education, 2023: 54 %), of other schools one in
  /// twenty.
  private static func body(
    _ premises: Premises, _ kind: Building.Kind?, office: (trade: String, form: LegalForm)?,
    isSeat: Bool, _ draw: inout Draw
  ) -> (trade: String, form: LegalForm)? {
    let part = draw.below(100)
    switch kind {
    case .kindergarten? where premises.kind == .school:
      return ("8310", part < 54 ? .nonProfit : .institution)
    case .school? where premises.kind == .school:
      return (Self.school(Int(premises.area), &draw), part < 6 ? .nonProfit : .institution)
    case .careHome? where premises.kind == .health:
      return ("8514", part < 60 ? .nonProfit : .institution)
    default: break
    }
    switch (premises.kind, Int(premises.area)) {
    case (.school, ..<6_000): return ("8310", part < 54 ? .nonProfit : .institution)
    case (.school, ..<14_000): return ("8321", part < 5 ? .nonProfit : .institution)
    case (.school, ..<26_000): return ("8331", part < 8 ? .nonProfit : .institution)
    case (.school, _): return ("8334", part < 8 ? .nonProfit : .institution)
    case (.health, 15_000...): return ("8411", part < 30 ? .nonProfit : .institution)
    case (.health, 3_000...): return part < 45 ? ("8514", .nonProfit) : ("8421", .institution)
    case (.health, _): return fitted
    case (.government, _) where isSeat: return ("9610", .committee)
    case (.government, _): return office
    case (.culture, _):
      if part < 30 { return ("9542", .religious) }
      return part < 60 ? ("8831", .institution) : ("7861", .institution)
    case (.utility, _):
      if part < 55 { return ("5265", .limited) }
      return part < 75
        ? ("4420", .stateOwned) : part < 88 ? ("4511", .limited) : ("4610", .stateOwned)
    default: return nil
    }
  }
}
