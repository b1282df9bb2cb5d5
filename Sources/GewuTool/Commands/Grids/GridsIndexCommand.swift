import ArgumentParser
import Gewu
import Words

/// The command `gewu grids index`.
struct GridsIndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Write the look-up index to a file for programs of your own.",
    discussion: """
      The file answers which cell a position is in, through `include/gewu.h` in any language or \
      `Locator(mapping:)` in Swift; the codes of the cells are inside. Positions are asked in the \
      reference system of the store, which is printed. Write it anew when boundaries change: it \
      takes the place of the old file at once, and who has that open goes on answering from it.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var net: NetOptions

  @Argument(help: "The file.")
  var file: String

  @Option(help: "The level; the lowest one, where none is named.")
  var level: String?

  @Option(help: "Boundaries as of this date (YYYY-MM-DD) or moment (RFC 3339).")
  var at: String?

  func run() throws {
    let written = try store.open().writeIndex(to: file, net: net.net, level: level, at: at)
    try answer.write(written, else: written.summary)
  }
}
