import Foundation
import TestSupport

/// The built program, run in a folder of its own.
///
/// The folder is removed when the last reference to it goes away.
final class Program: Sendable {
  /// What a run left behind.
  struct Outcome: Equatable {
    var status: Int32
    var output: String
    var errors: String
  }

  private let files: TemporaryFolder

  /// The folder that every run starts in.
  var folder: URL { files.url }

  /// Makes an empty folder.
  init() throws {
    files = try TemporaryFolder()
  }

  /// The program lies beside the test bundle.
  private static let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "gewu")

  /// Writes a file into the folder.
  func write(_ name: String, _ text: String) throws {
    try write(name, Data(text.utf8))
  }

  /// Writes a file into the folder.
  func write(_ name: String, _ data: Data) throws {
    try files.write(data, as: name)
  }

  /// The text of a file in the folder.
  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Runs the program with arguments divided by spaces.
  @discardableResult
  func run(_ line: String, input: String = "", locale: String = "C.UTF-8") throws -> Outcome {
    try run(line.split(separator: " ").map(String.init), input: input, locale: locale)
  }

  /// Runs a script of the shell, in which `"$0"` is the program: for what a text cannot say.
  @discardableResult
  func runShell(_ script: String, locale: String = "C.UTF-8") throws -> Outcome {
    try run(
      ["-c", script, Self.binary.path], locale: locale, as: URL(filePath: "/bin/sh"))
  }

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - locale: the language that the environment asks for.
  ///   - searching: the folders in which programs are looked for; those of the tests where it is nil.
  ///   - closingOutput: whether nobody reads what it prints, as behind `| head -0`.
  ///   - executable: another program that runs it.
  @discardableResult
  func run(
    _ arguments: [String], input: String = "", locale: String = "C.UTF-8",
    searching folders: String? = nil, closingOutput: Bool = false, as executable: URL? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable ?? Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["GEWU_STORE"] = nil
    environment["COLUMNS"] = "100"
    // Keys of stores are found and made here, never in the home of whoever runs the tests.
    environment["XDG_CONFIG_HOME"] = folder.appending(path: ".config").path
    for name in ["GEWU_KEY", "GEWU_KEY_COMMAND", "CREDENTIALS_DIRECTORY"] {
      environment[name] = nil
    }
    (environment["LC_ALL"], environment["LC_MESSAGES"]) = (nil, nil)
    environment["LANG"] = locale
    if let folders { environment["PATH"] = folders }
    process.environment = environment
    // Files, not pipes: nothing has to be read while the program runs.
    let streams = try ["in", "out", "err"].map { name in
      let url = folder.appending(path: ".\(name)-\(UUID().uuidString)")
      try Data((name == "in" ? input : "").utf8).write(to: url)
      return url
    }
    defer { for url in streams { try? FileManager.default.removeItem(at: url) } }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    if closingOutput {
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      process.standardOutput = pipe.fileHandleForWriting
    }
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self))
  }
}
