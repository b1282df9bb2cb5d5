import Files
import Foundation
import Testing

@Suite final class `A file in the making` {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "gewu-draft-\(UUID().uuidString)").path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  @Test func `appears when it is complete, and takes the place of another`() throws {
    try put("old", at: "a")
    let writer = try FileWriter(path: path("a"), sparing: .none)
    try writer.write(Array("new".utf8))
    #expect(content("a") == "old")

    try writer.finish()

    #expect(content("a") == "new")
    #expect(names == ["a"])
  }

  @Test func `is its owner's alone, whatever mask the process has`() throws {
    let before = umask(0)
    defer { umask(before) }

    try FileWriter(path: path("own"), sparing: .none).finish()
    try FileWriter(path: path("kept"), mode: .kept, sparing: .none).finish()
    try FileDraft(folder: path("folder"), sparing: .none).publish()

    let modes = ["own", "kept", "folder"].map { name in
      var status = stat()
      lstat(path(name), &status)
      return status.st_mode & 0o777
    }
    #expect(modes == [0o600, 0o400, 0o700])
  }

  @Test func `leaves nothing where it is given up`() throws {
    try put("old", at: "a")
    do {
      let writer = try FileWriter(path: path("a"), sparing: .none)
      try writer.write(Array(repeating: 1, count: 1 << 20))
    }
    do {
      let draft = try FileDraft(folder: path("b"), sparing: .none)
      try FileWriter(path: draft.temporary + "/x", sparing: .none).finish()
    }

    #expect(content("a") == "old")
    #expect(names == ["a"])
  }

  @Test func `follows no link, neither at its place nor beside it`() throws {
    try put("mine", at: "target")
    try FileManager.default.createSymbolicLink(
      atPath: path("link"), withDestinationPath: path("target"))
    // The names beside it of this process, where somebody has put links.
    let taken = try FileDraft(file: path("x"), sparing: .none).temporary
    let number = try #require(Int(taken.split(separator: "-").last?.dropLast(6) ?? ""))
    for next in 1...5 {
      let name = "y.\(getpid())-\(number + next).draft"
      try FileManager.default.createSymbolicLink(
        atPath: path(name), withDestinationPath: path("target"))
    }

    #expect(throws: OutputError.notAFile(path: path("link"), isLink: true)) {
      try FileDraft(file: path("link"), sparing: .none)
    }
    let writer = try FileWriter(path: path("y"), sparing: .none)
    try writer.write(Array("new".utf8))
    try writer.finish()

    #expect(content("target") == "mine")
    #expect(content("y") == "new")
  }

  @Test func `is no place for a device, a pipe or a folder`() throws {
    mkfifo(path("pipe"), 0o600)
    try FileManager.default.createDirectory(atPath: path("b"), withIntermediateDirectories: true)

    #expect(throws: OutputError.notAFile(path: path("pipe"), isLink: false)) {
      try FileDraft(file: path("pipe"), sparing: .none)
    }
    #expect(throws: OutputError.notAFile(path: "/dev/null", isLink: false)) {
      try FileDraft(file: "/dev/null", sparing: .none)
    }
    #expect(throws: OutputError.unwritable(path: path("b"), .system(EISDIR))) {
      try FileDraft(file: path("b"), sparing: .none)
    }
    #expect(names == ["b", "pipe"])
  }

  @Test func `is no database where the journals of another one lie`() throws {
    try put("", at: "a.gpkg-wal")
    let draft = try FileDraft(file: path("a.gpkg"), sparing: .none)

    #expect(throws: OutputError.exists(path: path("a.gpkg-wal"))) { try draft.refuseJournals() }
  }

  @Test func `spares files by whatever name they are called, there or not`() throws {
    try put("store", at: "s")
    try put("input", at: "in")
    try FileManager.default.createDirectory(
      atPath: path("s-files/ab"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: path("way"), withDestinationPath: folder)
    try FileManager.default.linkItem(atPath: path("s"), toPath: path("hard"))
    let spared = SparedFiles(
      store: path("s"), files: [path("s"), path("s-wal")], folders: [path("s-files")]
    ).and(inputs: [path("in")])

    for name in [
      "s", "./s", "way/s", "hard", "s-wal", "way/./s-wal", "s-files", "s-files/ab/x",
    ] {
      #expect(throws: OutputError.partOfStore(path: path(name), store: path("s"))) {
        try FileDraft(file: path(name), sparing: spared)
      }
    }
    for name in ["in", "way/in"] {
      #expect(throws: OutputError.isInput(path: path(name))) {
        try FileDraft(file: path(name), sparing: spared)
      }
    }
    for name in ["s2", "s-walk", "in2", "way/out"] {
      #expect(throws: Never.self) { try FileDraft(file: path(name), sparing: spared) }
    }
  }

  @Test func `asks again what it spares before it appears`() throws {
    let spared = SparedFiles(store: path("s"), files: [path("s")], folders: [])
    let writer = try FileWriter(path: path("out"), sparing: spared)
    try writer.write(Array("new".utf8))
    try put("store", at: "s")
    try FileManager.default.linkItem(atPath: path("s"), toPath: path("out"))

    #expect(throws: OutputError.partOfStore(path: path("out"), store: path("s"))) {
      try writer.finish()
    }
    #expect(content("s") == "store")
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }

  private func put(_ text: String, at name: String) throws {
    try text.write(toFile: path(name), atomically: false, encoding: .utf8)
  }

  private func content(_ name: String) -> String? {
    try? String(contentsOfFile: path(name), encoding: .utf8)
  }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }
}
