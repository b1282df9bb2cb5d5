/// A checked value of a field, ready to be bound to a statement.
///
/// Text is a place in memory that someone else keeps: the file's text or the arena of its block.
@frozen
public struct FieldValue: Sendable {
  /// What a value is.
  @frozen
  public enum Kind: UInt8, Sendable {
    case null = 0
    case integer
    case real
    /// Text in UTF-8.
    case text
  }

  /// The integer, the bits of the number, or the address of the text.
  public var bits: UInt64
  /// The number of bytes of a text.
  public var count: Int32
  /// Which of them it is.
  public var kind: Kind

  /// Makes a value from its parts.
  @inlinable
  public init(kind: Kind, bits: UInt64 = 0, count: Int32 = 0) {
    self.kind = kind
    self.bits = bits
    self.count = count
  }

  /// No value.
  @inlinable
  public static var null: FieldValue { FieldValue(kind: .null) }

  /// A whole number.
  @inlinable
  public static func integer(_ value: Int64) -> FieldValue {
    FieldValue(kind: .integer, bits: UInt64(bitPattern: value))
  }

  /// A decimal number.
  @inlinable
  public static func real(_ value: Double) -> FieldValue {
    FieldValue(kind: .real, bits: value.bitPattern)
  }

  /// A text that lies at an address.
  @inlinable
  public static func text(_ start: UnsafePointer<UInt8>, count: Int) -> FieldValue {
    FieldValue(
      kind: .text, bits: UInt64(UInt(bitPattern: start)), count: Int32(truncatingIfNeeded: count))
  }

  /// The integer.
  @inlinable
  public var integer: Int64 { Int64(bitPattern: bits) }

  /// The number.
  @inlinable
  public var real: Double { Double(bitPattern: bits) }

  /// The number, whole or not; nil for other kinds.
  @inlinable @inline(__always)
  package var number: Double? {
    kind == .real ? real : kind == .integer ? Double(integer) : nil
  }

  /// The bytes of the text; empty for other kinds.
  @inlinable @inline(__always)
  public var bytes: UnsafeBufferPointer<UInt8> {
    guard kind == .text else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(
      start: UnsafePointer(bitPattern: UInt(bits)), count: Int(count))
  }

  /// The text as a string, for messages.
  public var string: String? {
    kind == .text ? String(decoding: bytes, as: UTF8.self) : nil
  }
}
