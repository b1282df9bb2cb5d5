/// Two-dimensional little-endian well-known binary as text, for readable
/// expectations: `POLYGON((0 0,1 0,1 1,0 0))`.
struct WKBText {
  private var bytes: ArraySlice<UInt8>

  static func text(_ wkb: [UInt8]?) -> String {
    guard let wkb else { return "none" }
    var reader = WKBText(bytes: wkb[...])
    let text = reader.geometry()
    return reader.bytes.isEmpty ? text : text + " and \(reader.bytes.count) bytes more"
  }

  private mutating func word() -> UInt32 {
    defer { bytes = bytes.dropFirst(4) }
    return bytes.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  private mutating func double() -> Double {
    let low = UInt64(word())
    return Double(bitPattern: UInt64(word()) << 32 | low)
  }

  private mutating func list(_ element: (inout WKBText) -> String) -> String {
    let count = Int(word())
    return "(" + (0..<count).map { _ in element(&self) }.joined(separator: ",") + ")"
  }

  private mutating func position() -> String {
    let numbers = [double(), double()].map { "\($0)" }
    return numbers.map { $0.hasSuffix(".0") ? String($0.dropLast(2)) : $0 }.joined(separator: " ")
  }

  private mutating func geometry() -> String {
    guard bytes.popFirst() == 1 else { return "not little-endian" }
    switch word() {
    case 1: return "POINT(\(position()))"
    case 2: return "LINESTRING" + list { $0.position() }
    case 3: return "POLYGON" + list { $0.list { $0.position() } }
    case 4: return "MULTIPOINT" + list { $0.geometry() }
    case 5: return "MULTILINESTRING" + list { $0.geometry() }
    case 6: return "MULTIPOLYGON" + list { $0.geometry() }
    case 7: return "GEOMETRYCOLLECTION" + list { $0.geometry() }
    default: return "unknown kind"
    }
  }
}
