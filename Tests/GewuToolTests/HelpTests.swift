import Testing

@Suite struct `The help` {
  @Test func `the root names every command and every exit code`() throws {
    let help = try Program().run("--help")

    #expect(help.status == 0)
    #expect(help.errors.isEmpty)
    for name in ["init", "grids", "locate", "import", "hotspots", "serve"] {
      #expect(help.output.contains("\n  \(name) "))
    }
    for code in ["0 done", "1 failed", "3 published", "4 refused", "64 usage", "130 interrupted"] {
      #expect(help.output.contains(code))
    }
  }

  @Test(arguments: [
    "init", "grids load", "grids check", "grids diff", "attach", "nets list", "nets add",
    "nets set", "nets crosswalk", "grids activate", "grids list", "grids show",
    "grids export", "grids index", "locate", "import", "verify", "batches list", "batches show",
    "batches diff", "batches rollback", "quarantine list", "quarantine export", "quarantine replay",
    "quarantine discard", "batches discard", "datasets list", "datasets show", "hotspots", "serve",
    "demo check", "export", "backup",
  ])
  func `each command explains itself on standard output`(command: String) throws {
    let help = try Program().run("\(command) --help")

    #expect(help.status == 0)
    #expect(help.errors.isEmpty)
    #expect(help.output.contains("OVERVIEW: "))
    #expect(help.output.contains("--store <store>"))
  }

  @Test func `an unknown command is a fault of usage`() throws {
    let outcome = try Program().run("gird")

    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("gewu: Unexpected argument 'gird'"))
  }
}
