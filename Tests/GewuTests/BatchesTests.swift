import Datasets
import Gewu
import Testing
import Warehouse

@Suite struct BatchesTests {
  private let sample: Sample
  private let manifest: Manifest

  init() throws {
    sample = try Sample()
    manifest = try Manifest(
      yaml: """
        name: thing
        primaryKey: [no]
        fields:
          - {name: no}
          - {name: kind}
        """, path: "thing.yaml")
  }

  @Test func `a second rollback says when the first was`() throws {
    let path = try sample.write("no,kind\n1,a\n", as: "things.csv")
    _ = try sample.district.importFile(at: path, manifest: manifest)

    let time = try sample.district.rollBack(batch: 1).time

    #expect(throws: BatchFault.rolledBackAlready(1, at: time)) {
      try sample.district.rollBack(batch: 1)
    }
  }

  @Test func `a batch that does not exist cannot be taken back`() throws {
    #expect(throws: BatchFault.noBatch(9)) { try sample.district.rollBack(batch: 9) }
  }

  @Test func `what a dry run would take back names the later batches`() throws {
    for (name, text) in [("a.csv", "1,a\n"), ("b.csv", "1,b\n2,b\n"), ("c.csv", "1,c\n")] {
      _ = try sample.district.importFile(
        at: sample.write("no,kind\n" + text, as: name), manifest: manifest)
    }

    let plan = try sample.district.rollBack(batch: 2, isDryRun: true)

    #expect(plan.isDryRun && plan.batch == 2 && plan.dataset == "thing")
    #expect([plan.insertedReversed, plan.reversed, plan.kept, plan.errors] == [1, 1, 1, 0])
    #expect(plan.laterBatches.map(\.batch) == [3] && plan.laterBatches.map(\.rows) == [1])
    #expect(plan.laterBatches.map(\.file) == ["c.csv"])
  }
}
