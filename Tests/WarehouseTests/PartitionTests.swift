import Intake
import Datasets
import Testing

@testable import Warehouse

@Suite struct PartitionTests {
  private let header = "no,kind,amount,lon,lat\n"

  private func partitioned(_ own: String = "") throws -> Manifest {
    try ImportBench.manifest([
      ("load: incremental", "load: partition\n  partition: [kind]\n  \(own)")
    ])
  }

  @Test func `a load by partitions retires absent rows of the partitions it names only`() throws {
    let bench = try ImportBench()
    let manifest = try partitioned()
    _ = try bench.load(
      header + "A1,may,1,5,5\nA2,may,2,5,5\nA3,june,3,5,5\nA4,,4,5,5\n", manifest)

    let report = try bench.load(header + "A1,may,1,5,5\nA5,may,5,5,5\n", manifest)

    #expect(report.retired == 1 && report.inserted == 1 && report.unchanged == 1)
    #expect(try bench.current() == ["A1:may", "A3:june", "A4:", "A5:may"])
    let unnamed = try bench.load(header + "A6,,6,5,5\n", manifest)
    #expect(unnamed.retired == 1)
    #expect(try bench.current() == ["A1:may", "A3:june", "A5:may", "A6:"])
  }

  @Test func `a row that changes its partition is neither retired nor doubled`() throws {
    let bench = try ImportBench()
    let manifest = try partitioned()
    _ = try bench.load(header + "A1,may,1,5,5\nA2,may,2,5,5\n", manifest)
    let report = try bench.load(header + "A1,june,1,5,5\n", manifest)
    #expect(report.updated == 1 && report.retired == 0)
    #expect(try bench.current() == ["A1:june", "A2:may"])
  }

  @Test func `the share that a load may retire is that of its partitions`() throws {
    let bench = try ImportBench()
    let manifest = try partitioned("thresholds: {maxShrink: 40%}")
    _ = try bench.load(
      header + "A1,may,1,5,5\nA2,may,2,5,5\nA3,june,3,5,5\nA4,june,3,5,5\nA5,july,3,5,5\n", manifest
    )
    let report = try bench.load(header + "A1,may,1,5,5\n", manifest)
    #expect(report.status == .refused && report.retired == 1)
    #expect(report.refused == .shrink(retired: 1, share: 0.5, limit: 0.4, isDeclared: true))
  }

  @Test func `a load that retires most rows needs a manifest that permits it`() throws {
    let bench = try ImportBench()
    let full = try ImportBench.manifest([("incremental", "full")])
    _ = try bench.load(header + (1...1_000).map { "B\($0),a,1,5,5\n" }.joined(), full)

    let report = try bench.load(header + "B7,a,1,5,5\n", full)

    #expect(report.status == .refused)
    #expect(
      report.refused == .shrink(retired: 999, share: 0.999, limit: 0.5, isDeclared: false))
    #expect(report.retiredExamples == ["B1", "B2", "B3"])
    #expect(try bench.current().count == 1_000)
    let permitted = try ImportBench.manifest([
      ("load: incremental", "load: full\n  thresholds: {maxShrink: 100%}")
    ])
    #expect(try bench.load(header + "B7,a,1,5,5\n", permitted).retired == 999)
    // Tables of a few rows come and go.
    let small = try ImportBench()
    _ = try small.load(header + (1...20).map { "B\($0),a,1,5,5\n" }.joined(), full)
    #expect(try small.load(header + "B7,a,1,5,5\n", full).retired == 19)
  }

  @Test func `a heading repeated among the rows spares none of them`() throws {
    let bench = try ImportBench()
    let full = try ImportBench.manifest([("incremental", "full")])
    _ = try bench.load(header + "A1,a,1,5,5\nA2,b,2,5,5\n", full)
    let report = try bench.load(header + "A1,a,1,5,5\n" + header, full)
    #expect(report.reasons == ["header-repeated": 1] && report.retired == 1 && report.spared == 0)
  }

  @Test func `a refused row without a key spares the rows that it may be`() throws {
    let bench = try ImportBench()
    let full = try ImportBench.manifest([("incremental", "full")])
    _ = try bench.load(header + "A1,a,1,5,5\nA2,b,2,5,5\n", full)

    let report = try bench.load(header + "A1,a,1,5,5\n,b,2,5,5\n", full)

    #expect(report.retired == 0 && report.spared == 1 && report.quarantined == 1)
    #expect(report.notes == [.spared(rows: 1, keyless: 1)])
    #expect(try bench.current() == ["A1:a", "A2:b"])
  }

  @Test func `of partitions only those that the keyless row may be in are spared`() throws {
    let bench = try ImportBench()
    let manifest = try partitioned()
    let before = header + "A1,may,1,5,5\nA2,may,2,5,5\nA3,june,3,5,5\nA4,june,4,5,5\n"
    _ = try bench.load(before, manifest)

    let report = try bench.load(
      header + "A1,may,1,5,5\n,may,2,5,5\nA3,june,3,5,5\n", manifest)
    #expect(report.retired == 1 && report.spared == 1)
    #expect(try bench.current() == ["A1:may", "A2:may", "A3:june"])

    // A malformed row may be in any partition.
    _ = try bench.load(before, manifest) { $0.isForced = true }
    let broken = try bench.load(header + "A1,may,1,5,5\nA3,june,3,5,5\nA4\n", manifest)
    #expect(broken.retired == 0 && broken.spared == 2)
  }

  @Test func `a share of errors refuses the file beside a number of them`() throws {
    let bench = try ImportBench()
    let manifest = try ImportBench.manifest([
      ("load: incremental", "load: incremental\n  thresholds: {maxErrors: 100, maxErrorRate: 10%}")
    ])
    let report = try bench.load(header + "A1,a,1,5,5\nA2,a,x,5,5\n", manifest)
    #expect(report.status == .refused)
    #expect(
      report.refused == .errors(refused: 1, read: 2, limit: .share(0.1), mostOften: "type-integer"))
  }

  @Test func `remarks are counted exactly, and the first thousand of each kept in words`() throws {
    let bench = try ImportBench()
    let manifest = try ImportBench.manifest([
      (
        "{name: kind, title: Kind}",
        "{name: kind, title: Kind, gewu: {check: cn.mobile, severity: warning}}"
      )
    ])
    let rows = (0..<1_200).map { "N\($0),x,1,5,5\n" }.joined()

    let report = try bench.load(header + rows + "M1,19900000000,1,5,5\nM2,y,z,5,5\n", manifest)

    #expect(report.inserted == 1_201 && report.quarantined == 1)
    #expect(report.warned == 1_200 && report.remarks == ["mobile": 1_200])
    #expect(report.reasons == ["type-integer": 1])
    #expect(try bench.number("SELECT count(*) FROM remark") == 1_000)
    #expect(
      try bench.strings(
        "SELECT row_number || severity || code || field || value || arguments FROM remark LIMIT 1")
        == [#"1warningmobilekindx{"title":"Kind"}"#])
    #expect(
      try bench.strings("SELECT code || ':' || severity FROM quarantine_reason ORDER BY code")
        == ["mobile:warning", "type-integer:error"])
    let kept = try #require(try bench.store.read { try $0.batch(id: 1) }).report
    #expect(kept.warned == 1_200 && kept.remarks == report.remarks)
    #expect(kept.reasons == report.reasons)
  }

  @Test func `a change of an excluded field alone is none`() throws {
    let bench = try ImportBench()
    let manifest = try ImportBench.manifest([
      ("load: incremental", "load: incremental\n  rowHash: {exclude: [amount]}")
    ])
    _ = try bench.load(header + "A1,a,1,5,5\n", manifest)
    let report = try bench.load(header + "A1,a,2,5,5\n", manifest)
    #expect(report.unchanged == 1 && report.updated == 0)
  }
}
