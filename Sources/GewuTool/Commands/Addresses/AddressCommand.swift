import ArgumentParser
import Files
import Gewu
import Words

/// The command `gewu address`.
struct AddressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "address", words: Help.Address.command,
    usage: """
      gewu address <text> [--json]
      gewu address --input <file> [--column <column>] [--output <file>]
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Address.text))
  var text: String?

  @Option(help: .words(Help.Address.input))
  var input: String?

  @Option(help: .words(Help.Address.column))
  var column: String?

  @Option(help: .words(Help.Address.output))
  var output = "-"

  func validate() throws {
    guard (text == nil) != (input == nil) else { throw ValidationError(Usage.addressOrTable) }
  }

  func run() throws {
    let district = try store.open()
    if let input {
      try pass(input, through: district.addressMatcher())
    } else if let text {
      let found = try district.match(address: text)
      try answer.write(found, else: found.summary)
    }
  }

  private func pass(_ input: String, through matching: AddressMatching) throws {
    let source = try ByteSource(input)
    let sink = try ByteSink(output, sparing: store.spared.and(inputs: [input]))
    var table = TableStream(adding: AddressColumns(matching, column: column))
    let summary = try table.pass(
      named: source.name.spoken, from: source.read(into:), to: sink.write)
    try sink.finish()
    StandardError.say(summary.summary)
  }
}
