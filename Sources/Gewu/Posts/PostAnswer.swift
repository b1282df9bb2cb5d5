import Rosters
import Tabular
import Time

/// A post in the answer of a look-up: of the cell of a position, or of one above it.
package struct PostAnswer: Sendable, Equatable, Codable {
  /// The cell above whose post stands in for a vacant one.
  package struct StandIn: Sendable, Equatable, Codable {
    package var cell: String
    package var level: String
  }

  /// The code of the cell.
  package var cell: String
  /// `full` or `part`, where it is known.
  package var employment: String?
  /// The first day, where it is known.
  package var from: String?
  /// The name of the holder, only where the manifest marks it public.
  package var holder: String?
  /// The level of the cell.
  package var level: String
  /// The number of the office, only where the manifest marks it public.
  package var office: String?
  /// Where the holder comes from: a code.
  package var origin: String?
  /// The number of the holder, only where the manifest marks it public.
  package var phone: String?
  /// The code of the role.
  package var post: String
  /// The number of the holder in the list, where it is not sensitive.
  package var staffID: String?
  /// The cell above whose post stands in for a vacant one.
  package var standIn: StandIn?
  /// What the norm calls the post.
  package var title: String?
  package var titleChinese: String?
  /// The day from which it is no longer held; nil where no end is known.
  package var until: String?
  package var isVacant: Bool

  package enum CodingKeys: String, CodingKey {
    case cell, employment, from, holder, level, office, origin, phone, post, title, until
    case staffID = "staff_id"
    case standIn = "stand_in"
    case titleChinese = "title_zh"
    case isVacant = "vacant"
  }

  init(_ entry: Roster.Entry, of cell: RosterCell, standIn: RosterCell?) {
    (self.cell, level, post) = (cell.code, cell.level, entry.role)
    (title, titleChinese) = (entry.rule?.title, entry.rule?.titleChinese)
    isVacant = entry.isVacant
    self.standIn = standIn.map { StandIn(cell: $0.code, level: $0.level) }
    guard let held = entry.post else { return }
    (employment, origin, staffID) = (held.employment?.rawValue, held.origin, held.staff)
    (from, until) = (held.from?.text, held.until?.text)
    (holder, phone, office) = (held.holder, held.phone, held.office)
  }

  /// Appends what an encoder makes of it with its keys in order.
  func append(to bytes: inout [UInt8]) {
    bytes += #"{"cell":"#.utf8
    JSONText.append(cell, to: &bytes)
    func member(_ name: String, _ value: String?) {
      guard let value else { return }
      bytes += #",""#.utf8
      bytes += name.utf8
      bytes += #"":"#.utf8
      JSONText.append(value, to: &bytes)
    }
    member("employment", employment)
    member("from", from)
    member("holder", holder)
    member("level", level)
    member("office", office)
    member("origin", origin)
    member("phone", phone)
    member("post", post)
    member("staff_id", staffID)
    if let standIn {
      bytes += #","stand_in":{"cell":"#.utf8
      JSONText.append(standIn.cell, to: &bytes)
      member("level", standIn.level)
      bytes += "}".utf8
    }
    member("title", title)
    member("title_zh", titleChinese)
    member("until", until)
    bytes += #","vacant":"#.utf8
    bytes += isVacant ? "true}".utf8 : "false}".utf8
  }
}
