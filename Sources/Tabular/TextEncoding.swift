/// A character encoding of a text file.
public struct TextEncoding: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The name, in lower case, as manifests and batches show it; glibc's iconv knows it.
  public let name: String

  /// UTF-8 (RFC 3629), with or without a byte order mark.
  public static let utf8 = TextEncoding(canonical: "utf-8")
  /// GB 18030, which contains GBK and GB 2312.
  ///
  /// A file labelled with either is read as this.
  public static let gb18030 = TextEncoding(canonical: "gb18030")

  private init(canonical: String) { name = canonical }

  /// The encoding of a name as manifests give it; nil for `auto` and nothing.
  public init?(named name: String) {
    let lower = name.lowercased()
    switch lower {
    case "", "auto": return nil
    case "utf-8", "utf8", "utf-8-sig", "utf_8": self = .utf8
    case "gb18030", "gbk", "gb2312", "gb-2312", "cp936", "windows-936", "ms936", "936":
      self = .gb18030
    default: self.init(canonical: lower)
    }
  }

  /// The name.
  public var description: String { name }

  /// Reads the name alone.
  public init(from decoder: any Decoder) throws {
    name = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the name alone.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
