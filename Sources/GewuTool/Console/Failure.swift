import ArgumentParser
import DemoDistrict
import Gewu
import Glibc
import Words

/// How a command that did not run to its end ends: the only place that chooses messages and codes.
struct Failure {
  /// What is said on standard error; nil for nothing.
  let message: Wording?
  /// What is printed on standard output, help or version; nil for nothing.
  let answer: Wording?
  /// The exit code.
  let status: Int32

  /// - Parameter command: the command that was parsed, with all that is below it.
  init(_ error: any Error, of command: any ParsableCommand.Type) {
    switch error {
    case is StandardOutput.BrokenPipe: self.init(nil, ExitStatus.clean)
    case let code as ExitCode: self.init(nil, code.rawValue)
    case let error as UsageError:
      self.init(error.wording, error.isOfFile ? ExitStatus.failed : ExitStatus.usage)
    default:
      switch command.exitCode(for: error) {
      case .success:
        self.init(
          nil, ExitStatus.clean, answer: ParserText.wording(command.fullMessage(for: error)))
      case .validationFailure:
        let text = command.fullMessage(for: error)
          .replacing("Error: ", with: "", maxReplacements: 1)
        self.init(
          ParserText.wording(
            Invocation.current.shown(in: NegativeNumbers.shown(in: text))), ExitStatus.usage)
      default: self.init(Self.wording(of: error), Self.status(of: FailureKind(error)))
      }
    }
  }

  /// What is said of an error, and what to do about it here, without the program's name.
  static func wording(of error: any Error) -> Wording {
    if let error = error as? ToolError { return error.wording }
    if let error = error as? DemoError {
      return Wording("\(error.message)", "\(error.messageChinese)")
    }
    return [Words.wording(of: error), Hints.hint(for: error)].compactMap(\.self).joined()
  }

  private init(_ message: Wording?, _ status: Int32, answer: Wording? = nil) {
    self.message = message.map { Wording(verbatim: "gewu: ") + $0 }
    self.answer = answer
    self.status = status
  }

  /// Says what is to be said, and ends the program.
  func end() -> Never {
    if let answer { try? StandardOutput.write(answer) }
    if let message { StandardError.say(message) }
    exit(status)
  }

  private static func status(of kind: FailureKind) -> Int32 {
    switch kind {
    case .refused, .withheld: ExitStatus.refused
    case .noStore: ExitStatus.noStore
    case .noKey: ExitStatus.noKey
    case .locked: ExitStatus.locked
    case .interrupted: ExitStatus.interrupted
    case .invalid, .notFound, .conflict, .full, .storeGone, .failed: ExitStatus.failed
    }
  }
}

/// The exit codes of the contract.
enum ExitStatus {
  /// Done and clean.
  static let clean: Int32 = 0
  /// Failed; nothing changed unless the message says so.
  static let failed: Int32 = 1
  /// Published, and some rows are quarantined.
  static let quarantined: Int32 = 3
  /// Refused by a threshold or an invalid coverage; nothing changed.
  static let refused: Int32 = 4
  /// There is no store.
  static let noStore: Int32 = 10
  /// Another process writes the store.
  static let locked: Int32 = 11
  /// The store is sealed, and its key is not there or is not its own.
  static let noKey: Int32 = 12
  /// The command line is not well formed.
  static let usage: Int32 = 64
  /// Interrupted by the user.
  static let interrupted: Int32 = 130
}
