import Geometry
import Tabular

/// Writes the boundaries of the grids, and the tables of the levels above.
struct GroundFiles {
  let ground: Ground

  /// Writes `grids.geojson`, `communities.csv`, `streets.csv` and `district.csv`.
  func write(into folder: String) throws {
    try writeGrids(path: "\(folder)/grids.geojson")
    try writeTable(
      path: "\(folder)/communities.csv", header: ["code", "name", "parent"],
      rows: ground.communities.map { [$0.code, $0.name, ground.streets[$0.street].code] })
    try writeTable(
      path: "\(folder)/streets.csv", header: ["code", "name", "parent"],
      rows: ground.streets.map { [$0.code, $0.name, Ground.code] })
    try writeTable(
      path: "\(folder)/district.csv", header: ["code", "name"], rows: [[Ground.code, Ground.name]])
  }

  private func writeGrids(path: String) throws {
    let sink = try TextSink(path: path, encoding: nil)
    try sink.write(Array("{\"type\":\"FeatureCollection\",\"features\":[\n".utf8))
    for (index, cell) in ground.cells.enumerated() {
      let border = ground.lattice.border(cell.column, cell.row)
      let positions = border.map { "[\($0.x),\($0.y)]" }.joined(separator: ",")
      let feature =
        "{\"type\":\"Feature\",\"properties\":{\"code\":\"\(cell.code)\",\"name\":\"\(cell.name)\","
        + "\"community\":\"\(ground.communities[cell.community].code)\"},"
        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[\(positions)]]}}"
      try sink.write(Array((feature + (index + 1 < ground.cells.count ? ",\n" : "\n")).utf8))
    }
    try sink.write(Array("]}\n".utf8))
    try sink.finish()
  }

  private func writeTable(path: String, header: [String], rows: [[String]]) throws {
    let sink = try TextSink(path: path, encoding: nil)
    var csv = CSVWriter()
    csv.write(header)
    for row in rows { csv.write(row) }
    try sink.write(csv.take())
    try sink.finish()
  }
}
