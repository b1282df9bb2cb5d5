/// How many firms can be at each premises at one time, so that the district has as many as it
/// should: shops and halls 70 %, offices 22 %, production, storage and farms 8 %.
struct SlotPlan {
  private(set) var counts: [UInt16]

  /// - Parameter wanted: slots for the whole district.
  init(premises: [Premises], wanted: Double) {
    counts = Array(repeating: 0, count: premises.count)
    // What one group has no room for goes to the next.
    var rest = 0.0
    for (groups, share) in [([3, 4], 0.08), ([0, 1], 0.70), ([2], 0.22)] {
      rest += wanted * share
      let mine = premises.indices.filter { groups.contains(Self.group(premises[$0].kind)) }
      rest -= fill(mine, premises, rest)
    }
    if rest > 1 {
      let shops = premises.indices.filter { premises[$0].kind == .shop }
      _ = fill(shops, premises, rest + shops.reduce(0) { $0 + Double(counts[$1]) })
    }
  }

  /// Shares slots out over premises by their weights, up to what each can hold.
  private mutating func fill(_ mine: [Int], _ premises: [Premises], _ wanted: Double) -> Double {
    var scale = 1.0
    var given = 0.0
    for _ in 0..<6 {
      var carry = 0.5
      given = 0
      for index in mine {
        let ideal = min(Self.weight(premises[index]) * scale, Double(Self.limit(premises[index])))
        carry += ideal
        let whole = carry.rounded(.down)
        counts[index] = UInt16(min(whole, 4_000))
        carry -= whole
        given += whole
      }
      guard given > 0, abs(given - wanted) > wanted / 500 else { break }
      scale *= wanted / given
    }
    return given
  }

  /// The column of ``Trade/groups`` of a kind of premises; -1 for those that have one body each.
  static func group(_ kind: Premises.Kind) -> Int {
    switch kind {
    case .shop: 0
    case .hall: 1
    case .office: 2
    case .workshop, .storage: 3
    case .farm: 4
    case .school, .health, .government, .culture, .utility, .site: -1
    }
  }

  private static func weight(_ premises: Premises) -> Double {
    let area = Double(premises.area)
    return switch premises.kind {
    case .shop: area < 150 ? 1 : 1.4
    case .hall: max(1, area / 45)
    case .office: max(1, area / 50)
    case .workshop: max(1, area / 700)
    case .storage: max(0.7, area / 1_500)
    case .farm: 1
    default: 0
    }
  }

  /// The most that there can be at one time: a shop door has up to 3 registrations, a stall 15 m2,
  /// an office 12 m2 (shared offices), a workshop 250 m2.
  static func limit(_ premises: Premises) -> Int {
    let area = Int(premises.area)
    return switch premises.kind {
    case .shop: 3
    case .hall: 1 + area / 15
    case .office: 2 + area / 12
    case .workshop, .storage: 1 + area / 250
    case .farm: 2
    default: 1
    }
  }
}
