import Foundation

/// A district of four square grids in two communities, and the files that describe it.
enum SmallDistrict {
  /// Two rows of two squares, each a tenth of a degree wide.
  ///
  ///     c d    north
  ///     a b    south
  static let grids = collection([
    square("a", parent: "south", x: 120.0, y: 30.0),
    square("b", parent: "south", x: 120.1, y: 30.0),
    square("c", parent: "north", x: 120.0, y: 30.1),
    square("d", parent: "north", x: 120.1, y: 30.1),
  ])

  /// The same with a strip missing between the south and the north.
  static let gridsWithGap = collection([
    square("a", parent: "south", x: 120.0, y: 30.0, height: 0.09),
    square("b", parent: "south", x: 120.1, y: 30.0),
    square("c", parent: "north", x: 120.0, y: 30.1),
    square("d", parent: "north", x: 120.1, y: 30.1),
    polygon(
      "e", parent: "south",
      [(119.9, 30.0), (120.0, 30.0), (120.0, 30.2), (119.9, 30.2), (119.9, 30.0)]),
  ])

  /// One cell whose ring crosses itself.
  static let bowTie = collection([
    polygon(
      "a", parent: "south",
      [(120.0, 30.0), (120.1, 30.1), (120.1, 30.0), (120.0, 30.1), (120.0, 30.0)])
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
    try program.run("init --levels district,community,grid --srid 4326")
    try program.run("grids load grids.geojson --level grid --code code --parent parent")
    try program.write("tree.csv", "code,parent\nsouth,all\nnorth,all\n")
    try program.run("grids load tree.csv --level community --code code --parent parent")
    try program.write("top.csv", "code,name\nall,Everywhere\n")
    try program.run("grids load top.csv --level district --code code --name name --activate")
    return program
  }

  private static func square(
    _ code: String, parent: String, x: Double, y: Double, height: Double = 0.1
  ) -> String {
    let (right, top) = (
      x == 120.0 ? 120.1 : 120.2, height == 0.1 ? (y == 30.0 ? 30.1 : 30.2) : y + height
    )
    return polygon(code, parent: parent, [(x, y), (right, y), (right, top), (x, top), (x, y)])
  }

  private static func polygon(_ code: String, parent: String, _ ring: [(Double, Double)]) -> String
  {
    let positions = ring.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    return """
      {"type":"Feature","properties":{"code":"\(code)","parent":"\(parent)"},\
      "geometry":{"type":"Polygon","coordinates":[[\(positions)]]}}
      """
  }

  private static func collection(_ features: [String]) -> String {
    """
    {"type":"FeatureCollection","features":[
    \(features.joined(separator: ",\n"))
    ]}

    """
  }
}
