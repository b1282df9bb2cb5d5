/// A firm, a shop or another organisation: one registration, with its place and its days.
///
/// Names, numbers, licences and what happened to it are not kept; ``Firms`` makes them on demand
/// from its place in the list.
package struct Firm: Sendable {
  /// The last day of a firm that is still open when the truth ends.
  package static let open = Int32.max

  /// The place of its premises in `homes.premises`.
  package var premises: Int32
  /// The day it was founded: 成立日期.
  package var from: Int32
  /// The last day it was registered, or ``open``.
  package var to: Int32
  /// The place of its trade in ``Trade/all``.
  package var trade: UInt8
  package var form: LegalForm
  package var ending: Ending
  package var succession: Succession
  /// Whether it is registered and does not trade: no staff of its own.
  package var isDormant: Bool
  /// Staff: 从业人员.
  package var staff: Int32
  /// Registered capital in thousands of yuan; 0 for public bodies.
  package var capital: Int32
  /// The person who answers for it (法定代表人, 经营者, 负责人): a place in `people`; -1 for one
  /// who lives elsewhere.
  package var representative: Int32
  /// The place of its brand in `firms.brands`, or -1.
  package var brand: Int16
  /// For a branch its head office in `firms`; -1 where that lies elsewhere, or for no branch.
  package var head: Int32
  /// The firm that was at the same door before, in `firms`; -1 for the first one.
  package var predecessor: Int32

  /// Whether it is registered on a day.
  package func isOpen(on day: Int32) -> Bool { from <= day && day <= to }

  /// How a firm came to where another one was.
  package enum Succession: UInt8, Sendable {
    /// The first at its door.
    case first
    /// Another trade at the same door, under a new code.
    case door
    /// The same trade by another owner, under a new code: a restaurant that was taken over.
    case takeover
    /// 个转企: the sole trader became a company of the same person, under a new code.
    case conversion
  }

  /// How a registration ended; the codes of `enterprise-status.csv`.
  package enum Ending: UInt8, Sendable {
    case none = 1
    /// 吊销，未注销.
    case revoked = 2
    /// 注销.
    case deregistered = 4
    /// 迁出.
    case movedAway = 6
  }
}
/// A chain: its branches share its trade and its name.
package struct Brand: Sendable {
  /// The place of its trade in ``Trade/all``.
  package var trade: UInt8
  /// Its head office in `firms`; -1 where it lies elsewhere.
  package var head: Int32
}
