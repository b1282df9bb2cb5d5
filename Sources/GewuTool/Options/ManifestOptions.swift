import ArgumentParser
import Foundation
import Gewu
import Words

/// Which manifests a command goes by.
struct ManifestOptions: ParsableArguments {
  @Option(help: .words(Help.Shared.manifests))
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
