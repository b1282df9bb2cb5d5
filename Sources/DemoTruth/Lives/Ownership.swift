/// A span in which a dwelling has an owner.
package struct Ownership: Sendable, Hashable {
  /// The place that stands for the public body that owns public rental housing.
  package static let publicBody: Int32 = -2
  /// The name of that body.
  package static func publicBodyName(in division: Division) -> String {
    division.fullName + "住房保障服务中心"
  }

  package var dwelling: Int32
  /// The place in `people`, or `publicBody`.
  package var owner: Int32
  /// The other owner, mostly the spouse; -1 for none.
  package var coOwner: Int32 = -1
  package var from: Int32
  /// The day on which it ended, or `Person.open`.
  package var to: Int32

  /// Whether it holds on a day.
  package func holds(on day: Int32) -> Bool { from <= day && day < to }
}

/// A contract by which someone rents a dwelling, or a part of it.
package struct Tenancy: Sendable, Hashable {
  package var dwelling: Int32
  package var tenant: Int32
  package var from: Int32
  /// The day after the last one, or `Person.open`.
  package var to: Int32
  /// Yuan a month.
  package var rent: UInt16
  /// Whether the contract was put on record (备案): 35 % of private ones (assumption).
  package var isRecorded: Bool
  package var isPublic: Bool

  /// Whether it holds on a day.
  package func holds(on day: Int32) -> Bool { from <= day && day < to }
}

/// A dwelling that a household of the district owns beside its main one.
package struct SecondHome: Sendable, Hashable {
  package var dwelling: Int32
  package var household: Int32
  package var from: Int32
  package var to: Int32
  /// Whether they stay there at times; else it is empty.
  package var isUsed: Bool
}
