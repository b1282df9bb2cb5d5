extension Firms {
  /// The person who answers for a firm on a day (法定代表人, 经营者, 负责人): a place in `people`, or -1.
  package func representative(of index: Int, on day: Int32) -> Int32 {
    guard let handover = handover(of: index), day < handover.day else {
      return list[index].representative
    }
    return handover.before
  }

  /// The day on which another person took over, and who it was before.
  ///
  /// Of companies that trade one in five changes its representative within the eleven years (assumption: 2 % a
  /// year); sole traders cannot.
  package func handover(of index: Int) -> (day: Int32, before: Int32)? {
    let firm = list[index]
    guard firm.form.isEnterprise, !firm.isDormant else { return nil }
    var draw = Draw(Draw.stream(seed, "firm.handover"), index)
    guard draw.below(100) < 20 else { return nil }
    let first = max(firm.from + 365, TruthCalendar.firstOrdinal)
    let last = min(firm.to, TruthCalendar.lastOrdinal) - 15
    guard first < last else { return nil }
    let day = WorkDays.next(first + Int32(draw.below(Int(last - first))))
    let before = places.adult(&draw, firm.from)
    return before >= 0 && before != firm.representative ? (day, before) : nil
  }
}

extension Firms {
  /// The pharmacist of a pharmacy (执业药师): the one who runs it in one of three, else one hired; -1 in one of
  /// five, which has none on some days (assumption).
  package func pharmacist(of index: Int) -> Int32 {
    var draw = Draw(Draw.stream(seed, "firm.pharmacist"), index)
    let part = draw.below(15)
    if part < 3 { return -1 }
    if part < 8, list[index].representative >= 0 { return list[index].representative }
    return places.adult(&draw, max(list[index].from, TruthCalendar.firstOrdinal))
  }
}
