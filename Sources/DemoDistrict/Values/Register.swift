import Datasets
import DemoTruth

/// Chooses whom and where each row of a data set is about.
struct Register {
  /// What the rows are counted through.
  enum Kind {
    /// Each row another person, of those listed (everybody where nil).
    case people
    case households
    case organisations
    /// Any of them, as the draw has it.
    case any
  }

  let region: Region
  let kind: Kind
  /// The first two characters of the credit codes of this data set's organisations.
  let organisationKind: String
  let hasPeople: Bool
  let hasOrganisations: Bool
  /// The people that the data set may be about; nil for everybody.
  private let people: [Int32]?
  private let stream: UInt64
  private let spots: [Int]
  private let isRoadside: Bool
  private let tour: Tour

  init(
    region: Region, kind: Kind, dataset: String, ages: ClosedRange<Int>?, hasPeople: Bool,
    hasOrganisations: Bool, subject: Subject?, isEvent: Bool
  ) {
    self.region = region
    self.kind = kind
    self.hasPeople = hasPeople
    self.hasOrganisations = hasOrganisations
    organisationKind = Self.organisationKind(dataset)
    stream = Draw.stream(region.seed, "register.\(dataset)")
    people = ages.map { ages in
      region.population.people.indices.lazy.filter { ages.contains(region.age($0)) }.map(Int32.init)
    }
    // Events gather in a few grids, the same for all kinds of events.
    var draw = Draw(Draw.stream(region.seed, "hot.spots"), 0)
    let centres = (0..<6).map { _ in region.cell(&draw) }
    spots = isEvent ? centres : []
    isRoadside = subject == .component
    tour = Tour(kindCount(kind, people, region), key: stream)
  }

  /// How many rows can be about somebody or something else each.
  var capacity: Int {
    switch kind {
    case .people, .households: kindCount(kind, people, region)
    case .organisations, .any: .max
    }
  }

  /// Whom and where a row is about.
  ///
  /// - Parameter cell: the grid, where the row's key says it.
  func subject(_ row: Int, cell: Int?) -> RowSubject {
    var draw = Draw(stream, row)
    var subject = somebody(row, &draw)
    if let cell {
      subject.place = region.place(in: cell, &draw)
    }
    return subject
  }

  private func somebody(_ row: Int, _ draw: inout Draw) -> RowSubject {
    var organisation: Organisation?
    if hasOrganisations {
      let number = kind == .organisations ? row : draw.below(9_000)
      organisation = region.organisation(organisationKind, number)
    }
    let count = people?.count ?? region.population.people.count
    let person: Int
    switch kind {
    case .people:
      let place = tour[row]
      person = people.map { Int($0[place]) } ?? place
    case .households: person = region.population.members(tour[row]).lowerBound
    case .organisations, .any:
      let place = draw.below(count)
      person = people.map { Int($0[place]) } ?? place
    }
    if !hasPeople, let organisation {
      return RowSubject(
        person: organisation.head, organisation: organisation, place: organisation.place)
    }
    if hasPeople {
      let household = Int(region.population.people[person].household)
      return RowSubject(
        person: person, organisation: organisation,
        place: .dwelling(Int(region.population.dwellings[household])))
    }
    if isRoadside {
      return RowSubject(person: person, organisation: nil, place: region.roadside(&draw))
    }
    let cell = !spots.isEmpty && draw.below(100) < 22 ? draw.pick(spots) : region.cell(&draw)
    return RowSubject(person: person, organisation: nil, place: region.place(in: cell, &draw))
  }

  /// The first two characters of the credit codes.
  private static func organisationKind(_ dataset: String) -> String {
    switch dataset {
    case "samr_individual": "92"
    case "agr_coop": "93"
    case "mca_social_org": "51"
    case "jus_law_service": "31"
    case "edu_school", "edu_kindergarten", "nhc_med_inst": "12"
    default: "91"
    }
  }
}

private func kindCount(_ kind: Register.Kind, _ people: [Int32]?, _ region: Region) -> Int {
  switch kind {
  case .people: people?.count ?? region.population.people.count
  case .households: region.population.householdCount
  case .organisations, .any: 1
  }
}
