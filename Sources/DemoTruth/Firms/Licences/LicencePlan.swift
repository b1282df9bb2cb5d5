/// Which licences the firms of a trade need, and how many of them have each.
enum LicencePlan {
  /// Licences that a trade has beside the letters of its row: of how many percent, from so many people on.
  ///
  /// Printers, engravers, dealers in used telephones and garages file with the police (regulation on the trades
  /// under special control); hospitals, laundries and petrol stations discharge; garages have used oil and
  /// batteries; large works have canteens. The shares are assumptions.
  private static let others: [(code: String, kind: LicenceKind, share: Int, staff: Int32)] = [
    ("2231", .hotel, 30, 1), ("7294", .hotel, 7, 1), ("5274", .hotel, 4, 1), ("8111", .hotel, 6, 1),
    ("8411", .pollution, 100, 1), ("8030", .pollution, 10, 4), ("5265", .pollution, 100, 1),
    ("8111", .hazardousWaste, 12, 3), ("8411", .hazardousWaste, 100, 1),
    ("7820", .hazardousWaste, 10, 5), ("5212", .publicHealth, 60, 10),
    ("5211", .publicHealth, 60, 10),
  ]
  /// Where less or more of a trade than of others with its letter have it, in percent (assumptions): petrol
  /// stations all, works and dealers that use or sell what is dangerous; of places that teach after school two
  /// in five.
  private static let shares: [(code: String, kind: LicenceKind, share: Int)] = [
    ("5265", .chemicals, 100), ("4511", .chemicals, 45), ("5169", .chemicals, 8),
    ("3360", .chemicals, 9), ("2641", .chemicals, 25), ("8391", .privateSchool, 40),
    ("8392", .privateSchool, 40), ("8393", .privateSchool, 40),
  ]
  /// Licences for a place where something is sold or done, which the head office of a chain is not.
  private static let ofPlaces: Set<LicenceKind> = [
    .fuel, .hotel, .publicHealth, .catering, .fireCheck, .drugs, .devices, .entertainment,
    .internet,
    .repair, .medical, .privateSchool, .pollution, .hazardousWaste, .tobacco, .chemicals,
  ]
  /// From so many people on works have a canteen of their own (assumption).
  private static let canteen: Int32 = 60

  private typealias Need = (place: Int, kind: LicenceKind, share: Int, staff: Int32)

  private static let needs: [[Need]] = Trade.all.map { trade in
    var needs: [Need] = []
    for (place, letter) in trade.licences.enumerated() {
      guard let kind = LicenceKind(rawValue: letter) else { continue }
      let own = shares.first { $0.code == trade.code && $0.kind == kind }
      needs.append((place, kind, own?.share ?? kind.share, 0))
    }
    for other in others where other.code == trade.code {
      needs.append((8 + needs.count, other.kind, other.share, other.staff))
    }
    if trade.section == "C" { needs.append((15, .canteen, 70, canteen)) }
    return needs
  }

  /// Each licence that a firm should have: a number of its own among those of the firm, its kind, and of how
  /// many percent.
  ///
  /// - Parameter isSmall: whether the district is a small part of one; it may have no other petrol station
  ///   than the seat of a chain.
  static func forEach(of firm: Firm, isSmall: Bool, _ body: (Int, LicenceKind, Int) -> Void) {
    guard !firm.isDormant else { return }
    let isHead = firm.brand >= 0 && firm.form != .branch
    for need in needs[Int(firm.trade)] where firm.staff >= need.staff {
      let isStation = need.kind == .fuel || need.kind == .chemicals
      if isHead, ofPlaces.contains(need.kind), !(isSmall && isStation) { continue }
      // Public schools and kindergartens need no licence of a private one.
      if need.kind == .privateSchool, firm.form == .institution { continue }
      body(need.place, need.kind, need.share)
    }
  }
}
