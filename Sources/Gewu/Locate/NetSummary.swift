public import Warehouse

/// A net of cells as a list shows it.
public struct NetSummary: Sendable, Equatable, Codable {
  /// The name.
  public var name: String
  /// What people call it.
  public var title: String?
  /// What people call it in Chinese.
  public var titleChinese: String?
  /// The grammar that its codes follow.
  public var codes: String
  /// The names of its levels, top first.
  public var levels: [String]
  /// The generation that answers; nil where none has been activated.
  public var generation: Int64?

  /// Describes a net.
  public init(_ net: Net, active generation: Int64?) {
    name = net.name
    title = net.title
    titleChinese = net.titleChinese
    codes = net.codeGrammar
    levels = net.levels
    self.generation = generation
  }

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case name, title, codes, levels, generation
    case titleChinese = "title_zh"
  }

  /// The headings of a list.
  public static let columns = ["net", "title", "codes", "levels", "generation"]

  /// The values in a list.
  ///
  /// - Parameter inChinese: whether the Chinese title is wanted; where there is only one, it is taken.
  public func row(inChinese: Bool) -> [String] {
    [
      name, (inChinese ? titleChinese ?? title : title ?? titleChinese) ?? "", codes,
      levels.joined(separator: " > "), generation.map { "\($0)" } ?? "",
    ]
  }
}
