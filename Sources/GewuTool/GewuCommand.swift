import ArgumentParser

/// The root of all commands.
struct GewuCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gewu",
    abstract: "A district's grids, what its departments know, and where problems gather.",
    discussion: """
      Data goes to standard output, everything else to standard error. The store is --store PATH, \
      else $GEWU_STORE, else gewu.sqlite in this folder.

      Exit codes: 0 done and clean; 1 failed, nothing changed unless the message says so; \
      3 published, and some rows are quarantined; 4 refused, nothing changed; 10 no store there; \
      11 store locked by another writer; 64 usage; 130 interrupted.
      """,
    version: Version.current,
    subcommands: [
      InitCommand.self, GridsCommand.self, NetsCommand.self, LocateCommand.self, ImportCommand.self,
      AttachCommand.self, BatchesCommand.self, QuarantineCommand.self, DatasetsCommand.self,
      HotSpotsCommand.self, ExportCommand.self, BackupCommand.self,
      VerifyCommand.self, DemoCommand.self, ServeCommand.self,
    ])
}
