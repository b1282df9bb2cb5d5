import Foundation
import Glibc
import Testing

/// Stores that may only be read, as an audit has them: nothing is written to them or beside them.
@Suite struct `The option read-only` {
  /// What lies in the folder, with sizes and times of change.
  private func state(_ program: Program) throws -> [String] {
    let names = FileManager.default.subpaths(atPath: program.folder.path) ?? []
    return names.filter { $0.hasPrefix("gewu.sqlite") }.sorted().map { name in
      var status = stat()
      stat(program.folder.appending(path: name).path, &status)
      return "\(name) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
  }

  @Test func `reads as without it, and writes nothing anywhere`() throws {
    let program = try SmallDistrict.program()
    try FileManager.default.removeItem(at: program.folder.appending(path: "gewu.sqlite-index"))
    let commands = [
      "locate 120.05 30.05 --json", "grids list --json", "grids export -", "batches list --json",
      "datasets list --json", "nets list --json", "quarantine list --json",
    ]
    let usual = try commands.map { try program.run($0) }
    let before = try state(program)

    for (command, outcome) in zip(commands, usual) {
      #expect(try program.run("--read-only " + command) == outcome)
      #expect(try program.run(command + " --read-only") == outcome)
    }

    #expect(try program.run("verify --read-only").status == 0)
    #expect(try state(program) == before)
  }

  @Test(arguments: [
    "grids activate 1", "grids load grids.geojson --level grid --code code",
    "nets add x --levels y",
    "attach --all",
  ])
  func `changes nothing`(command: String) throws {
    let program = try SmallDistrict.program()
    let before = try state(program)

    let outcome = try program.run(command + " --read-only")

    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("opened to be read only"))
    #expect(try state(program) == before)
  }

  @Test func `makes no store`() throws {
    let program = try SmallDistrict.program()

    let outcome = try program.run("init --store new.sqlite --read-only")

    #expect(outcome.status == 64)
    #expect(
      !FileManager.default.fileExists(atPath: program.folder.appending(path: "new.sqlite").path))
  }
}
