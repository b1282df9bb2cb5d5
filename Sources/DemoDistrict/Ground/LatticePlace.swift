/// The place of a grid in the lattice: columns from the west, rows from the south.
struct LatticePlace: Hashable {
  var column: Int
  var row: Int
}
