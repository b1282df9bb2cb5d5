import Time

/// A place of a division that serves its residents: the governance centre, the Party service centre, the
/// points of legal service, the reception rooms for petitions.
///
/// All of a division are in the building of its office: of a street its 街道办事处, of a community its seat,
/// of the district the building of the institution that runs it.
package struct Centre: Sendable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    case governance, party, legal, petition
  }
  package enum Level: UInt8, Sendable {
    case district, street, community, department

    package var title: String {
      switch self {
      case .district: "区"
      case .street: "街道"
      case .community: "社区"
      case .department: "部门"
      }
    }
  }

  package var kind: Kind
  package var level: Level
  /// The place of its street or community; of a department that of its organ in ``OfficePlan``.
  package var unit: Int32
  /// Counts what there is beside the first of a kind in a division: 0 for the first.
  package var number: UInt8
  /// Its building in `ground.buildings`; its address is the building's.
  package var building: Int32
  /// Square metres.
  package var area: Int32
  package var openedOn: Int32
  /// The landline; all of a division have one number each.
  package var phone: String
}
