/// A household of the register (户): where people are registered together.
package struct Register: Sendable, Hashable {
  /// Given out within its station: with the station's, it is the key.
  package var number: Int32
  package var station: Int16
  package var dwelling: Int32
  /// 集体户: of an organisation, a dormitory or the talent market.
  package var isCollective: Bool

  /// The nine digits of a booklet: the same may be given out by another station.
  package var text: String { Digits.padded(100_000_000 + Int(number), 9) }
}

/// A span in which a person is registered in a register.
package struct Registration: Sendable, Hashable {
  package var person: Int32
  /// The place in `lives.registers`.
  package var register: Int32
  package var from: Int32
  /// The day on which it ended, or `Person.open`.
  package var to: Int32
  /// The relation to the head of the register by GB/T 4761; 2 for the head.
  package var relation: UInt8

  /// Whether it holds on a day.
  package func holds(on day: Int32) -> Bool { from <= day && day < to }
}
