/// The codes of the leaf cells as one run of bytes, for answers that are written by the million.
public struct CodeTable: Sendable {
  @usableFromInline let bytes: [UInt8]
  @usableFromInline let ends: [Int]
  /// Whether no code holds a byte that JSON or a table would have to escape.
  public let isPlain: Bool

  /// The length of the longest code in bytes.
  public let longest: Int

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

  /// The number of codes.
  public var count: Int { ends.count }

  /// Calls `body` with the bytes of a code, in UTF-8.
  @inlinable
  @inline(__always)
  public func withBytes<Value>(
    of cell: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    let start = cell == 0 ? 0 : ends[cell - 1]
    let end = ends[cell]
    return try bytes.withUnsafeBufferPointer { buffer in
      try body(UnsafeBufferPointer(rebasing: buffer[start..<end]))
    }
  }
}
