/// A grid of the demo district.
struct GridCell {
  /// Its place in the lattice.
  var column: Int
  var row: Int
  /// The community and street it belongs to, by their places in the lists.
  var community: Int
  var street: Int
  /// 15 digits: 6 of the district, 3 of the street, 3 of the community, 3 of the grid.
  var code: String
  /// The community's name and a number: 明月社区第一网格.
  var name: String
  /// How many people live here for each in an average grid.
  var density: Double
}
