/// An investment project: what a firm or an office asked to build or to change.
package struct Project: Sendable {
  /// What it is; the names and amounts of ``ProjectBook`` go by it.
  package enum What: UInt8, Sendable, CaseIterable {
    /// 住宅, 商业, 厂房, 学校 and others that stand on a plot of the ground.
    case housing, trade, works, school, office
    /// 扩建 or 改造 of a firm's own buildings.
    case enlargement
    /// 道路、管网; 老旧小区改造.
    case road, renewal
    /// 技术改造, 光伏, 充电: nothing is built that needs a permit to build.
    case equipment
    /// What only the environment's office knows of.
    case minor
  }

  package var what: What
  /// 项目法人单位, 建设单位: a place in `firms.list`.
  package var firm: Int32
  /// The day on which it was approved, verified or filed.
  package var approved: Int32
  /// The block on which it is, a place in `ground.blocks`.
  package var block: Int32
  /// The estate that is built or renewed, or the road; -1 for neither.
  package var object: Int32
  /// In ten thousand yuan.
  package var investment: Int32
  /// The place of its site in `sites`; -1 where it has none.
  package var site: Int32 = -1
  /// 环评: 0 none, 1 报告书, 2 报告表, 3 登记表, with its day.
  package var assessment: UInt8 = 0
  package var assessedOn: Int32 = 0
  /// Among those of its day and kind of office, from 1; makes its numbers.
  package var serial: Int32 = 0
  /// The years in which it is to begin and to be finished.
  package var startYear: Int16
  package var endYear: Int16

  /// Whether the platform of the development bureau has it.
  package var isOnPlatform: Bool { what != .minor }

  /// `project-kind.csv`: 1 审批 with public money, 2 核准, 3 备案.
  package func kind(isPublic: Bool) -> Int {
    if isPublic { return 1 }
    // Few need to be verified (核准目录 of 2016): plots with petrol, gas and power.
    return what == .equipment && investment % 17 == 0 ? 2 : 3
  }
}

/// A building site: who builds, who is the contractor, how long.
package struct BuildingSite: Sendable {
  package var project: Int32
  /// 施工单位 and 监理单位: places in `firms.list`.
  package var contractor: Int32
  package var supervisor: Int32
  /// Square metres; metres for roads.
  package var area: Int32
  /// The day of the permit to build, and the first day of work.
  package var permitted: Int32
  package var from: Int32
  package var plannedTo: Int32
  /// The day on which it was finished.
  package var finished: Int32
  /// The days between which no work was done; equal where there are none.
  package var stopped: Int32
  package var resumed: Int32
  /// Among the permits of its day, from 1.
  package var serial: Int32 = 1

  /// 工地状态 on a day: earth and foundations for a quarter of the time, walls up to seven tenths
  /// (assumption).
  package func state(on day: Int32) -> String {
    if day >= finished { return "竣工" }
    if day < from { return "未开工" }
    if stopped <= day && day < resumed { return "停工" }
    let share = Double(day - from) / Double(max(finished - from, 1))
    return share < 0.25 ? "基础施工" : share < 0.7 ? "主体施工" : "装饰装修"
  }

  /// Whether the list of sites has it on a day: permitted within five years, and not finished for more than
  /// a year.
  package func isListed(on day: Int32) -> Bool {
    permitted <= day && permitted > day - 1_826 && day < finished + 365
  }
}
