/// A character encoding of a text file.
package struct TextEncoding: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The name, in lower case, as manifests and batches show it; glibc's iconv knows it.
  package let name: String

  /// UTF-8 (RFC 3629), with or without a byte order mark.
  package static let utf8 = TextEncoding(canonical: "utf-8")
  /// GB 18030, which contains GBK and GB 2312.
  ///
  /// A file labelled with either is read as this.
  package static let gb18030 = TextEncoding(canonical: "gb18030")
  /// UTF-16 (RFC 2781) in the order that its byte order mark names: Excel's "Unicode text".
  package static let utf16 = TextEncoding(canonical: "utf-16")
  /// UTF-16 with the low byte first.
  package static let utf16LittleEndian = TextEncoding(canonical: "utf-16le")
  /// UTF-16 with the high byte first.
  package static let utf16BigEndian = TextEncoding(canonical: "utf-16be")

  private init(canonical: String) { name = canonical }

  /// The encoding of a name as manifests give it; nil for `auto` and nothing.
  package init?(named name: String) {
    let lower = name.lowercased()
    switch lower {
    case "", "auto": return nil
    case "utf-8", "utf8", "utf-8-sig", "utf_8": self = .utf8
    case "gb18030", "gbk", "gb2312", "gb-2312", "cp936", "windows-936", "ms936", "936":
      self = .gb18030
    case "utf-16", "utf16", "utf_16", "unicode": self = .utf16
    case "utf-16le", "utf16le", "utf_16_le", "utf-16-le": self = .utf16LittleEndian
    case "utf-16be", "utf16be", "utf_16_be", "utf-16-be": self = .utf16BigEndian
    default: self.init(canonical: lower)
    }
  }

  package var description: String { name }

  package init(from decoder: any Decoder) throws {
    name = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
