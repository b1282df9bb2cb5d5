/// Something that was reported, found or brought before an office: a moment, a place, a matter.
///
/// Texts and the steps of its handling are made on demand by ``Events``.
package struct Event: Sendable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// 12345热线工单: what citizens report by telephone, app and web.
    case report
    /// 数字城管案件: what collectors of the city management find.
    case cityCase
    /// 环境信访.
    case environment
    /// 安全隐患台账.
    case hazard
    /// 火灾隐患督改.
    case fireHazard
    /// 人民调解案件 and 矛盾纠纷.
    case dispute
    /// 信访件.
    case petition
    /// 劳动监察、欠薪案件.
    case labour
    /// 人民调解: a hearing before a committee; seven of ten of a dispute that was recorded before, which is
    /// its incident.
    case mediation
    /// 重特大案（事）件: fires, collapses, accidents and floods that are reported upwards.
    case major
  }

  package var kind: Kind
  /// The place of its matter in ``Matter/all``.
  package var matter: UInt8
  package var channel: Channel
  /// The planted hot spot that it belongs to; -1 for none.
  package var hotSpot: Int8
  /// Minutes since 1970 by the clock of the place.
  package var minute: Int32
  /// In metres, as `EventPlaces` has them.
  package var x: Float
  package var y: Float
  /// The building or the road it is at; -1 for the other one.
  package var building: Int32
  package var road: Int32
  /// Who reports or asks, a place in `people`; -1 for nobody named.
  package var person: Int32
  /// Who it is about, a place in `firms.list`; -1 for nobody.
  package var firm: Int32
  /// The event that the same person reported before; -1 for the first time.
  package var repeatOf: Int32
  /// The first report of the same incident; its own place where there is no other.
  ///
  /// Of a complaint about the environment the call to the hotline that was passed on.
  package var incident: Int32
  /// Its draws, which do not depend on what else there is.
  package var key: Int32

  /// The day by its ordinal, and the minute of that day.
  package var day: Int32 { minute / 1_440 }
  package var minuteOfDay: Int { Int(minute % 1_440) }

  /// How it came in; the codes of `request-channel.csv`, and for cases who found it.
  package enum Channel: UInt8, Sendable, CaseIterable {
    case telephone = 1
    case weChat, web, app, gridWorker, mailbox
    case collector, video, leader, media
  }
}
