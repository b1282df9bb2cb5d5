@testable import Intake
import Datasets
import Foundation
import Testing

@testable import Warehouse

@Suite struct BatchDiffTests {
  let header = "no,kind,amount,lon,lat\n"
  let bench: ImportBench
  let full: Manifest

  init() throws {
    bench = try ImportBench()
    full = try ImportBench.manifest([("incremental", "full")])
  }

  func diff(_ old: Int64?, _ new: Int64) throws -> BatchDiff {
    try bench.store.read { try $0.diff(dataset: "thing", from: old, to: new) }
  }

  @Test func `rows are added, changed, the same or removed, and the fields are counted`() throws {
    _ = try bench.load(header + "A1,a,1,5,5\nA2,b,1,5,5\nA3,c,1,5,5\nA4,d,x,5,5\n", full)
    _ = try bench.load(header + "A1,a,1,5,5\nA2,B,2,5,5\nA5,e,1,50,5\n", full)

    let diff = try diff(1, 2)

    #expect(diff.added == 1 && diff.changed == 1 && diff.unchanged == 1 && diff.removed == 1)
    #expect(diff.columns == ["kind": 1, "amount": 1])
    #expect(
      diff.samples == [
        .init(kind: .changed, key: "A2", column: "kind", old: "b", new: "B"),
        .init(kind: .changed, key: "A2", column: "amount", old: "1", new: "2"),
        .init(kind: .added, key: "A5"), .init(kind: .removed, key: "A3"),
      ])
    #expect(
      diff.grids == [
        .init(code: nil, rows: .init(before: 0, after: 1)),
        .init(code: "G1", rows: .init(before: 3, after: 2)),
      ])
    #expect(diff.reasons == ["type-integer": .init(before: 1, after: 0)])
  }

  @Test func `the first batch is compared with nothing, and far ones with each other`() throws {
    _ = try bench.load(header + "A1,a,1,5,5\n")
    _ = try bench.load(header + "A1,b,1,5,5\n")
    _ = try bench.load(header + "A1,a,1,5,5\nA2,a,1,5,5\n")

    #expect(try diff(nil, 1).added == 1)
    let far = try diff(1, 3)
    // A1 is another version with the same content.
    #expect(far.added == 1 && far.changed == 0 && far.unchanged == 1)
  }

  @Test func `a batch that was taken back is in no state`() throws {
    _ = try bench.load(header + "A1,a,1,5,5\n")
    _ = try bench.load(header + "A1,b,1,5,5\nA2,b,1,5,5\n")
    _ = try bench.rollBack(2)
    _ = try bench.load(header + "A1,c,1,5,5\n")

    let diff = try diff(1, 3)

    #expect(diff.added == 0 && diff.changed == 1 && diff.unchanged == 0 && diff.removed == 0)
    #expect(diff.samples.map(\.old) == ["a"])
  }

  @Test func `sensitive values and keys are masked`() throws {
    let sealed = try ImportBench.manifest([
      ("{name: no,", "{name: no, gewu: {sensitive: personal},"),
      ("title: Kind", "title: Kind, gewu: {sensitive: secret}"),
    ])
    _ = try bench.load(header + "A1234,a,1,5,5\n", sealed)
    _ = try bench.load(header + "A1234,b,2,5,5\n", sealed)

    let samples = try diff(1, 2).samples

    #expect(samples.map(\.key) == ["A1***", "A1***"])
    #expect(samples.map(\.old) == ["***", "1"] && samples.map(\.new) == ["***", "2"])
  }

  @Test func `rows without a key come and go`() throws {
    let append = try ImportBench.manifest([("primaryKey: [no]\n", ""), ("incremental", "append")])
    _ = try bench.load(header + "A1,a,1,5,5\n", append)
    _ = try bench.load(header + "A1,a,1,5,5\nA1,b,1,5,5\n", append)
    let diff = try diff(1, 2)
    #expect(diff.added == 2 && diff.changed == 0 && diff.unchanged == 1 && diff.removed == 0)
  }

  @Test func `a dry run says what the load would change`() throws {
    _ = try bench.load(header + "A1,a,1,5,5\nA2,b,1,5,5\n", full)
    let before = try bench.content()

    let report = try bench.load(header + "A1,z,1,5,5\nA3,c,1,5,5\nA4,c,x,5,5\n", full) {
      $0.isDryRun = true
    }

    let plan = try #require(report.plan)
    #expect(plan.from == 1 && plan.to == nil)
    #expect(plan.added == 1 && plan.changed == 1 && plan.unchanged == 0 && plan.removed == 1)
    #expect(plan.columns == ["kind": 1])
    #expect(plan.reasons == ["type-integer": .init(before: 0, after: 1)])
    #expect(try bench.content() == before)
  }
}
