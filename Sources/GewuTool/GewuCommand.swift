import ArgumentParser
import Gewu
import Words

/// The root of all commands; the help of each stands in `Words/CommandLine/Help`.
struct GewuCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gewu", words: Help.root,
    version: Version.current,
    subcommands: [
      InitCommand.self, GridsCommand.self, NetsCommand.self, LocateCommand.self, ImportCommand.self,
      AttachCommand.self, AddressCommand.self, AddressesCommand.self, SubjectsCommand.self,
      ShowCommand.self, ReviewCommand.self, ProfileCommand.self, UseCommand.self,
      RosterCommand.self,
      BatchesCommand.self,
      QuarantineCommand.self, DatasetsCommand.self,
      HotSpotsCommand.self, ExportCommand.self, BackupCommand.self,
      VerifyCommand.self, SealCommand.self, DemoCommand.self, ServeCommand.self,
    ])
}
