/// A span in which a household has a dwelling.
package struct Tenure: Sendable {
  /// By what right it lives there.
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// 自有.
    case owner
    /// 租赁, from a private landlord.
    case rent
    /// 公租房.
    case publicRent
    /// 单位宿舍.
    case employer
    /// 寄住 with relatives who own it.
    case relatives
    /// 机构.
    case institution
  }

  package var dwelling: Int32
  package var household: Int32 = -1
  package var from: Int32
  /// The day after the last one, or `Person.open`.
  package var to: Int32
  package var kind: Kind
  /// What is planted in the dwelling; nil mostly.
  package var plant: Plant.Kind?

  /// Whether it covers a day.
  package func covers(_ day: Int32) -> Bool { from <= day && day < to }
}
