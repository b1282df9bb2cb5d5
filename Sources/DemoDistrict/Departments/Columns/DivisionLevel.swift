/// The levels of the district, top first.
enum DivisionLevel: String, CaseIterable {
  case district, street, community, grid
}
