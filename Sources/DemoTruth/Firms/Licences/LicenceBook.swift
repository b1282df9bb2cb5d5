internal import Time

/// All licences that firms held from 2016-07 to 2027-06, in the order of the firms.
///
/// One that is renewed in time goes on under its number, as measure 78 of 2023, article 38, has it for food;
/// one that lapses is asked for anew and gets another. The place in ``entries`` is a licence's index for good.
package struct LicenceBook: Sendable {
  package struct Entry: Sendable {
    /// The firm's place in `firms.list`.
    package var firm: Int32
    /// The first day of its first term that reaches into the truth.
    package var from: Int32
    /// The last day of its last term on paper; ``Firm/open`` for one without an end.
    package var to: Int32
    /// The place among all of its kind by the day of the first term, from 1.
    package var serial: Int32 = 0
    /// The place among those of its kind and year, from 1.
    package var serialOfYear: Int32 = 0
    package var kind: LicenceKind

    /// Whether it holds on a day.
    package func holds(on day: Int32) -> Bool { from <= day && day <= to }

    /// The term that holds on a day; before the first and after the last one that one.
    package func term(on day: Int32) -> (from: Int32, to: Int32) {
      guard to != Firm.open else { return (from, to) }
      let (first, now) = (Day(ordinal: Int(from)), Day(ordinal: Int(min(max(day, from), to))))
      let years = kind.years
      var turn = (now.year - first.year) / years
      if Self.start(first, turn * years) > Int32(now.ordinal) { turn -= 1 }
      return (Self.start(first, turn * years), Self.start(first, (turn + 1) * years) - 1)
    }

    private static func start(_ first: Day, _ years: Int) -> Int32 {
      Int32(Day.ordinal(year: first.year + years, month: first.month, day: first.day))
    }
  }

  package let entries: [Entry]
  let division: Division
  private let byFirm: SpanIndex

  init(_ firms: [Firm], seed: UInt64, division: Division = .first) {
    self.division = division
    let stream = Draw.stream(seed, "firm.licence")
    var entries: [Entry] = []
    entries.reserveCapacity(firms.count)
    for (index, firm) in firms.enumerated() {
      LicencePlan.forEach(of: firm, isSmall: firms.count < 12_000) { place, kind, share in
        var draw = Draw(stream, index * 16 + place)
        guard draw.below(100) < share else { return }
        Self.make(kind, of: firm, index, &draw, &entries)
      }
    }
    Self.count(&entries)
    byFirm = SpanIndex(count: firms.count, things: entries.count) { entries[$0].firm }
    self.entries = entries
  }

  /// The places of a firm's licences.
  package subscript(firm: Int) -> Range<Int> { byFirm[firm] }

  /// Those of one kind: given some weeks after the founding, renewed for as long as the firm is open.
  ///
  /// 1 % of those that end are given up, 3 % are asked for again three weeks to seven months late
  /// (assumptions).
  private static func make(
    _ kind: LicenceKind, of firm: Firm, _ index: Int, _ draw: inout Draw, _ entries: inout [Entry]
  ) {
    let end = min(firm.to, TruthCalendar.lastOrdinal)
    var from = WorkDays.next(firm.from + 7 + Int32(draw.below(50)))
    var first = from
    while from <= end {
      guard kind.years > 0 else {
        entries.append(Entry(firm: Int32(index), from: from, to: Firm.open, kind: kind))
        return
      }
      let day = Day(ordinal: Int(from))
      let to =
        Int32(Day.ordinal(year: day.year + kind.years, month: day.month, day: day.day)) - 1
      let chance = draw.below(100)
      let gap = Int32(20 + draw.below(200))
      if to < TruthCalendar.firstOrdinal { first = to + 1 }
      if to >= TruthCalendar.firstOrdinal, chance < 4 || to >= end {
        entries.append(Entry(firm: Int32(index), from: first, to: to, kind: kind))
        if chance < 1 || to >= end { return }
        from = WorkDays.next(to + 1 + gap)
        first = from
      } else {
        from = to + 1
      }
    }
  }

  /// Numbers them as the counters of the offices did, by kind and day.
  private static func count(_ entries: inout [Entry]) {
    var serials: [LicenceKind: Int32] = [:]
    var years: [LicenceKind: (year: Int, count: Int32)] = [:]
    let order = entries.indices.sorted { (entries[$0].from, $0) < (entries[$1].from, $1) }
    for place in order {
      let entry = entries[place]
      serials[entry.kind, default: 0] += 1
      entries[place].serial = serials[entry.kind] ?? 0
      let year = Day(ordinal: Int(entry.from)).year
      let before = years[entry.kind]
      let count = before?.year == year ? (before?.count ?? 0) + 1 : 1
      years[entry.kind] = (year, count)
      entries[place].serialOfYear = count
    }
  }
}
