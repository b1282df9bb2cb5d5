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

  @Test func `what was taken back is said in a few lines, with the later batches`() throws {
    for (name, text) in [("a.csv", "1,a\n"), ("b.csv", "1,b\n2,b\n"), ("c.csv", "1,c\n")] {
      _ = try sample.district.importFile(
        at: sample.write("no,kind\n" + text, as: name), manifest: manifest)
    }

    let plan = try sample.district.rollBack(batch: 2, isDryRun: true)

    #expect(
      plan.summary == """
        batch 2 (thing) would be rolled back
          1 reversed (1 inserted, 0 updated, 0 retired), 1 kept, 0 in error
          1 of its rows were changed since by batch 3 (c.csv) and would stay as they are; roll \
        that one back first to take them back
        """)
  }
}
