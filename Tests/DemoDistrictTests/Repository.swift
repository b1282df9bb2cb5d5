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

  private static let table = Result {
    try SourceTable(folder: root.appending(path: "GeoData/demo").path)
  }
  private static let folder = Result {
    try ManifestFolder(path: root.appending(path: "Importers").path)
  }
}
