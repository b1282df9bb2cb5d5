import ArgumentParser
import Words

extension ArgumentHelp {
  /// The help of an option or argument, in the language of this process.
  static func words(_ wording: Wording) -> ArgumentHelp {
    // The parser shows it beside a column of 26.
    ArgumentHelp(
      HelpText.text(
        wording, in: Invocation.current.language, width: TerminalWidth.current - 26))
  }
}

extension CommandConfiguration {
  /// A command that explains itself in the language of this process.
  init(
    commandName: String, words help: CommandHelp, usage: String? = nil, version: String = "",
    subcommands: [any ParsableCommand.Type] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil
  ) {
    self.init(
      commandName: commandName, abstract: help.abstract.spoken, usage: usage,
      discussion: HelpText.text(
        help.discussion, in: Invocation.current.language, width: TerminalWidth.current),
      version: version, subcommands: subcommands, defaultSubcommand: defaultSubcommand)
  }
}

extension ValidationError {
  /// The parser shows the text as it is, and how the command is used below it.
  init(_ wording: Wording) { self.init(wording.spoken) }
}

extension Language: ExpressibleByArgument {}
