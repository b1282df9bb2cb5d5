/// A job of a person.
package struct Job: Sendable, Hashable {
  package var person: Int32
  /// The place in `firms`; -1 for farmers and those who work for themselves without a firm.
  package var employer: Int32
  package var from: Int32
  /// The day after the last one, or `Person.open`.
  package var to: Int32
  package var occupation: Occupation
  /// Whether the employer pays the insurances of employees.
  package var isInsured: Bool

  /// Whether it is held on a day.
  package func holds(on day: Int32) -> Bool { from <= day && day < to }
}
