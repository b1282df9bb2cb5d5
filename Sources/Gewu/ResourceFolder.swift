import Foundation

/// Where the files lie that come with the program: manifests, code tables, pages.
///
/// They are looked for in the folder that `GEWU_SHARE` names, in `../share/gewu` beside the folder of
/// the program, where an installation puts them, and in the repository that the program was built in.
package struct ResourceFolder: Sendable {
  /// A kind of files, each a folder.
  package enum Kind: Sendable, CaseIterable {
    /// Manifests; they refer to the code tables by `../../GeoData`.
    case importers
    case geoData
    /// Norms of staffing.
    case rosters
    /// The rules of subjects.
    case subjects
    /// What is counted in cells.
    case profiles
    /// The limits of the use anomaly.
    case useRules
    /// The map page and the OpenAPI document.
    case pages

    var installed: String {
      switch self {
      case .importers: "Importers"
      case .geoData: "GeoData"
      case .rosters: "Rosters"
      case .subjects: "Subjects"
      case .profiles: "Profiles"
      case .useRules: "UseRules"
      case .pages: "Public"
      }
    }

    var inRepository: String {
      switch self {
      case .importers, .geoData, .rosters, .subjects, .profiles, .useRules: installed
      case .pages: "Sources/Server/Public"
      }
    }
  }

  private let named: String?
  private let executable: URL

  /// Looks where a process would.
  ///
  /// - Parameters:
  ///   - environment: its variables.
  ///   - executable: the path of its program.
  package init(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: String = "/proc/self/exe"
  ) {
    named = environment["GEWU_SHARE"].flatMap { $0.isEmpty ? nil : $0 }
    self.executable = URL(filePath: executable).resolvingSymlinksInPath()
  }

  /// The folders that files of a kind may lie in, in the order in which they are looked for.
  package func candidates(_ kind: Kind) -> [String] {
    var folders: [String] = []
    if let named { folders.append("\(named)/\(kind.installed)") }
    let program = executable.deletingLastPathComponent()
    folders.append(
      program.deletingLastPathComponent().appending(path: "share/gewu/\(kind.installed)").path)
    if let root = Self.repository(above: program) {
      folders.append("\(root)/\(kind.inRepository)")
    }
    return folders
  }

  /// The first of the candidates that is there.
  package func path(of kind: Kind) -> String? {
    candidates(kind).first { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }

  /// The folder above a build that has the package's manifest and ours.
  private static func repository(above folder: URL) -> String? {
    var folder = folder
    while folder.path != "/" {
      let isRoot = ["Package.swift", "Importers"].allSatisfy {
        FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
      }
      if isRoot { return folder.path }
      folder.deleteLastPathComponent()
    }
    return nil
  }
}
