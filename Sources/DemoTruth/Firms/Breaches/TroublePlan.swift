/// When a firm gave up trading without telling anybody: what comes after it follows from that.
///
/// All that lose their licence did, eight to thirty months before; 6 % of those that deregister left a few
/// months before; of firms that are registered and do nothing 5 % are not to be found any more; of those that
/// move to another district one in five was looked for in vain (assumptions).
struct TroublePlan {
  /// The last day of trading; nil for a firm in order.
  let quit: Int32?
  var draw: Draw

  init(_ firm: Firm, index: Int, stream: UInt64) {
    draw = Draw(stream, index)
    let part = draw.below(100)
    let lead = Int32(draw.below(600))
    let first = max(firm.from + 60, TruthCalendar.firstOrdinal - 700)
    let day: Int32?
    switch firm.ending {
    case .revoked: day = firm.to - 240 - lead
    case .deregistered where part < 6: day = firm.to - 150 - lead / 2
    case .movedAway where part < 20: day = firm.to - 20
    case .none where firm.isDormant && part < 5:
      let room = Int(TruthCalendar.lastOrdinal - first)
      day = room > 0 ? first + Int32(draw.below(room)) : nil
    default: day = nil
    }
    quit = day.map { max(first, $0) }.flatMap { $0 < firm.to ? $0 : nil }
  }
}
