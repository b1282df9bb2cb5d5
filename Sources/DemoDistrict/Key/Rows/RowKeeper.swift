import DemoTruth
import Geometry

/// Finds what the key knows of the rows of one data set in a month.
struct RowKeeper: Sendable {
  private let links: RowLinks
  private let shared: SharedTruth
  private let place: FactTable.Place?

  init(_ view: DepartmentView) {
    links = RowLinks(view.subject, columns: view.sources)
    (shared, place) = (view.shared, view.place)
  }

  /// - Parameters:
  ///   - subject: the place of the row's subject among its kind.
  ///   - row: the data row in its file, from 1.
  func record(
    _ subject: Int, on sight: Sight, row: Int, _ outcome: RowOutcome, _ fate: RowFate,
    faults: [String]
  ) -> RowRecord {
    let found = links.links(sight, subject)
    func first(_ kind: SubjectKind) -> Int? { found.first { $0.kind == kind }?.index }
    let person = first(.person)
    let spot = place?(sight, subject)
    var dwelling = first(.dwelling)
    if case .dwelling(let index) = spot, dwelling == nil { dwelling = index }
    let position = spot.flatMap { shared.position(of: $0) }
    return RowRecord(
      row: row, links: found, person: person,
      household: person.flatMap { shared.lives.household(of: $0, on: sight.day) },
      dwelling: dwelling, building: first(.building) ?? spot.flatMap { shared.building(at: $0) },
      firm: first(.firm), component: first(.component),
      address: spot.flatMap { shared.text(of: $0, .standard, on: nil) },
      longitude: position?.x, latitude: position?.y,
      grid: spot.flatMap { shared.grid(at: $0) }.map { shared.ground.grids[$0].code },
      outcome: outcome, fate: fate, faults: faults)
  }
}
