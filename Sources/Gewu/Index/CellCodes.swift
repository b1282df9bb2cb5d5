import Tabular

/// The codes of the leaf cells as one run of bytes, for answers that are written by the million.
package struct CellCodes: Sendable {
  @usableFromInline let bytes: [UInt8]
  @usableFromInline let ends: [Int]
  /// Whether no code holds a byte that JSON or a table would have to escape.
  package let isPlain: Bool

  /// The length of the longest code in bytes.
  package let longest: Int

  /// Lays the codes out.
  init(_ codes: [String]) {
    var bytes: [UInt8] = []
    ends = codes.map { code in
      bytes += code.utf8
      return bytes.count
    }
    longest = codes.map(\.utf8.count).max() ?? 0
    isPlain = bytes.allSatisfy { byte in
      byte >= 0x20 && ![0x22, 0x5C, 0x2C, 0x3B].contains(byte)
    }
    self.bytes = bytes
  }

  package var count: Int { ends.count }

  /// Calls `body` with the bytes of a code, in UTF-8.
  @inlinable
  @inline(__always)
  package func withBytes<Value>(
    of cell: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    let start = cell == 0 ? 0 : ends[cell - 1]
    let end = ends[cell]
    return try bytes.withUnsafeBufferPointer { buffer in
      try body(UnsafeBufferPointer(rebasing: buffer[start..<end]))
    }
  }
}

extension CellCodes {
  /// Writes a code as a field of a table, quoted where it has to be; at most twice its bytes and two.
  @inline(__always)
  func writeField(_ cell: Int, delimiter: UInt8, with pen: inout BytePen) {
    withBytes(of: cell) { bytes in
      if isPlain { return pen.write(bytes) }
      let quote = UInt8(ascii: "\"")
      let special: [UInt8] = [delimiter, quote, 0x0A, 0x0D]
      guard bytes.contains(where: special.contains) else { return pen.write(bytes) }
      pen.write(quote)
      for byte in bytes {
        if byte == quote { pen.write(quote) }
        pen.write(byte)
      }
      pen.write(quote)
    }
  }

  /// Writes a code as a JSON string; at most six times its bytes and two.
  @inlinable
  @inline(__always)
  package func writeString(_ cell: Int, with pen: inout BytePen) {
    withBytes(of: cell) { bytes in
      if isPlain {
        pen.write(UInt8(ascii: "\""))
        pen.write(bytes)
        pen.write(UInt8(ascii: "\""))
      } else {
        var text: [UInt8] = []
        JSONText.append(String(decoding: bytes, as: UTF8.self), to: &text)
        text.withUnsafeBufferPointer { pen.write($0) }
      }
    }
  }
}
