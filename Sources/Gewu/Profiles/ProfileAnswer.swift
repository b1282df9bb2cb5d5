/// What cells of a net have, as it was counted as of a day.
package struct ProfileAnswer: Sendable, Equatable, Encodable {
  package var net: String
  /// The day as of which it was counted, and the moment when.
  package var asOf: String
  package var countedAt: String
  /// Whether nothing that it depends on has changed since.
  package var isCurrent: Bool
  /// Whether small counts are shown too.
  package var isUnmasked: Bool
  /// All that were counted, those too of which no counts were asked for.
  package var columns: [Column]
  /// The names of those whose counts were asked for.
  package var asked: Set<String>
  /// The cells that were asked for, by level and code.
  package var cells: [Cell]
  /// What lies in no cell of the net.
  package var nowhere: [String: Int?]
  /// The day of the last delivery of each data set that was counted from.
  package var deliveries: [String: String]

  package enum CodingKeys: String, CodingKey {
    case net, columns, cells, nowhere, deliveries
    case asOf = "as_of"
    case countedAt = "counted_at"
    case isCurrent = "is_current"
    case isUnmasked = "is_unmasked"
  }

  /// The columns whose counts were asked for.
  package var shown: [Column] { columns.filter { asked.contains($0.name) } }

  package struct Column: Sendable, Equatable, Encodable {
    package var name: String
    package var title: String
    package var titleChinese: String
    /// Whether it is shown whole only to one who says what for.
    package var isProtected: Bool
    /// Whether all its counts are withheld from the one who asks.
    package var isHidden: Bool

    package enum CodingKeys: String, CodingKey {
      case name, title
      case titleChinese = "title_zh"
      case isProtected = "is_protected"
      case isHidden = "is_hidden"
    }
  }

  package struct Cell: Sendable, Equatable, Encodable {
    package var level: String
    package var code: String
    package var name: String?
    /// The count of each column that was asked for; nil where it is withheld.
    package var counts: [String: Int?]
    /// Those of them in no known cell of the lowest level.
    package var unplaced: [String: Int?]
    /// The share that is known of each column, 0 to 1; nil where it is withheld or there is nothing.
    package var completeness: [String: Double?]
    /// The households against the norm of the net.
    package var size: Size?
  }

  package struct Size: Sendable, Equatable, Encodable {
    package var households: Int?
    package var norm: Int
    /// `urban` or `rural`.
    package var kind: String
  }
}
