import Tabular
import Words

/// JSON as it comes, before anything is asked of it.
enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// A member that stands twice in an object: readers differ in which of the two they take.
  struct Repeated: Error, Equatable {
    var name: String
  }

  /// Reads a whole text (RFC 8259).
  ///
  /// - Throws: ``Repeated``; `TabularError` where the text is no JSON; `Problem` where it is not UTF-8.
  init(_ text: [UInt8]) throws {
    guard String(validating: text, as: UTF8.self) != nil else { throw Problem.badBody(.notUTF8) }
    self = try text.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes, file: "")
      let value = try Self.value(&scanner)
      guard scanner.peek() == nil else { throw scanner.unexpected(.end) }
      return value
    }
  }

  private static func value(_ scanner: inout JSONScanner) throws -> JSONValue {
    switch scanner.peek() {
    case UInt8(ascii: "{"):
      var members: [String: JSONValue] = [:]
      try scanner.object { scanner, name in
        guard members.updateValue(try value(&scanner), forKey: name) == nil else {
          throw Repeated(name: name)
        }
      }
      return .object(members)
    case UInt8(ascii: "["):
      var elements: [JSONValue] = []
      try scanner.array { elements.append(try value(&$0)) }
      return .array(elements)
    case UInt8(ascii: "\""): return .string(try scanner.string())
    case UInt8(ascii: "t"):
      try scanner.literal("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try scanner.literal("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try scanner.literal("null")
      return .null
    default: return .number(try scanner.number())
    }
  }
}
