import Datasets
import Testing

@testable import DemoDistrict

/// What the key takes the store to hold, by the rules of loading.
@Suite struct `The store as the key knows it` {
  private func manifest(_ load: LoadMode, dedupe: DuplicateRule = .first) throws -> Manifest {
    var manifest = try Repository.manifests().manifest(dataset: "psb_household")
    (manifest.load, manifest.dedupe) = (load, dedupe)
    (manifest.maximumErrorRate, manifest.maximumErrors, manifest.maximumShrink) = (0.5, nil, 0.5)
    return manifest
  }

  private func line(
    _ key: UInt64, content: UInt64 = 1, partition: UInt64? = 1, unit: String? = "G",
    reasons: [String] = []
  ) -> SentLine {
    SentLine(
      outcome: RowOutcome(reasons: reasons, unit: unit), key: .of(key), content: content,
      partition: partition, mark: 0)
  }

  /// A refused line of which nobody can say which row it is.
  private func keyless(partition: UInt64?) -> SentLine {
    var line = line(0, partition: partition, reasons: ["required"])
    line.key = .unreadable
    return line
  }

  /// Sends a file.
  private func send(
    _ lines: [SentLine], to store: inout StoreModel
  ) -> (key: FileKey, code: RefusedFile.Code?) {
    var key = FileKey(file: "a.csv", dataset: "a", format: "csv")
    store.begin()
    for line in lines { store.take(line, &key) }
    let code = store.finish(&key)
    return (key, code)
  }

  @Test func `a key of the store is unchanged or updated, and what a full load lacks ends`() throws
  {
    var store = StoreModel(try manifest(.full))
    #expect(send([line(1), line(2), line(3), line(4, unit: nil)], to: &store).key.inserted == 4)

    let (key, code) = send([line(1), line(2, content: 9, unit: "H"), line(4), line(5)], to: &store)

    #expect(code == nil)
    #expect([key.inserted, key.updated, key.unchanged, key.retired] == [1, 1, 2, 1])
    #expect(key.cells == ["G": 2, "H": 1])
    // What ended comes back as a new row.
    #expect(send([line(1), line(2), line(3), line(4), line(5)], to: &store).key.inserted == 1)
  }

  @Test
  func `a refused line keeps the row of its key, and spares all where its key cannot be read`()
    throws
  {
    var store = StoreModel(try manifest(.full))
    _ = send((1...9).map { line($0) }, to: &store)

    let held = send((1...7).map { line($0) } + [line(8, reasons: ["required"])], to: &store)
    #expect(held.key.retired == 1 && held.key.quarantined == 1)
    #expect(held.key.cells == ["G": 8])
    let spared = send((1...7).map { line($0) } + [keyless(partition: 1)], to: &store)
    #expect(spared.key.retired == 0 && spared.key.cells == ["G": 8])
  }

  @Test func `a load by partitions ends and spares rows of those that it names`() throws {
    var store = StoreModel(try manifest(.partition))
    let first = (1...9).map { line($0, partition: $0 % 3) }
    _ = send(first, to: &store)

    // Partition 0 is not named; of partition 1 a line is refused without its key.
    let lines = [line(1, partition: 1), line(2, partition: 2), line(5, partition: 2)]
    let (key, _) = send(lines + [keyless(partition: 1)], to: &store)
    #expect(key.retired == 1 && key.unchanged == 3)
    // Where not even the partition can be read, nothing ends.
    #expect(send([line(2, partition: 2), keyless(partition: nil)], to: &store).key.retired == 0)
  }

  @Test(arguments: [
    (DuplicateRule.first, [1, 0, 1, 0]), (.last, [0, 1, 1, 0]), (.error, [1, 0, 0, 1]),
  ])
  func `of two lines of a key the rule of the manifest decides`(
    rule: DuplicateRule, wanted: [Int]
  ) throws {
    var store = StoreModel(try manifest(.incremental, dedupe: rule))
    _ = send([line(1)], to: &store)

    let (key, _) = send([line(1), line(1, content: 2, unit: nil)], to: &store)

    #expect([key.unchanged, key.updated, key.duplicate, key.quarantined] == wanted)
    #expect(key.unattached == (rule == .last ? 1 : 0))
    // What the last line said is in the store: the first one says something else.
    #expect(send([line(1)], to: &store).key.updated == (rule == .last ? 1 : 0))
  }

  @Test func `a file with too many errors or too few rows is refused`() throws {
    var store = StoreModel(try manifest(.full))
    _ = send((1...9).map { line($0) }, to: &store)
    var copy = store
    let wrong = (1...5).map { line($0, reasons: ["required"]) } + (6...9).map { line($0) }
    #expect(send(wrong, to: &copy).code == .tooManyErrors)
    copy = store
    #expect(send([line(1)], to: &copy).code == .tooManyGone)
    copy = store
    var blank = line(1)
    blank.outcome.isBlank = true
    #expect(send([blank], to: &copy).code == .noRows)
  }
}
