import DemoTruth
import Geometry
import Tabular

/// Writes the boundaries of the grids and of the other nets, and the tables of the levels above.
struct GroundFiles {
  let ground: Ground

  /// Writes `grids.geojson`, `communities.csv`, `streets.csv` and `district.csv`; `police.geojson`
  /// and `stations.csv`; `schools.geojson`; `professional.geojson`.
  func write(into folder: String) throws {
    let files = try BoundaryFiles(in: folder)
    try files.add(ground)
    try files.finish()
  }

  /// Writes `grids.geojson` with faults of boundaries, and `faults.txt`, which says what they are.
  func writeBroken(into folder: String) throws {
    let broken = BrokenBorders(ground)
    let writer = try GeoJSONWriter(
      path: "\(folder)/grids.geojson", names: BoundaryLayer.grids.columns(in: nil))
    for grid in broken.grids {
      let values = [grid.code, grid.name, ground.communities[Int(grid.community)].code]
      try writer.write(
        values.map(TableCell.text), geometry: WellKnownBinary.encode(grid.boundary))
    }
    try writer.finish()
    let notes = broken.faults.map { BorderNote($0, broken.grids) }
    let sink = try TextSink(path: "\(folder)/faults.txt", encoding: nil)
    try sink.write(Array(notes.map(\.english).joined().utf8))
    try sink.write(Array(notes.map(\.chinese).joined().utf8))
    try sink.finish()
  }
}
