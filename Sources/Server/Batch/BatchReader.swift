import Foundation
import Gewu

/// Reads a batch of positions in one of three forms and writes the answers in the same.
enum BatchReader {
  /// Answers `[[lon,lat],…]` with `[{"status":…,"code":…},…]`, in order.
  static func json(_ body: [UInt8], find: PositionFinder) throws -> [UInt8] {
    var output: [UInt8] = [0x5B]
    try withSentinel(body) { bytes in
      var cursor = JSONCursor(bytes, 0..<body.count)
      try cursor.elements { cursor in
        let (status, code) = find(try cursor.position())
        if output.count > 1 { output.append(0x2C) }
        append(status, code, to: &output)
      }
      guard cursor.peek() == nil else { throw cursor.malformed }
    }
    output.append(0x5D)
    return output
  }

  /// Answers lines of `{"lon":…,"lat":…}` or `[lon,lat]` with one line each; blank lines have none.
  static func lines(
    _ body: [UInt8], fields: PositionFields, find: PositionFinder
  ) throws -> [UInt8] {
    var output: [UInt8] = []
    try withSentinel(body) { bytes in
      var start = 0
      while start < body.count {
        let end = bytes[start..<body.count].firstIndex(of: 0x0A) ?? body.count
        var cursor = JSONCursor(bytes, start..<end)
        start = end + 1
        guard let first = cursor.peek() else { continue }
        let position =
          first == 0x7B ? try cursor.position(of: fields) : try cursor.position()
        guard cursor.peek() == nil else { throw cursor.malformed }
        let (status, code) = find(position)
        append(status, code, to: &output)
        output.append(0x0A)
      }
    }
    return output
  }

  /// Calls `read` with the bytes and one more after them, at which every number ends.
  static func withSentinel<Value>(
    _ body: [UInt8], _ read: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    var bytes = body
    bytes.append(0)
    return try bytes.withUnsafeBufferPointer(read)
  }

  private static func append(_ status: GridStatus, _ code: String?, to output: inout [UInt8]) {
    output += #"{"status":""#.utf8
    output += status.rawValue.utf8
    output += #"","code":"#.utf8
    if let code {
      JSONText.append(code, to: &output)
    } else {
      output += "null".utf8
    }
    output.append(0x7D)
  }
}
