/// Encodes the parts of a key in the form that `RecordReader.keyHash` hashes, from values that are
/// in the store already.
public struct RecordKeyEncoder {
  private var scratch: [UInt8] = []

  /// Makes an encoder.
  public init() {}

  /// Begins a key.
  public mutating func begin() { scratch.removeAll(keepingCapacity: true) }

  /// Appends a whole number.
  public mutating func append(_ value: Int64) { append(FieldValue.integer(value)) }

  /// Appends a decimal number.
  public mutating func append(_ value: Double) { append(FieldValue.real(value)) }

  /// Appends a text.
  public mutating func append(_ value: String) {
    var value = value
    value.withUTF8 { bytes in
      scratch.append(FieldValue.Kind.text.rawValue)
      withUnsafeBytes(of: Int32(truncatingIfNeeded: bytes.count).littleEndian) {
        scratch.append(contentsOf: $0)
      }
      scratch.append(contentsOf: bytes)
    }
  }

  /// Appends a whole number or nothing.
  public mutating func append(_ value: Int64?) {
    if let value { append(value) } else { append(FieldValue.null) }
  }

  /// Appends a decimal number or nothing.
  public mutating func append(_ value: Double?) {
    if let value { append(value) } else { append(FieldValue.null) }
  }

  /// Appends a text or nothing.
  public mutating func append(_ value: String?) {
    if let value { append(value) } else { append(FieldValue.null) }
  }

  /// The hash of the key.
  public func hash() -> ValueHash { scratch.withUnsafeBytes { ValueHash($0) } }

  /// Appends a value in a form that no two different values share.
  @inline(__always)
  mutating func append(_ value: FieldValue) {
    scratch.append(value.kind.rawValue)
    switch value.kind {
    case .null: break
    case .integer, .real:
      withUnsafeBytes(of: value.bits.littleEndian) { scratch.append(contentsOf: $0) }
    case .text:
      withUnsafeBytes(of: value.count.littleEndian) { scratch.append(contentsOf: $0) }
      scratch.append(contentsOf: value.bytes)
    }
  }
}
