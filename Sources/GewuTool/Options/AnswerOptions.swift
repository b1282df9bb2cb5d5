import ArgumentParser
import Foundation
import Words

/// In which form a command answers.
struct AnswerOptions: ParsableArguments {
  @Flag(name: .long, help: .words(Help.Shared.json))
  var json = false

  /// Writes a value as JSON where that was asked for, else the text.
  func write(_ value: some Encodable, else text: @autoclosure () -> Wording) throws {
    if json {
      try StandardOutput.write(JSONLine.text(of: value))
    } else {
      try StandardOutput.write(text())
    }
  }
}

/// A value as one line of JSON, its keys in alphabetical order.
enum JSONLine {
  /// The line with its end.
  static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
