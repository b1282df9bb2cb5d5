import Foundation
import Gewu
import Testing

/// Where the program finds what comes with it.
@Suite struct `The folder of resources` {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("gewu-\(UUID().uuidString)").resolvingSymlinksInPath()

  /// Makes folders, and a program in `bin`.
  private func make(_ names: String...) throws -> String {
    for name in names + ["bin"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    let program = folder.appendingPathComponent("bin/gewu")
    try Data().write(to: program)
    return program.path
  }

  @Test func `is the one that the environment names before the one beside the program`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = try make("own/Importers", "share/gewu/Importers", "share/gewu/Public")
    let own = ["GEWU_SHARE": folder.path + "/own"]

    let named = ResourceFolder(environment: own, executable: program)
    let beside = ResourceFolder(environment: ["GEWU_SHARE": ""], executable: program)

    #expect(named.path(of: .importers) == folder.path + "/own/Importers")
    #expect(named.path(of: .pages) == folder.path + "/share/gewu/Public")
    #expect(beside.path(of: .importers) == folder.path + "/share/gewu/Importers")
    #expect(beside.path(of: .geoData) == nil)
  }

  @Test func `is found from a link to the program`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = try make("share/gewu/GeoData", "elsewhere")
    let link = folder.path + "/elsewhere/gewu"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: program)

    let resources = ResourceFolder(environment: [:], executable: link)

    #expect(resources.path(of: .geoData) == folder.path + "/share/gewu/GeoData")
  }

  @Test(arguments: ResourceFolder.Kind.allCases)
  func `is the repository for a build of it`(kind: ResourceFolder.Kind) throws {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    let resources = ResourceFolder(environment: [:], executable: "\(root)/.build/debug/gewu")

    #expect(resources.path(of: kind)?.hasPrefix("\(root)/") == true)
  }
}
