package import Rosters
import Time

/// The posts of a net on a day, and in what they differ from its norm.
package struct RosterAnswer: Sendable, Equatable {
  package var net: String
  /// The name of the norm; nil where the net goes by none.
  package var norm: String?
  /// The day, `YYYY-MM-DD`.
  package var at: String
  /// The generation whose cells they are.
  package var generation: Int64
  /// How many posts the norm asks for.
  package var wanted: Int
  /// How many posts are held, by the norm or beside it.
  package var held: Int
  /// How many of those that the norm asks for nobody holds, whoever stands in.
  package var vacant: Int
  /// The posts, held and vacant, by cell from the top level down.
  package var posts: [PostAnswer]
  package var findings: [RosterFinding]

  init(_ roster: Roster, norm: RosterNorm?, generation: Int64, level: String?) {
    (net, self.norm, at) = (roster.net, norm?.name, roster.day.text)
    self.generation = generation
    (wanted, held, vacant, posts) = (0, 0, 0, [])
    for (place, cell) in roster.cells.enumerated() {
      for rule in norm?.rules(ofNet: roster.net) ?? []
      where rule.holds(ofLevel: cell.level, kind: cell.kind) {
        wanted += rule.least
      }
      for entry in roster.entries(ofCell: place) {
        if entry.isVacant { vacant += 1 } else { held += 1 }
        guard level == nil || cell.level == level else { continue }
        posts.append(
          PostAnswer(entry, of: cell, standIn: entry.standIn.map { roster.cells[$0] }))
      }
    }
    held += roster.homeless.count
    findings = roster.findings.filter { level == nil || $0.level == level }
  }
}
