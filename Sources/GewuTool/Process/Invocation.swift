import Foundation
import Gewu
import Words

/// How the process was started: what `--lang`, `--read-only`, `--key` and the environment say, and what is
/// left to parse.
///
/// They are taken out before the parser sees the arguments, so that they may stand anywhere and the
/// help is already in that language. What follows `--` is left alone.
struct Invocation {
  /// The process's own.
  static let current = Invocation(
    GivenArguments.texts.dropFirst(), environment: ProcessInfo.processInfo.environment,
    fault: GivenArguments.fault)

  /// Whether the store is only to be read.
  let isReadOnly: Bool
  /// Where the key of a sealed store is looked for.
  let keys: KeySource
  /// The arguments without `--lang`, `--read-only` and `--key`.
  let arguments: [String]
  /// The language that people are answered in.
  let language: Language
  /// What is wrong with `--lang` or with an argument as such; nil where nothing is.
  let fault: UsageError?

  init(
    _ given: some Sequence<String>, environment: [String: String], fault: UsageError? = nil
  ) {
    var (arguments, language, fault) = ([String](), Language(environment: environment), fault)
    var isReadOnly = false
    var isLanguageGiven = false
    var keyFile: String?
    var rest = Array(given)[...]
    while let argument = rest.popFirst() {
      guard argument != "--" else {
        arguments += [argument] + rest
        break
      }
      if argument == "--read-only" {
        isReadOnly = true
        continue
      }
      if argument == "--key" || argument.hasPrefix("--key=") {
        if keyFile != nil { fault = UsageError(wording: Usage.twice("--key")) }
        keyFile = argument == "--key" ? rest.popFirst() ?? "" : String(argument.dropFirst(6))
        if keyFile?.isEmpty == true { fault = UsageError(wording: Usage.keyFile) }
        continue
      }
      guard argument == "--lang" || argument.hasPrefix("--lang=") else {
        arguments.append(argument)
        continue
      }
      if isLanguageGiven { fault = UsageError(wording: Usage.twice("--lang")) }
      isLanguageGiven = true
      let value = argument == "--lang" ? rest.popFirst() : String(argument.dropFirst(7))
      if let known = value.flatMap(Language.init(rawValue:)) {
        language = known
      } else {
        fault = UsageError(wording: Usage.language(value))
      }
    }
    (self.arguments, self.language, self.fault) = (arguments, language, fault)
    self.isReadOnly = isReadOnly
    keys = KeySource(file: keyFile, environment: environment)
  }
}

extension Invocation {
  /// A message of the parser's with the arguments that it repeats written visibly.
  func shown(in message: String) -> String {
    arguments.reduce(message) { text, argument in
      let visible = VisibleText.visible(argument)
      return visible == argument ? text : text.replacing(argument, with: visible)
    }
  }
}

/// A command line that is not well formed, found before or beside the parser.
struct UsageError: Error {
  let wording: Wording
  /// Whether the line is right as such, and the file that it names cannot be read.
  var isOfFile = false
}

extension Wording {
  /// The text in the language of this process.
  var spoken: String { self[Invocation.current.language] }
}
