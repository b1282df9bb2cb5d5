/// A span in which a person lives in a dwelling.
package struct Residence: Sendable, Hashable {
  package var person: Int32
  package var dwelling: Int32
  package var from: Int32
  /// The day after the last one, or `Person.open`.
  package var to: Int32
  package var kind: Tenure.Kind
  /// Whether it is where the person mostly stays; false for a second home.
  package var isMain: Bool

  /// Whether the person lives there on a day.
  package func holds(on day: Int32) -> Bool { from <= day && day < to }
}
