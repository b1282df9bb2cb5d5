/// A text file as UTF-8 bytes, strictly decoded, with the way back to its original offsets.
///
/// ```swift
/// let file = try TextFile(path: "people.csv")
/// var reader = CSVReader(file)
/// while let row = reader.next() { print(row.number, file.originalOffset(of: row.start)) }
/// ```
package final class TextFile: Sendable {
  /// The file's original bytes.
  package let file: FileBytes
  /// The encoding the file was found or declared to be in.
  package let encoding: TextEncoding
  /// The text in UTF-8 without byte order mark.
  ///
  /// Valid while this object lives.
  package nonisolated(unsafe) let text: UnsafeRawBufferPointer
  private let prefix: Int
  private let converter: EncodingConverter?

  /// Opens and decodes a file; `declared` overrides the decision described at `TextEncoding`.
  ///
  /// The whole file is checked before this returns: no NUL byte, no invalid sequence.
  ///
  /// - Throws: `TabularError`, with the offset of the first byte at fault.
  package convenience init(path: String, declared: TextEncoding? = nil) throws {
    try self.init(file: FileBytes(path: path), declared: declared)
  }

  /// Decodes bytes already at hand.
  package init(file: FileBytes, declared: TextEncoding? = nil) throws {
    let decision = try EncodingDecision(file, declared: declared)
    self.file = file
    encoding = decision.encoding
    prefix = decision.prefix
    converter = decision.converter
    text = decision.converter?.text ?? UnsafeRawBufferPointer(rebasing: file.bytes[prefix...])
  }

  /// Gives memory back that holds the text of a range which has been read; see
  /// ``FileBytes/release(_:)``.
  func release(_ range: Range<Int>) {
    if let converter { return converter.release(range) }
    file.release((range.lowerBound + prefix)..<(range.upperBound + prefix))
  }

  /// The offset in the original file of the character at `offset` of `text`.
  package func originalOffset(of offset: Int) -> Int {
    converter?.originalOffset(of: offset) ?? offset + prefix
  }
}
