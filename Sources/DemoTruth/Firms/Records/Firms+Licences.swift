import Time

/// A licence of a firm: a dated fact.
package struct Licence: Sendable {
  /// The firm's place in `firms.list`.
  package var firm: Int
  package var kind: LicenceKind
  package var number: String
  /// Signed on, and the last day that it holds; ``Firm/open`` for one without an end.
  package var from: Int32
  package var to: Int32

  /// Whether it holds on a day.
  package func holds(on day: Int32) -> Bool { from <= day && day <= to }
}

extension Firms {
  /// The licences that a firm had, one after the other for each kind: given some weeks after it
  /// was founded, renewed as long as it is open.
  ///
  /// 3 % never asked for one that they need, and 4 % of renewals come late or not at all
  /// (assumptions).
  package func licences(of index: Int) -> [Licence] {
    let firm = list[index]
    let trade = Trade.all[Int(firm.trade)]
    guard !trade.licences.isEmpty, !firm.isDormant else { return [] }
    let stream = Draw.stream(seed, "firm.licence")
    var facts: [Licence] = []
    for (place, letter) in trade.licences.enumerated() {
      guard let kind = LicenceKind(rawValue: letter) else { continue }
      // Public schools and hospitals need no licence of a private school.
      if kind == .privateSchool, firm.form == .institution { continue }
      var draw = Draw(stream, index * 8 + place)
      guard draw.below(100) < kind.share else { continue }
      var from = firm.from + 7 + Int32(draw.below(50))
      let serial = index * 4 % 1_000_000 + place
      let code = self.code(of: index)
      while from <= min(firm.to, TruthCalendar.lastOrdinal) {
        var to = Firm.open
        if kind.years > 0 {
          let day = Day(ordinal: Int(from))
          to = Int32(Day.ordinal(year: day.year + kind.years, month: day.month, day: day.day)) - 1
        }
        let year = Day(ordinal: Int(from)).year
        let number = kind.number(serial: serial, code: code, year: year)
        if to >= TruthCalendar.firstOrdinal {
          facts.append(Licence(firm: index, kind: kind, number: number, from: from, to: to))
        }
        guard to < TruthCalendar.lastOrdinal else { break }
        let chance = draw.below(100)
        if chance < 1 { break }
        from = to + 1 + (chance < 4 ? Int32(20 + draw.below(200)) : 0)
      }
    }
    return facts
  }

  /// A licence of a kind that holds on a day.
  package func licence(_ kind: LicenceKind, of index: Int, on day: Int32) -> Licence? {
    guard trade(of: index).licences.contains(kind.rawValue) else { return nil }
    return licences(of: index).last { $0.kind == kind && $0.holds(on: day) }
  }
}
