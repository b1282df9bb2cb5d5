import ArgumentParser
import Words

extension ValidationError {
  /// The parser shows the text as it is, and how the command is used below it.
  init(_ wording: Wording) { self.init(wording.spoken) }
}

extension Language: ExpressibleByArgument {}
