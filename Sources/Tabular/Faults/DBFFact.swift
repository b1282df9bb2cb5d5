/// What is wrong with a DBF table.
package enum DBFFact: Hashable, Sendable {
  /// Who says which encoding the texts are in.
  package enum Claim: String, Hashable, Sendable {
    /// Whoever asked for the file.
    case caller
    /// The `.cpg`.
    case codePageFile
    /// The language driver of the table.
    case header
  }

  /// Where the bytes end too early.
  package enum Cut: Hashable, Sendable {
    /// The header needs so many bytes.
    case header(Int)
    /// It announces so many records, which need so many bytes, and ends in one of them.
    case records(Int, bytes: Int, endsIn: Int)
  }

  /// The text that is not in its encoding.
  package enum Text: Hashable, Sendable {
    case fieldNames
    /// Record and field by their places, from 1: tables made of text without a header have values for
    /// the names of their fields.
    case value(record: Int, field: Int, byte: Int)
  }

  case notATable(header: Int)
  case truncated(byte: Int, Cut)
  /// A field, by its place from 1.
  case unreadField(Int, type: String)
  case fieldsTooLong(fields: Int, records: Int)
  /// The records have bytes that belong to no field.
  case fieldsTooShort(fields: Int, records: Int)
  /// A record begins with neither blank nor asterisk.
  case recordMark(record: Int, byte: Int, found: UInt8)
  /// A text is not in the encoding that somebody named.
  case notInEncoding(Text, encoding: String, by: Claim)
  /// All texts are valid UTF-8, which no text in the encoding that somebody named is.
  case isUTF8(not: String, by: Claim)
  /// Nobody named the encoding, and a text is neither UTF-8 nor GB18030.
  case inNoEncoding(Text)
  /// Nobody named the encoding, and what GB18030 makes of the texts is hardly Chinese, as in this record.
  case unlikely(record: Int)
}
