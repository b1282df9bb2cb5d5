import ArgumentParser

/// In which form a command answers.
struct AnswerOptions: ParsableArguments {
  @Flag(name: .long, help: "Answer with one JSON document.")
  var json = false

  /// Writes a value as JSON where that was asked for, else the text.
  func write(_ value: some Encodable, else text: @autoclosure () -> String) throws {
    try StandardOutput.write(json ? JSONLine.text(of: value) : text() + "\n")
  }
}
