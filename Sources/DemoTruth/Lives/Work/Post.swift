/// An office of trust of a person in a community, beside a job or instead of one.
package struct Post: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// 网格长, 副网格长 and 网格员 of a grid.
    case gridLeader
    case gridDeputy
    case gridWorker
    /// 人民调解员 of a community or of a firm.
    case mediator
    /// 公益性岗位, which the employment office subsidises.
    case welfare

    /// Whether it is in the list of those who work in grids.
    package var isOfGrid: Bool { rawValue <= Self.gridWorker.rawValue }
  }

  package var person: Int32
  /// The place in `firms`: the committee, or the firm that has mediators of its own; -1 for none.
  package var employer: Int32
  /// The grid that it answers for.
  package var grid: Int32
  package var from: Int32
  /// The day after the last one, or `Person.open`.
  package var to: Int32
  package var kind: Kind
  /// Whether it is the person's work; else there is a job beside it, or a pension.
  package var isFullTime: Bool

  /// Whether it is held on a day.
  package func holds(on day: Int32) -> Bool { from <= day && day < to }
}
