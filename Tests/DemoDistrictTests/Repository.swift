import Datasets
import Foundation

@testable import DemoDistrict

/// The repository's own manifests and tables.
enum Repository {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func sources() throws -> SourceTable { try table.get() }

  static func manifests() throws -> ManifestFolder { try folder.get() }

  /// The manifests of the demonstration, in the order of its tables.
  static var demonstration: [Manifest] {
    guard let table = try? sources(), let all = try? manifests().manifests else { return [] }
    let known = Dictionary(all.map { ($0.dataset, $0) }) { one, _ in one }
    return table.datasets.compactMap { known[$0] }
  }

  /// A folder of its own with the manifests of the list of households and that of hydrants under `Importers`;
  /// removed by the caller.
  static func folderOfTwo(_ name: String) throws -> URL {
    let files = FileManager.default
    let folder = files.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "\(name)-\(UUID().uuidString)")
    let importers = folder.appending(path: "Importers/some")
    try files.createDirectory(at: importers, withIntermediateDirectories: true)
    let own = URL(filePath: try manifests().path)
    try files.createSymbolicLink(
      at: folder.appending(path: "GeoData"),
      withDestinationURL: own.deletingLastPathComponent().appending(path: "GeoData"))
    for name in ["fire/hydrant.yaml", "psb/household.yaml"] {
      try files.copyItem(
        at: own.appending(path: name),
        to: importers.appending(path: name.replacing("/", with: "-")))
    }
    return folder
  }

  private static let table = Result {
    try SourceTable(folder: root.appending(path: "GeoData/demo").path)
  }
  private static let folder = Result {
    try ManifestFolder(path: root.appending(path: "Importers").path)
  }
}
