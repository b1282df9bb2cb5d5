/// Something wrong at a meter that was put there on purpose, for proofs.
package struct MeterPlant: Sendable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// Water runs day and night from a day on.
    case leak
    /// The meter stands still though people live there.
    case stuck
    /// The meter counts two and a half times what flows.
    case fast
    /// The meters of two flats are taken for each other.
    case swapped
  }

  package var kind: Kind
  /// The account in the book of water.
  package var account: Int32
  /// The other one of two that are swapped; -1 else.
  package var other: Int32
  package var from: Int32
  package var to: Int32
  /// For a leak, in litres a day.
  package var litres: Int
}
