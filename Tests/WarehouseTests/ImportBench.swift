@testable import Intake
import Access
import Datasets
import Foundation
import GRDB
import Geometry
import Tabular
import TestSupport
import Testing
import Time

@testable import Warehouse

/// A store, a folder for files and a manifest, for tests of imports.
final class ImportBench {
  let store: Store
  /// Its master key, where it is sealed.
  let key: MasterKey
  private let files: TemporaryFolder

  var folder: URL { files.url }

  /// Makes a store with one grid, the square 0…10 x 0…10, code G1, row 1.
  ///
  /// - Parameters:
  ///   - isSealed: whether it is sealed from the beginning, by ``key``.
  ///   - profile: by which algorithms it is.
  init(
    clock: Clock = .system, isSealed: Bool = false, profile: SealProfile = .aes256GCM,
    key: MasterKey = .random()
  ) throws {
    files = try TemporaryFolder()
    self.key = key
    store = try Store.create(
      at: files.path("s.sqlite"), srid: 4326, levels: ["grid"], clock: clock, key: { _ in key })
    if isSealed { try store.makeSeal(profile: profile) { _ in key } }
    try store.write { session in
      _ = try session.preparingGeneration()
      try session.db.execute(
        sql:
          "INSERT INTO grid (id, level_id, code, origin, from_generation) VALUES (1, 1, 'G1', 'loaded', 1)"
      )
    }
  }

  static let attacher = GridAttacher(
    generation: 1, level: "grid", gridIDs: [1], codes: ["grid": ["G1": 1]],
    locate: { $0.x >= 0 && $0.x <= 10 && $0.y >= 0 && $0.y <= 10 ? 0 : -1 })

  /// A manifest of things with a number, a kind and a place.
  static func manifest(_ changes: [(String, String)] = []) throws -> Manifest {
    var text = """
      name: thing
      fieldsMatch: subset
      primaryKey: [no]
      fields:
        - {name: no, constraints: {required: true, maxLength: 6}}
        - {name: kind, title: Kind}
        - {name: amount, type: integer, constraints: {minimum: 0}}
        - {name: lon, type: number}
        - {name: lat, type: number}
      gewu:
        load: incremental
        location: {x: lon, y: lat, crs: wgs84}
        category: kind
      """
    for (old, new) in changes {
      guard text.contains(old) else { throw Missing(text: old) }
      text = text.replacingOccurrences(of: old, with: new)
    }
    return try Manifest(yaml: text, path: "thing.yaml")
  }

  struct Missing: Error {
    var text: String
  }

  func file(_ text: String, name: String = "things.csv") throws -> String {
    try file(Array(text.utf8), name: name)
  }

  func file(_ bytes: [UInt8], name: String = "things.csv") throws -> String {
    let url = folder.appendingPathComponent(name)
    try Data(bytes).write(to: url)
    return url.path
  }

  @discardableResult
  func load(
    _ text: String, _ manifest: Manifest? = nil, name: String = "things.csv",
    change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> ImportReport {
    var request = ImportRequest(
      path: try file(text, name: name), manifest: try manifest ?? Self.manifest(),
      attacher: Self.attacher)
    change(&request)
    let report = try store.importFile(request)
    #expect(report.isBalanced)
    return report
  }

  /// Takes a batch back.
  func rollBack(_ batch: Int64, isDryRun: Bool = false) throws -> RollbackReport {
    try store.write { session in
      let record = try #require(try session.batch(id: batch))
      return try session.rollBack(record, isDryRun: isDryRun)
    }
  }

  /// Tries the refused rows of a batch again.
  func replay(
    _ batch: Int64?, _ manifest: Manifest, change: (inout ReplayRequest) -> Void = { _ in }
  ) throws -> ReplayReport? {
    var request = ReplayRequest(batch: batch, manifest: manifest, attacher: Self.attacher)
    change(&request)
    return try store.replay(request)
  }

  /// All that readers see of the current rows.
  func visibleRows() throws -> [String] {
    try store.read { session in
      try Row.fetchAll(session.db, sql: "SELECT * FROM thing ORDER BY id").map { "\($0)" }
    }
  }

  /// The current rows as `no:kind`, in the order of their numbers.
  func current(_ columns: String = "no || ':' || ifnull(kind, '')") throws -> [String] {
    try strings("SELECT \(columns) FROM thing ORDER BY no")
  }

  /// Seals what is in the clear or under a former key, files and values; returns how many values.
  @discardableResult
  func sealRest() throws -> Int {
    try store.sealArchive()
    return try store.sealRest()
  }

  /// The current rows with what is sealed opened, and all that readers see beside it.
  func opened(_ dataset: String = "thing") throws -> [[String: String]] {
    try store.read { session in
      let table = try #require(try session.exportedTable(named: dataset))
      try session.prepareToOpen([table])
      var rows: [[String: String]] = []
      _ = try session.forEachRow(of: table, withGeometry: false) { cells, _ in
        rows.append(
          Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.name), cells.map(\.text))))
      }
      return rows
    }
  }

  /// The names of the files of the store, and of those beside it, in which a text stands.
  func files(with text: String) throws -> [String] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return try (found?.allObjects as? [URL] ?? []).filter { url in
      guard url.lastPathComponent.hasPrefix("s.sqlite"), !url.hasDirectoryPath else { return false }
      return try Data(contentsOf: url).range(of: Data(text.utf8)) != nil
    }.map(\.lastPathComponent).sorted()
  }

  func strings(_ sql: String) throws -> [String] {
    try store.read { try String.fetchAll($0.db, sql: sql) }
  }

  func number(_ sql: String) throws -> Int? {
    try store.read { try Int.fetchOne($0.db, sql: sql) }
  }

  /// Everything in the store, to tell whether it changed.
  func content() throws -> String {
    try store.read { session in
      let tables = try String.fetchAll(
        session.db,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
            AND name NOT LIKE 'idx_%' AND rootpage > 0 ORDER BY name
          """)
      return try tables.map { table in
        let rows = try Row.fetchAll(session.db, sql: "SELECT * FROM \"\(table)\"")
        return "\(table): \(rows)"
      }.joined(separator: "\n")
    }
  }
}
