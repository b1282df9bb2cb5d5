/// Writes a flat JSON object member by member, byte for byte as ``JSONText/bytes(of:)`` does where the
/// members are given in the order of their names.
package struct JSONObjectWriter: Sendable {
  private var bytes: [UInt8] = [UInt8(ascii: "{")]

  package init() { bytes.reserveCapacity(512) }

  /// Appends a text; nothing where there is none.
  package mutating func append(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    begin(name)
    JSONText.append(text, to: &bytes)
  }

  /// Appends a number; nothing where there is none.
  ///
  /// - Parameter number: finite, or nothing is appended: JSON has no other numbers.
  package mutating func append(_ name: StaticString, _ number: Double?) {
    guard let number, number.isFinite else { return }
    begin(name)
    let digits = number.description.utf8
    bytes += digits.suffix(2).elementsEqual(".0".utf8) ? digits.dropLast(2) : digits[...]
  }

  /// Appends a whole number; nothing where there is none.
  package mutating func append(_ name: StaticString, _ number: Int64?) {
    guard let number else { return }
    begin(name)
    JSONText.append(number, to: &bytes)
  }

  /// Appends a truth value; nothing where there is none.
  package mutating func append(_ name: StaticString, _ value: Bool?) {
    guard let value else { return }
    begin(name)
    bytes += Array((value ? "true" : "false").utf8)
  }

  /// Appends a value that is JSON already; nothing where there is none.
  package mutating func append(_ name: StaticString, json: [UInt8]?) {
    guard let json else { return }
    begin(name)
    bytes += json
  }

  /// The whole object.
  package func closed() -> [UInt8] { bytes + [UInt8(ascii: "}")] }

  private mutating func begin(_ name: StaticString) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }
}
