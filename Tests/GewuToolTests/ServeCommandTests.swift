import Foundation
import Glibc
import Testing

/// The service as a process: how it begins and how it ends.
@Suite struct `The command serve` {
  /// A service of a small district on a port of its own.
  private final class Service {
    let process = Process()
    let port: Int
    private let errors: URL

    init(_ program: Program) throws {
      errors = program.folder.appending(path: ".serve-errors")
      try Data().write(to: errors)
      let output = Pipe()
      process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "gewu")
      process.arguments = ["serve", "--port", "0", "--lang", "en"]
      process.currentDirectoryURL = program.folder
      process.standardOutput = output
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      port = Int(line.split(separator: ":").last?.prefix { $0.isNumber } ?? "") ?? 0
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    func text() throws -> String { try String(contentsOf: errors, encoding: .utf8) }

    /// Waits until the process has ended; false where it does not within some seconds.
    func hasEnded(within seconds: Double) -> Bool {
      let end = Date() + seconds
      while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.05) }
      return !process.isRunning
    }

    /// Opens a connection and sends some text; the descriptor is the caller's to close.
    func connect(sending text: String) -> Int32 {
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = in_port_t(UInt16(port).bigEndian)
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      _ = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      _ = Glibc.send(descriptor, text, text.utf8.count, Int32(MSG_NOSIGNAL))
      return descriptor
    }
  }

  @Test func `answers a question for hot spots as the command does, with the whole provenance`()
    throws
  {
    let program = try SmallDistrict.program()
    try program.write("Importers/fire/hydrant.yaml", `gewu import`.manifest)
    try program.write("hydrants.csv", `gewu import`.table)
    try program.run("import hydrants.csv")
    let service = try Service(program)
    func body(_ query: String) throws -> String {
      let connection = service.connect(
        sending:
          "GET /v1/hotspots?\(query) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
      let file = FileHandle(fileDescriptor: connection, closeOnDealloc: true)
      let answer = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
      return answer.firstRange(of: "\r\n\r\n").map {
        String(answer[$0.upperBound...]).trimmingCharacters(in: .newlines)
      } ?? answer
    }

    for (command, query) in [
      ("--of hydrant", "of=hydrant"),
      (
        "--of hydrant --category red --from 2026-01-01 --to 2026-12-31 --per people "
          + "--permutations 99 --seed 7 --fdr none --islands nearest",
        "of=hydrant&category=red&from=2026-01-01&to=2026-12-31&per=people"
          + "&permutations=99&seed=7&fdr=none&islands=nearest"
      ),
    ] {
      let printed = try program.run("hotspots \(command) --json")
      #expect(try body(query) == printed.output.trimmingCharacters(in: .newlines), "\(query)")
      let map = try program.run("hotspots \(command) --format geojson")
      #expect(
        try body("\(query)&format=geojson") == map.output.trimmingCharacters(in: .newlines),
        "\(query)")
    }

    let answer = try JSONSerialization.jsonObject(
      with: Data(
        program.run("hotspots --of hydrant --category red --per people --json").output.utf8))
    let provenance = try #require((answer as? [String: Any])?["provenance"] as? [String: Any])
    let csv = try program.run("hotspots --of hydrant --category red --per people --format csv")
    let header = csv.output.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
    // What is nested has its columns under the names joined; the warnings are for JSON, and several
    // categories stand in one column.
    #expect(provenance["categories"] as? [String] == ["red"] && header.contains("category"))
    for key in provenance.keys where !["summary", "warnings", "categories"].contains(key) {
      #expect(header.contains { $0 == key || $0.hasPrefix("\(key)_") }, "\(key)")
    }
    #expect(provenance["version"] as? String == "0.1.0")
    let source = try #require(provenance["exposure_source"] as? [String: Any])
    #expect(source["dataset"] as? String == "hydrant")
    #expect((source["batch"] as? [String: Any])?["batch"] as? Int == 1)
    #expect((source["batch"] as? [String: Any])?["published"] is String)
    let table = try program.run("hotspots --of hydrant --category red --per people")
    #expect(table.output.contains("exposure people: data set hydrant, batch 1 ("))
  }

  @Test func `ends on SIGTERM in a few seconds, though a body never does`() throws {
    let program = try SmallDistrict.program()
    let service = try Service(program)
    let connection = service.connect(
      sending: "POST /v1/locate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Content-Length: 1000\r\n\r\n[[1,2],")
    defer { close(connection) }
    Thread.sleep(forTimeInterval: 0.5)

    kill(service.process.processIdentifier, SIGTERM)

    #expect(service.hasEnded(within: 60))
  }

  @Test func `ends with exit code 1 where its store is deleted, and says so`() throws {
    let program = try SmallDistrict.program()
    let service = try Service(program)
    Thread.sleep(forTimeInterval: 0.5)

    for suffix in ["", "-wal", "-shm"] {
      unlink(program.folder.appending(path: "gewu.sqlite" + suffix).path)
    }

    #expect(service.hasEnded(within: 60))
    #expect(service.process.terminationStatus == 1)
    #expect(try service.text().contains("gewu.sqlite is no longer the store that was opened"))
  }
}
