import DemoTruth
import Geometry
import Tabular

/// Writes the boundaries of the grids and of the other nets, and the tables of the levels above.
struct GroundFiles {
  let ground: Ground

  /// Writes `grids.geojson`, `communities.csv`, `streets.csv` and `district.csv`; `police.geojson`
  /// and `stations.csv`; `schools.geojson`.
  func write(into folder: String) throws {
    try write(ground.grids, path: "\(folder)/grids.geojson")
    try writeTable(
      path: "\(folder)/communities.csv", header: ["code", "name", "parent"],
      rows: ground.communities.map { [$0.code, $0.name, ground.streets[Int($0.street)].code] })
    try writeTable(
      path: "\(folder)/streets.csv", header: ["code", "name", "parent"],
      rows: ground.streets.map { [$0.code, $0.name, ground.district.code] })
    try writeTable(
      path: "\(folder)/district.csv", header: ["code", "name"],
      rows: [[ground.district.code, ground.district.name]])
    try writeAreas(
      path: "\(folder)/police.geojson", names: ["code", "name", "parent"],
      ground.police.units.map { unit in
        ([unit.code, unit.name, ground.police.tops[Int(unit.top)].code], unit.boundary)
      })
    try writeTable(
      path: "\(folder)/stations.csv", header: ["code", "name"],
      rows: ground.police.tops.map { [$0.code, $0.name] })
    try writeAreas(
      path: "\(folder)/schools.geojson", names: ["code", "name"],
      ground.schools.units.map { ([$0.code, $0.name], $0.boundary) })
  }

  /// Writes `grids.geojson` with faults of boundaries, and `faults.txt`, which says what they are.
  func writeBroken(into folder: String) throws {
    let broken = BrokenBorders(ground)
    try write(broken.grids, path: "\(folder)/grids.geojson")
    let notes = broken.faults.map { BorderNote($0, broken.grids) }
    let sink = try TextSink(path: "\(folder)/faults.txt", encoding: nil)
    try sink.write(Array(notes.map(\.english).joined().utf8))
    try sink.write(Array(notes.map(\.chinese).joined().utf8))
    try sink.finish()
  }

  private func write(_ grids: [GridCell], path: String) throws {
    try writeAreas(
      path: path, names: ["code", "name", "community"],
      grids.map { grid in
        ([grid.code, grid.name, ground.communities[Int(grid.community)].code], grid.boundary)
      })
  }

  private func writeAreas(
    path: String, names: [String], _ areas: [(values: [String], boundary: MultiPolygon)]
  ) throws {
    let writer = try GeoJSONWriter(path: path, names: names)
    for area in areas {
      try writer.write(
        area.values.map(TableCell.text), geometry: WellKnownBinary.encode(area.boundary))
    }
    try writer.finish()
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
