import Foundation
import TestSupport

/// A district of four square grids in two communities, and the files that describe it.
enum SmallDistrict {
  /// Two rows of two squares, each a tenth of a degree wide.
  ///
  ///     c d    north
  ///     a b    south
  static let grids = lattice.geoJSON()

  /// The same with a strip missing between the south and the north.
  static let gridsWithGap = SquareLattice.collection([
    polygon("a", parent: "south", "[[120,30],[120.1,30],[120.1,30.09],[120,30.09],[120,30]]"),
    square(0, 1), square(1, 0), square(1, 1),
    polygon("e", parent: "south", "[[119.9,30],[120,30],[120,30.2],[119.9,30.2],[119.9,30]]"),
  ])

  /// One cell whose ring crosses itself.
  static let bowTie = SquareLattice.collection([
    polygon("a", parent: "south", "[[120,30],[120.1,30.1],[120.1,30],[120,30.1],[120,30]]")
  ])

  /// A folder with the files and the store, its boundaries active; the store is made once and
  /// copied for each test.
  static func program() throws -> Program {
    let original = try template.get().folder
    let program = try Program()
    for name in try FileManager.default.contentsOfDirectory(atPath: original.path) {
      try FileManager.default.copyItem(
        at: original.appending(path: name), to: program.folder.appending(path: name))
    }
    return program
  }

  private static let template = Result {
    let program = try Program()
    try program.write("grids.geojson", grids)
    try program.run("init --unsealed --levels district,community,grid --srid 4326")
    try program.run("grids load grids.geojson --level grid --code code --parent parent")
    try program.write("tree.csv", "code,parent\nsouth,all\nnorth,all\n")
    try program.run("grids load tree.csv --level community --code code --parent parent")
    try program.write("top.csv", "code,name\nall,Everywhere\n")
    try program.run("grids load top.csv --level district --code code --name name --activate")
    return program
  }

  private static let lattice = SquareLattice(
    columns: 2, rows: 2, west: 120, south: 30, perDegree: 10, properties: properties)

  private static func properties(row: Int, column: Int) -> [(String, String)] {
    [("code", ["a", "b", "c", "d"][row * 2 + column]), ("parent", row == 0 ? "south" : "north")]
  }

  private static func square(_ row: Int, _ column: Int) -> String {
    SquareLattice.feature(
      properties(row: row, column: column), ring: lattice.ring(row: row, column: column))
  }

  private static func polygon(_ code: String, parent: String, _ ring: String) -> String {
    SquareLattice.feature([("code", code), ("parent", parent)], ring: ring)
  }
}
