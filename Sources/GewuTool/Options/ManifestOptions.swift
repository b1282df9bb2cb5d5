import ArgumentParser
import Foundation
import Gewu

/// Which manifests a command goes by.
struct ManifestOptions: ParsableArguments {
  @Option(
    help: "The folder of manifests; else Importers in this folder, else those of the program.")
  var manifests: String?

  /// The folder.
  var path: String { Self.path(manifests) }

  /// The folder that is named, else the one in the working folder, else the one that comes with the
  /// program.
  static func path(_ named: String?) -> String {
    let here = "Importers"
    if let named { return named }
    if FileManager.default.fileExists(atPath: here) { return here }
    return ResourceFolder().path(of: .importers) ?? here
  }
}
