import ArgumentParser
import Gewu
import Glibc
import Words

/// How a command that did not run to its end ends: the only place that chooses messages and codes.
struct Failure {
  /// What is said on standard error; empty for nothing.
  let message: String
  /// What is printed on standard output: help and version.
  let answer: String
  /// The exit code.
  let status: Int32

  init(_ error: any Error) {
    var message = ""
    var answer = ""
    var status = ExitStatus.failed
    switch error {
    case is StandardOutput.BrokenPipe:
      status = ExitStatus.clean
    case let code as ExitCode:
      status = code.rawValue
    default:
      switch GewuCommand.exitCode(for: error) {
      case .success:
        answer = GewuCommand.fullMessage(for: error)
        status = ExitStatus.clean
      case .validationFailure:
        message = NegativeNumbers.shown(
          in: GewuCommand.fullMessage(for: error).replacing(
            "Error: ", with: "gewu: ", maxReplacements: 1))
        status = ExitStatus.usage
      default:
        let said = [Words.wording(of: error), Hints.hint(for: error)].compactMap(\.self).joined()
        message = "gewu: \(said.english)"
        status = Self.status(of: FailureKind(error))
      }
    }
    (self.message, self.answer, self.status) = (message, answer, status)
  }

  /// Says what is to be said, and ends the program.
  func end() -> Never {
    if !answer.isEmpty { try? StandardOutput.write(answer + "\n") }
    if !message.isEmpty { StandardError.say(message) }
    exit(status)
  }

  private static func status(of kind: FailureKind) -> Int32 {
    switch kind {
    case .refused: ExitStatus.refused
    case .noStore: ExitStatus.noStore
    case .locked: ExitStatus.locked
    case .interrupted: ExitStatus.interrupted
    case .invalid, .notFound, .conflict, .full, .failed: ExitStatus.failed
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
  /// The command line is not well formed.
  static let usage: Int32 = 64
  /// Interrupted by the user.
  static let interrupted: Int32 = 130
}
