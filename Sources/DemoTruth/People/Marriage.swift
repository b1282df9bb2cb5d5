/// A marriage of which at least one of the two is in `people`.
package struct Marriage: Sendable {
  /// How it ended.
  package enum End: UInt8, Sendable {
    case none
    case divorce
    case death
  }

  /// The places of the two in `people`; -1 for one who never lived here.
  package var husband: Int32
  package var wife: Int32
  package var from: Int32
  /// The day on which it ended, or `Person.open`.
  package var to = Person.open
  package var end = End.none
  /// Whether it is the second one of the husband, and of the wife.
  package var isSecondOfHusband = false
  package var isSecondOfWife = false

  /// The other of the two; -1 where that one is not in `people`.
  package func spouse(of person: Int32) -> Int32 { person == husband ? wife : husband }
}
