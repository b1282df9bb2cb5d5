import ArgumentParser
import Gewu
import Words

/// The command `gewu grids list`.
struct GridsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", words: Help.GridsList.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var net: NetOptions

  @Option(help: .words(Help.GridsList.level))
  var level: String?

  @Option(help: .words(Help.Grids.generation))
  var generation: Int64?

  func validate() throws {
    guard generation == nil || level != nil else {
      throw ValidationError(Usage.needs("--generation", "--level"))
    }
  }

  func run() throws {
    let district = try store.open()
    if let level {
      let cells = try district.snapshot(net: net.net, generation: generation).grids(level: level)
      try answer.write(cells, else: CellListing.table(of: cells))
    } else {
      let generations = try district.generations(net: net.net)
      try answer.write(generations, else: GenerationListing.table(of: generations))
    }
  }
}
