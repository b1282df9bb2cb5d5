package import Intake
package import Datasets
import Foundation
package import Geometry
import GRDB
import Time

extension StoreTransaction {
  /// Where the records of a data set are and what they are, by the manifest that it was loaded by
  /// last.
  package func manifest(of dataset: DatasetEntry) throws -> Manifest {
    let text = try String.fetchOne(
      db, sql: "SELECT manifest FROM dataset WHERE name = ?", arguments: [dataset.name])
    return try Manifest(keptText: text ?? "", path: "\(dataset.name) (as kept in the store)")
  }

  /// Attaches the current rows of a data set to the cells of a generation; only rows whose cell is
  /// another one are written, and each remembers the one it had.
  ///
  /// - Parameter addresses: finds the cell of a written address; nil where there is no register.
  package func attach(
    _ dataset: DatasetEntry, by manifest: Manifest, to attacher: GridAttacher,
    addresses: AddressPlacer? = nil
  ) throws -> AttachReport {
    let names = try db.columns(in: dataset.table).map(\.name)
    let place = try StoredPlace(
      manifest.locations, fields: Set(names), attacher: attacher, addresses: addresses,
      srid: store.srid)
    let geometry = names.contains("geometry") ? try geometryColumn(of: dataset.table) : "NULL"
    let fields = try place.columns.map { ", \(try value(of: $0, in: dataset))" }.joined()
    var report = AttachReport(dataset: dataset.name, generation: attacher.generation)
    var changes: [(id: Int64, answer: StoredPlace.Answer?)] = []
    var shifts: [Int64: Int] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, grid_id, \(geometry) AS place, from_batch\(fields) FROM \(SQLName.quoted(dataset.table))
        WHERE to_batch IS NULL ORDER BY id
        """)
    while let row = try rows.next() {
      let position = try row.withUnsafeData(atIndex: 2) { try Self.anchor(of: $0) }
      let answer = place.answer(row, from: 4, position: position)
      let old: Int64? = row[1]
      report.count(from: old, to: answer?.gridID)
      guard old != answer?.gridID else { continue }
      changes.append((row[0], answer))
      if old == nil { shifts[row[3], default: 0] += 1 }
      if answer == nil { shifts[row[3], default: 0] -= 1 }
    }
    try keep(changes, in: dataset, generation: attacher.generation)
    try keep(shifts)
    try noteAttaching(dataset.name, generation: attacher.generation, hasChanges: !changes.isEmpty)
    return report
  }

  /// Attaches the reports to the cells of a generation, as
  /// ``attach(_:by:to:)`` does with rows.
  ///
  /// One that came with a code and no position goes to the cell of the same code.
  ///
  /// - Parameters:
  ///   - locate: the cell's row in `grid` of a position in the store's system and whether it lies
  ///     on a border; no row outside.
  ///   - successor: of a cell's row in `grid`, the one of the same level and code; nil for none.
  package func attachReports(
    generation: Int64, locate: (Coordinate) -> (gridID: Int64?, status: String),
    successor: (Int64) -> Int64?
  ) throws -> AttachReport {
    var report = AttachReport(dataset: nil, generation: generation)
    var changes: [(id: Int64, gridID: Int64?, status: String)] = []
    try forEachPlacedReport { row in
      var (found, status): (Int64?, String) = (nil, "outside")
      if row.method == "code", let id = row.gridID {
        found = successor(id)
        status = found == nil ? "invalid" : "inside"
      }
      if found == nil, let position = row.position { (found, status) = locate(position) }
      report.count(from: row.gridID, to: found)
      if row.gridID != found { changes.append((row.id, found, status)) }
    }
    let total = try reportCount()
    report.unattached += total - report.rows
    report.rows = total
    try keep(changes, generation: generation)
    try noteAttaching(nil, generation: generation, hasChanges: !changes.isEmpty)
    return report
  }

  /// Notes that a data set was attached, where that changed anything or is the first time in the
  /// generation: from then on it is known that rows without a cell have none in it.
  private func noteAttaching(_ dataset: String?, generation: Int64, hasChanges: Bool) throws {
    let object = Self.attachedObject(dataset)
    let isKnown = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM operation WHERE kind = ? AND object = ?
          AND id > (SELECT activated_operation FROM generation WHERE id = ?))
        """, arguments: [OperationKind.attach.rawValue, object, generation])
    if hasChanges || isKnown != true { try note(.attach, object) }
  }

  private static func attachedObject(_ dataset: String?) -> String {
    dataset.map { "dataset/\($0)" } ?? "reports"
  }

  /// The generation that was active when the rows of a data set, or the reports, were last attached
  /// again; nil where that was not after a generation of the base net later than `earlier` became active.
  package func attachedGeneration(of dataset: String?, after earlier: Int64) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        WITH later AS (SELECT g.id, g.activated_operation AS operation FROM generation AS g
          JOIN net AS n ON n.id = g.net_id WHERE n.name = ?1 AND g.id > ?2)
        SELECT id FROM later WHERE operation <
          (SELECT id FROM operation WHERE kind = ?3 AND object = ?4
            AND id > (SELECT min(operation) FROM later) ORDER BY id DESC LIMIT 1)
        ORDER BY operation DESC LIMIT 1
        """,
      arguments: [Net.base, earlier, OperationKind.attach.rawValue, Self.attachedObject(dataset)])
  }

  /// The cells that a row of a data set, or a report, was attached to before, the oldest first.
  ///
  /// - Parameter dataset: its name; nil for a report.
  package func earlierGrids(dataset: String?, row: Int64) throws -> [EarlierGrid] {
    try EarlierGrid.fetchAll(
      db,
      sql: """
        SELECT *, attach_method AS method FROM earlier_grid
        WHERE dataset IS ? AND row_id = ? ORDER BY id
        """, arguments: [dataset, row])
  }

  /// Notes by how many rows with a cell batches have more than they had when they were published.
  func keep(_ shifts: [Int64: Int]) throws {
    for (batch, shift) in shifts {
      try db.execute(
        sql: "UPDATE batch SET attached_shift = attached_shift + ? WHERE id = ?",
        arguments: [shift, batch])
    }
  }

  func keep(
    _ changes: [(id: Int64, answer: StoredPlace.Answer?)], in dataset: DatasetEntry,
    generation: Int64
  ) throws {
    let table = SQLName.quoted(dataset.table)
    let remember = try memory(of: table, level: "attach_level")
    let update = try db.makeStatement(
      sql: """
        UPDATE \(table) SET grid_id = ?, generation = ?, attach_method = ?, attach_level = ?
        WHERE id = ?
        """)
    // A row whose own position is sealed stands where its cell is.
    let isSealed = try SealedFields(ofTable: dataset.table, db)[Manifest.geometryName] != nil
    let place =
      try isSealed ? db.makeStatement(sql: "UPDATE \(table) SET geometry = ? WHERE id = ?") : nil
    let anchors = GridAnchors(db, srid: store.srid)
    let now = self.now
    for (id, answer) in changes {
      try remember.execute(arguments: [dataset.name, generation, now, id])
      try place?.execute(arguments: [try anchors.point(of: answer?.gridID), id])
      try update.execute(arguments: [
        answer?.gridID, answer == nil ? nil : generation, answer?.method, answer?.level, id,
      ])
    }
    try touchSubjects(ofRows: changes.lazy.map(\.id), in: dataset.name)
  }

  private func keep(
    _ changes: [(id: Int64, gridID: Int64?, status: String)], generation: Int64
  ) throws {
    let remember = try memory(of: "report", level: "NULL")
    let update = try db.makeStatement(
      sql: """
        UPDATE report SET grid_id = ?1, generation = ?2, grid_status = ?3,
          attach_method = CASE WHEN ?1 IS NULL THEN NULL
            ELSE coalesce(attach_method, 'coordinates') END
        WHERE id = ?4
        """)
    let now = self.now
    for (id, gridID, status) in changes {
      try remember.execute(arguments: [nil, generation, now, id])
      try update.execute(arguments: [gridID, generation, status, id])
    }
  }

  /// Keeps the cell that a row has, where it has one.
  private func memory(of table: String, level: String) throws -> Statement {
    try db.makeStatement(
      sql: """
        INSERT INTO attachment_history (dataset, row_id, grid_id, generation, attach_method,
          attach_level, until_generation, until)
        SELECT ?1, id, grid_id, generation, attach_method, \(level), ?2, ?3 FROM \(table)
        WHERE id = ?4 AND grid_id IS NOT NULL
        """)
  }
}
