extension CodeTable {
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
  public func writeString(_ cell: Int, with pen: inout BytePen) {
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
