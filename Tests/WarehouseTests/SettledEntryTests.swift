@testable import Intake
import Datasets
import Testing

@testable import Warehouse

/// Refused rows that a later file has in a form that is taken.
@Suite struct SettledEntryTests {
  private let header = "no,kind,amount,lon,lat\n"

  private func open(_ bench: ImportBench) throws -> [String] {
    try bench.strings(
      "SELECT batch_id || ':' || raw FROM quarantine WHERE status = 'open' ORDER BY id")
  }

  @Test func `are closed by that file, and open again where it is taken back`() throws {
    let bench = try ImportBench()
    _ = try bench.load(header + "A1,a,x,5,5\nA2,b,-1,5,5\nA3,c,y,5,5\n,d,1,5,5\nA4,e,1,5,5\n")
    #expect(try open(bench).count == 4)

    let report = try bench.load(
      header + "A1,a,1,5,5\nA2,b,x,5,5\nA4,e,1,5,5\n", name: "later.csv")

    #expect(report.settled.count == 1)
    #expect(try open(bench) == ["1:A2,b,-1,5,5", "1:A3,c,y,5,5", "1:,d,1,5,5", "2:A2,b,x,5,5"])
    #expect(
      try bench.strings("SELECT status || replayed_in FROM quarantine WHERE raw LIKE 'A1%'")
        == ["replayed2"])
    #expect(try bench.rollBack(2).entriesReopened == 1)
    #expect(
      try open(bench)
        == ["1:A1,a,x,5,5", "1:A2,b,-1,5,5", "1:A3,c,y,5,5", "1:,d,1,5,5"])
  }

  @Test func `of another data set stay open, and a dry run closes none`() throws {
    let bench = try ImportBench()
    let other = try ImportBench.manifest([("name: thing", "name: other")])
    _ = try bench.load(header + "A1,a,x,5,5\n")
    _ = try bench.load(header + "A1,a,1,5,5\n", other, name: "other.csv")
    #expect(try open(bench).count == 1)
    _ = try bench.load(header + "A1,a,1,5,5\n", name: "later.csv") { $0.isDryRun = true }
    #expect(try open(bench).count == 1)
  }

  @Test func `are found where keys do not fit into memory`() throws {
    let bench = try ImportBench()
    let rows = (1...3_000).map { "B\($0),a,\($0 % 3 == 0 ? "x" : "1"),5,5\n" }.joined()
    _ = try bench.load(header + rows)
    let report = try bench.load(header + rows.replacing(",x,", with: ",2,"), name: "later.csv") {
      $0.keysInMemory = 200
    }
    #expect(report.settled.count == 1_000)
    #expect(try open(bench).isEmpty)
  }
}
