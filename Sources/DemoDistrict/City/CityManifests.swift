import Datasets
import Foundation
import Tabular

/// The manifests of a city: those of a district, by which the file of one district leaves the rows of the others
/// alone.
///
/// A file of a district is complete for the district and a part of the city's list. What would retire rows
/// that it does not have (`load: full` and `load: partition`) is `load: incremental` here, and everything else is
/// as it was.
struct CityManifests {
  /// Those of a district.
  let own: ManifestFolder

  /// Writes the manifests of the demo's data sets and the tables that they name: `Importers` and `GeoData` in a
  /// folder.
  ///
  /// - Throws: `DemoError` where one would retire rows all the same.
  func write(into folder: String) throws {
    let files = FileManager.default
    let beside = URL(filePath: own.path).standardizedFileURL.deletingLastPathComponent()
    for part in ["Importers", "GeoData"] where files.fileExists(atPath: "\(folder)/\(part)") {
      try files.removeItem(atPath: "\(folder)/\(part)")
    }
    try files.createDirectory(atPath: "\(folder)/GeoData", withIntermediateDirectories: true)
    for part in ["codes", "demo"] {
      let tables = beside.appending(path: "GeoData/\(part)").resolvingSymlinksInPath().path
      guard files.fileExists(atPath: tables) else { continue }
      try files.copyItem(atPath: tables, toPath: "\(folder)/GeoData/\(part)")
    }
    let datasets = Set(RowRule.all.keys).union(BaseMap.datasets)
    for manifest in own.manifests where datasets.contains(manifest.dataset) {
      let path = "\(folder)/Importers\(manifest.path.dropFirst(own.path.count))"
      try files.createDirectory(
        at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
      let text = String(decoding: try FileBytes.array(at: manifest.path), as: UTF8.self)
      let sink = try TextSink(path: path, encoding: nil)
      try sink.write(Array(Self.incremental(text).utf8))
      try sink.finish()
      guard try !Manifest(path: path, root: "\(folder)/Importers").load.retires else {
        throw DemoError(
          "\(manifest.path) retires rows, and its line `load:` is not as expected; write "
            + "`load: full` or `load: partition` on a line of its own",
          "\(manifest.path) 会注销行，但其 load 一行不是预期的写法；请单独一行写 `load: full` 或 `load: partition`")
      }
    }
  }

  /// A manifest's text without what retires rows.
  static func incremental(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line -> String? in
      let word = line.drop { $0 == " " }
      if word.hasPrefix("partition:") { return nil }
      guard word == "load: full" || word == "load: partition" else { return String(line) }
      return line.prefix(line.count - word.count) + "load: incremental"
    }.joined(separator: "\n")
  }
}
