/// A dated fact about a person: from its first day up to, not including, its end.
package struct Fact: Sendable, Hashable {
  package var person: Int32
  package var from: Int32
  /// The day on which it no longer holds, or `Person.open`.
  package var to: Int32
  package var kind: FactKind
  package var detail: UInt8
  package var level: UInt8

  /// Whether it holds on a day.
  package func holds(on day: Int32) -> Bool { from <= day && day < to }
}
