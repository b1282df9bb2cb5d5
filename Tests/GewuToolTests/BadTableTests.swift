import Foundation
import Testing

/// Each bad input has one message and its exit code, and leaves the store as it was.
@Suite struct `Tables that cannot be imported` {
  let program: Program

  init() throws {
    program = try SmallDistrict.program()
    try program.write("Importers/fire/hydrant.yaml", `gewu import`.manifest)
  }

  private static let header = "number,kind,checked,people,lon,lat\n"

  private func refuse(_ line: String) throws -> Program.Outcome {
    let outcome = try program.run(line)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("gewu: "))
    #expect(try program.run("batches list --json").output == "[]\n")
    return outcome
  }

  @Test func `a missing file`() throws {
    let outcome = try refuse("import hydrants.csv")

    #expect(outcome.status == 1)
    #expect(outcome.errors == "gewu: hydrants.csv: there is no such file; check the path\n")
  }

  @Test func `an empty file`() throws {
    try program.write("hydrants.csv", "")

    #expect(try refuse("import hydrants.csv").errors.contains("is empty"))
  }

  @Test func `a folder without any file of a data set`() throws {
    try program.write("in/notes.txt", "x")

    #expect(try refuse("import in").errors.contains("no manifest in Importers names a file in in"))
  }

  @Test func `a NUL byte`() throws {
    try program.write("hydrants.csv", Self.header + "1,a\0b,,,,\n")

    #expect(try refuse("import hydrants.csv").status == 1)
  }

  @Test func `bytes in no encoding`() throws {
    try program.write("hydrants.csv", Data(Self.header.utf8) + Data([0x31, 0x2C, 0xFF, 0x0A]))

    #expect(try refuse("import hydrants.csv").status == 1)
  }

  @Test func `a key column that is missing`() throws {
    try program.write("hydrants.csv", "kind,checked,people,lon,lat\nred,,,,\n")

    #expect(try refuse("import hydrants.csv").errors.contains("number"))
  }

  @Test func `a short row is quarantined, and the others are published`() throws {
    try program.write("hydrants.csv", Self.header + "1,red\n2,red,,,120.05,30.05\n")

    let outcome = try program.run("import hydrants.csv")

    #expect(outcome.status == 3)
    #expect(outcome.output.contains("2 read = 1 inserted"))
    #expect(outcome.output.contains("1 quarantined"))
  }

  @Test func `an unknown data set, a missing folder of manifests, a wrong limit`() throws {
    try program.write("x.csv", Self.header)

    #expect(try refuse("import x.csv --dataset hydrent").errors.contains("did you mean hydrant?"))
    #expect(try refuse("import x.csv --manifests none").errors.contains("--manifests"))
    #expect(try program.run("import x.csv --max-errors lots").status == 64)
  }

  @Test func `no store`() throws {
    #expect(try program.run("import x.csv --store none.sqlite").status == 10)
  }

  @Test func `a store that another program is writing`() throws {
    try program.write("hydrants.csv", Self.header + "1,red,,,120.05,30.05\n")
    let holder = Process()
    holder.executableURL = URL(filePath: "/usr/bin/env")
    holder.arguments = ["sqlite3", "gewu.sqlite"]
    holder.currentDirectoryURL = program.folder
    let commands = Pipe()
    let answers = Pipe()
    holder.standardInput = commands
    holder.standardOutput = answers
    holder.standardError = FileHandle.nullDevice
    try holder.run()
    commands.fileHandleForWriting.write(Data("BEGIN IMMEDIATE; SELECT 'held';\n".utf8))
    let answer = answers.fileHandleForReading.availableData
    // Without the sqlite3 program there is nothing that could hold the lock.
    guard String(decoding: answer, as: UTF8.self).hasPrefix("held") else { return }

    let outcome = try program.run("import hydrants.csv")
    try commands.fileHandleForWriting.close()
    holder.waitUntilExit()

    #expect(outcome.status == 11)
    #expect(outcome.errors.contains("is being written by another process"))
  }
}
