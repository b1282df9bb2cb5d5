import Foundation
import Testing

/// What the system denies is said in words, and the program ends with an exit code, not by a signal.
@Suite struct `Surroundings in words` {
  /// Runs the program below a shell that has set limits.
  private func run(_ program: Program, limits: String, _ line: String) throws -> (Int32, String) {
    let process = Process()
    let errors = Pipe()
    let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "gewu").path
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\(limits); exec '\(binary)' --lang en \(line)"]
    process.currentDirectoryURL = program.folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    let text = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }

  @Test(arguments: [8, 12, 20]) func `too few descriptors`(count: Int) throws {
    let (status, text) = try run(
      SmallDistrict.program(), limits: "ulimit -n \(count)", "locate 120.05 30.05")

    #expect(status == 1)
    #expect(text.contains("may open \(count) files at once"))
  }

  @Test func `too little memory`() throws {
    let (status, text) = try run(
      SmallDistrict.program(), limits: "ulimit -v 300000", "locate 120.05 30.05")

    #expect(status == 1)
    #expect(text.contains("MiB of memory"))
  }

  @Test func `too many columns are named, and no statement is shown`() throws {
    let program = try SmallDistrict.program()
    let names = (0..<2_100).map { "c\($0)" }
    try program.write(
      "manifests/wide.yaml",
      "name: wide\nprimaryKey: [c0]\nfields:\n"
        + names.map { "  - {name: \($0)}\n" }.joined()
        + "gewu:\n  files: ['wide*']\n  load: incremental\n")
    try program.write("wide.csv", names.joined(separator: ",") + "\n")

    let outcome = try program.run("import wide.csv --manifests manifests --quiet")

    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("the data set wide would have 2110 columns"))
    #expect(outcome.errors.utf8.count < 500)
  }
}
