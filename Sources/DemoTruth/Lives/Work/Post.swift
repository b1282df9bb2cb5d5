/// An office of trust of a person in a community, beside a job or instead of one.
package struct Post: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// 网格长 of a grid; 副网格长 of the largest, whom the commission's list leaves out; 信息采集员, whose work
    /// the grid is.
    case gridLeader
    case gridDeputy
    case gridWorker
    /// 人民调解员 of a community or of a firm.
    case mediator
    /// 公益性岗位, which the employment office subsidises.
    case welfare
    /// 政策宣传员, 帮扶服务员 and 矛盾调解员 of a grid: with leader and information officer 一长四员.
    case policyOfficer
    case helpOfficer
    case mediationOfficer
    /// 网格员 of a professional grid, two of them each (一格两员).
    case professionalWorker

    /// Those of a grid that one is to have each, as the list of those who work in grids has them.
    package static let ofGrid: [Kind] = [
      .gridLeader, .policyOfficer, .gridWorker, .helpOfficer, .mediationOfficer,
    ]

    /// Whether it is in the list of those who work in grids.
    package var isOfGrid: Bool { self == .professionalWorker || Self.ofGrid.contains(self) }
  }

  package var person: Int32
  /// The place in `firms`: the committee, or the firm that has mediators of its own; -1 for none.
  package var employer: Int32
  /// The grid that it answers for; of a post in a professional grid the one at its heart.
  package var grid: Int32
  package var from: Int32
  /// The day after the last one, or `Person.open`.
  package var to: Int32
  package var kind: Kind
  /// Whether it is the person's work; else there is a job beside it, or a pension.
  package var isFullTime: Bool
  /// The professional grid that it answers for, a place in `ground.professional.units`; -1 for none.
  package var unit: Int32 = -1

  /// Whether it is held on a day.
  package func holds(on day: Int32) -> Bool { from <= day && day < to }
}
