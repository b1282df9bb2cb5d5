import Foundation
import Gewu

extension Sample {
  /// Loads the boundaries that a demo district left in the sample's folder, all levels of them.
  func loadDemoGrids() throws {
    let folder = folder.appending(path: "grids").path
    _ = try district.loadGrids(
      GridLoadRequest(
        file: "\(folder)/grids.geojson", level: "grid", codeField: "code", nameField: "name",
        parentField: "community"))
    for (file, level) in [("communities", "community"), ("streets", "street")] {
      _ = try district.loadGrids(
        GridLoadRequest(
          file: "\(folder)/\(file).csv", level: level, codeField: "code", nameField: "name",
          parentField: "parent"))
    }
    _ = try district.loadGrids(
      GridLoadRequest(
        file: "\(folder)/district.csv", level: "district", codeField: "code", nameField: "name",
        activates: true))
  }

  /// Loads the professional grids that a demo district left in the sample's folder, as a net of their own.
  func loadProfessionalGrids() throws {
    try district.addNet("professional", levels: ["grid"])
    var request = GridLoadRequest(
      file: folder.appending(path: "grids/professional.geojson").path, level: "grid",
      codeField: "code", nameField: "name", activates: true)
    request.net = "professional"
    _ = try district.loadGrids(request)
  }
}
