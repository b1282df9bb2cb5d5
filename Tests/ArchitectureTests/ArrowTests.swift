import Testing

/// The compiler does not object to importing a module that is only reached transitively; these do.
@Suite struct `The arrows of the design` {
  @Test func `every target is in the table, and the table names no other`() throws {
    let targets = try Set(Repository.targets())

    #expect(targets == Set(Arrows.allowed.keys))
  }

  @Test(arguments: Arrows.allowed.keys.sorted())
  func `a target imports nothing that its arrows do not reach`(target: String) throws {
    let allowed = Arrows.system.union(Arrows.allowed[target] ?? [])

    var strangers: [String] = []
    for file in try Repository.swiftFiles(below: "Sources/\(target)") {
      for (index, line) in file.lines.enumerated() {
        guard let module = Arrows.importedModule(line), !allowed.contains(module) else { continue }
        strangers.append("\(file.path):\(index + 1): \(target) may not import \(module)")
      }
    }

    #expect(strangers.isEmpty, "\(strangers.joined(separator: "\n"))")
  }

  @Test(arguments: Arrows.allowed.keys.sorted())
  func `the package manifest declares no other dependency`(target: String) throws {
    let manifest = try Repository.packageManifest()
    let declared = try PackageManifest(manifest).dependencies(of: target)
    let allowed = Arrows.allowed[target] ?? []

    let strangers = declared.filter { !allowed.contains($0.name) }
      .map { "Package.swift:\($0.line): \(target) may not depend on \($0.name)" }

    #expect(strangers.isEmpty, "\(strangers.joined(separator: "\n"))")
  }

  @Test func `the manifest is read over several lines`() throws {
    let manifest = try PackageManifest(Repository.packageManifest())

    let names = try manifest.dependencies(of: "Warehouse").map(\.name)

    #expect(Set(names) == Arrows.allowed["Warehouse"])
  }

  @Test(arguments: [
    ("import GRDB", "GRDB"),
    ("public import Geometry", "Geometry"),
    ("@testable import Gewu", "Gewu"),
    ("@preconcurrency package import struct GRDB.Row", "GRDB"),
    ("  import Foundation  // why", "Foundation"),
  ])
  func `an import line names its module`(line: String, module: String) {
    #expect(Arrows.importedModule(line) == module)
  }

  @Test(arguments: ["// import GRDB", "let important = 1", "/// import", ""])
  func `other lines name none`(line: String) {
    #expect(Arrows.importedModule(line) == nil)
  }
}
