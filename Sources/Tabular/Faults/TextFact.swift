/// What is wrong with the encoding of a text.
package enum TextFact: Hashable, Sendable {
  /// A byte that an encoding does not allow.
  package struct BadByte: Hashable, Sendable {
    package var offset: Int
    /// Its value; nil where the file ends in the middle of a character.
    package var value: UInt8?

    package init(offset: Int, value: UInt8?) { (self.offset, self.value) = (offset, value) }
  }

  /// A NUL byte, which no text has.
  case nul(offset: Int)
  /// It is not in the encoding that was declared; no line where lines do not end in one byte.
  case invalid(encoding: String, BadByte, line: Int?)
  /// No permitted encoding accepts it; the line is that of the second byte.
  case neither(utf8: BadByte, gb18030: BadByte, line: Int)
  /// It is no UTF-8, and GB18030 would make hardly Chinese text of it: it is in another encoding, which
  /// somebody must name. The place is that of a character that shows it.
  case unlikely(offset: Int, line: Int)
  /// The system's iconv does not know the encoding.
  case unavailable(encoding: String)
  /// No encoding goes by this name.
  case noSuchEncoding(String)
  /// There is no room in the folder for the converted text, with the system's `errno`.
  case noRoom(folder: String, code: Int32)
  /// The byte order mark says another encoding than the manifest.
  case contradiction(marked: String, declared: String)
  /// UTF-16 without a mark, in an order that nothing tells.
  case withoutMark
}
