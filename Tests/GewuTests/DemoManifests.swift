import Datasets
import DemoDistrict
import Foundation
import Gewu

/// Some of the manifests that come with Gewu, for tests that make a small demo district.
enum DemoManifests {
  private static let repository = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Copies the manifests of data sets into a folder, beside the code tables that they name.
  static func copy(_ datasets: [String], into folder: URL) throws -> ManifestFolder {
    let files = FileManager.default
    let importers = folder.appending(path: "Importers")
    try files.createDirectory(at: importers, withIntermediateDirectories: true)
    try files.createSymbolicLink(
      at: folder.appending(path: "GeoData"),
      withDestinationURL: repository.appending(path: "GeoData"))
    for dataset in datasets {
      let parts = dataset.split(separator: "_", maxSplits: 1)
      let name = parts[1].replacing("_", with: "-") + ".yaml"
      let target = importers.appending(path: String(parts[0]))
      try files.createDirectory(at: target, withIntermediateDirectories: true)
      try files.copyItem(
        at: repository.appending(path: "Importers/\(parts[0])/\(name)"),
        to: target.appending(path: name))
    }
    return try ManifestFolder(path: importers.path)
  }

  /// Makes writers of GeoPackages, which only the store's module can write.
  static let geopackageWriter: WriterRequest.Maker = { request in
    try GeoPackageFile.writer(
      path: request.path, layer: request.table, columns: request.columns,
      geometry: request.geometry, epsg: request.epsg)
  }
}
