import Access
import Datasets
import Foundation
import GRDB

/// Seals the rows that a data set's table has already, and moves those that are sealed to the newest key.
///
/// What ``ImportSeal`` does with the rows of an import. A row is done in one statement: what is in the clear of it
/// goes into the seal, and what may be shown takes its place. So a load may be interrupted between any two rows.
struct SealedTable {
  private let table: DatasetTable
  private let sealed: SealedFields
  private let hasSealedKey: Bool

  init(_ table: DatasetTable, _ db: Database) throws {
    self.table = table
    sealed = try table.sealed(db)
    hasSealedKey = try DatasetTable.hasSealedKey(table.name, db)
  }

  /// Seals all that is in the clear of a table, within the caller's transaction; nothing where all is sealed.
  static func complete(_ table: DatasetTable, _ seal: StoreSeal, _ db: Database) throws {
    let rows = try SealedTable(table, db)
    guard !rows.sealed.isComplete else { return }
    try seal.requireKeys(db)
    guard let ring = try seal.ring(db) else { return }
    var last: Int64 = 0
    while try rows.move(to: ring, at: .max, after: &last, db) > 0 {}
    try rows.finish(db)
  }

  /// Notes that everything is sealed, and makes what depends on it.
  func finish(_ db: Database) throws {
    guard !sealed.isComplete else { return }
    try maskRemarks(db)
    try sealed.complete(db)
    try table.makeKeyIndex(db)
    if try table.isPublished(db) { try table.makeView(db) }
  }

  /// Masks the values in remarks on fields that were not marked when their rows were loaded.
  private func maskRemarks(_ db: Database) throws {
    let manifest = table.manifest
    for field in manifest.fields where sealed[field.name] != nil {
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT r.id, r.value FROM remark AS r JOIN batch AS b ON b.id = r.batch_id
          WHERE b.dataset = ? AND r.field = ? AND r.value <> ''
          """, arguments: [manifest.dataset, field.name])
      for row in rows {
        let value: String = row[1]
        // Masked values end with an asterisk, or are bands of numbers.
        guard !value.hasSuffix("*"), !value.contains("–") else { continue }
        try db.cachedStatement(sql: "UPDATE remark SET value = ? WHERE id = ?")
          .execute(arguments: [manifest.mask(of: field).shown(value), row[0] as Int64])
      }
    }
  }

  /// The condition of rows that are in the clear, or may be in part, or are under a former version.
  private func condition(newest version: UInt32) -> String {
    let columns = sealed.families.map(SealedFields.column)
    guard sealed.isComplete else { return "1" }
    let newest = String(format: "%08x", version)
    return columns.map { "\($0) IS NULL OR substr(\($0), 3, 4) <> x'\(newest)'" }
      .joined(separator: " OR ")
  }

  /// Seals some rows.
  ///
  /// - Parameter last: the row after which to begin; the last one that was looked at.
  /// - Returns: how many were looked at, which is fewer than `most` where none is left.
  func move(
    to ring: KeyRing, at most: Int, after last: inout Int64, _ db: Database
  ) throws -> Int {
    let keys = try Keys(ring, table, sealed, hasSealedKey: hasSealedKey, db)
    let families = sealed.families
    let key = table.manifest.primaryKey
    let columns =
      ["id", "row_hash", "grid_id"] + families.map(SealedFields.column)
      + (hasSealedKey ? [SealedFields.keyColumn] : [])
    let fields = sealed.fields.map(\.name) + (hasSealedKey ? key : [])
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \((columns + fields.map(SQLName.quoted)).joined(separator: ", "))
        FROM \(SQLName.quoted(table.name))
        WHERE id > ? AND (\(condition(newest: ring.current.number))) ORDER BY id LIMIT ?
        """, arguments: [last, most])
    // Read first: a statement that walks a table must not meet what another one changes in it.
    var found: [Row] = []
    while found.count < Self.rowsTogether, let row = try rows.next() { found.append(row.copy()) }
    let updates = (
      whole: try db.makeStatement(sql: updateSQL(isWhole: true)),
      resealing: try db.makeStatement(sql: updateSQL(isWhole: false))
    )
    let place = try hasGeometry ? db.makeStatement(sql: placeSQL) : nil
    for row in found {
      if try move(row, keys, updates), let place {
        // Apart from the rest: each row whose geometry is written is put into the spatial index anew.
        try place.execute(arguments: [try keys.anchors.point(of: row[2]), row[0] as Int64])
      }
      last = row[0]
    }
    return found.count
  }

  /// How many rows are in memory at a time.
  private static let rowsTogether = 2_000

  private struct Keys {
    let ring: KeyRing
    let sealers: [(family: String, opening: Sealer, sealing: RowSealer)]
    let hashKey: HashKey
    let keyDigest: KeyedDigest?
    let indexes: [String: KeyedDigest]
    /// The masks of the fields by their names in lower case.
    let masks: [String: ValueMask]
    let anchors: GridAnchors

    init(
      _ ring: KeyRing, _ table: DatasetTable, _ sealed: SealedFields, hasSealedKey: Bool,
      _ db: Database
    ) throws {
      self.ring = ring
      sealers = try sealed.families.map { family in
        (
          family, Sealer(ring, family: family),
          try RowSealer(ring, family: family, table: table.name)
        )
      }
      hashKey = HashKey(ring.rowHashBytes)
      keyDigest = hasSealedKey ? try KeyedDigest(ring.keyDigestKey(table: table.name)) : nil
      indexes = Dictionary(
        uniqueKeysWithValues: try sealed.fields.filter(\.isSearchable).map {
          ($0.name, try KeyedDigest(ring.indexKey(table: table.name, column: $0.name)))
        })
      let srid = try Int.fetchOne(
        db, sql: "SELECT srid FROM geometry_columns WHERE f_table_name = lower(?)",
        arguments: [table.name])
      anchors = GridAnchors(db, srid: srid ?? 0)
      // The text says it also of a manifest that was kept without its code tables.
      var masks: [String: ValueMask] = [:]
      for (name, field) in ManifestOutline(yaml: table.manifest.text).fields {
        masks[name.lowercased()] = field.mask
      }
      if table.manifest.sealsPositions {
        for name in table.manifest.positionFields { masks[name.lowercased()] = .withheld }
      }
      self.masks = masks
    }

    func mask(of field: SealedFields.Field) -> ValueMask {
      // Of a field that the manifest no longer has nobody knows what it means.
      masks[field.name.lowercased()] ?? (field.family == StoreSeal.secret ? .withheld : .code)
    }
  }

  /// The statement that writes a row: the whole of it, or of one that is sealed already only what depends on the
  /// newest key, so that no index has to follow.
  private func updateSQL(isWhole: Bool) -> String {
    var columns = sealed.families.map(SealedFields.column)
    columns += sealed.fields.filter(\.isSearchable).map { SQLName.quoted($0.indexColumn) }
    if isWhole {
      columns += ["row_hash"] + (hasSealedKey ? [SealedFields.keyColumn] : [])
      columns += shownFields.map { SQLName.quoted($0.name) }
    }
    return """
      UPDATE \(SQLName.quoted(table.name))
      SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?
      """
  }

  /// Whether the geometry is sealed.
  private var hasGeometry: Bool { sealed[Manifest.geometryName] != nil }

  /// The fields whose columns have what may be shown.
  private var shownFields: [SealedFields.Field] {
    sealed.fields.filter { $0.name != Manifest.geometryName }
  }

  private var placeSQL: String {
    "UPDATE \(SQLName.quoted(table.name)) SET geometry = ? WHERE id = ?"
  }

  /// Seals a row; tells whether its geometry was in the clear.
  private func move(
    _ row: Row, _ keys: Keys, _ updates: (whole: Statement, resealing: Statement)
  ) throws -> Bool {
    let (id, hash): (Int64, Int64) = (row[0], row[1])
    var column = 3
    var values = SealedRow()
    var isNew = true
    for (_, opening, _) in keys.sealers {
      if let bytes = row[column] as Data? {
        isNew = false
        let text = try opening.open(
          bytes, at: SealPlace(table: table.name, row: id), table: table.name, row: "\(id)")
        guard let known = try? SealedRow(text) else {
          throw SealFault.changed(table: table.name, row: "\(id)")
        }
        values.values.merge(known.values) { $1 }
      }
      column += 1
    }
    var key = hasSealedKey ? row[column] as Data? : nil
    if hasSealedKey { column += 1 }
    var (isPlaced, isWhole) = (false, isNew)
    // What stands in a column and not in the seal is in the clear.
    for (index, field) in sealed.fields.enumerated() where values.values[field.number] == nil {
      let value = SealedValue(row[column + index] as DatabaseValue)
      guard value != .none else { continue }
      // Where all positions are sealed, one that is shown is that of a cell, and no value of the row's own.
      if field.name == Manifest.geometryName, field.isComplete { continue }
      values.values[field.number] = value
      isWhole = true
      if field.name == Manifest.geometryName { isPlaced = true }
    }
    if key == nil, let digest = keys.keyDigest {
      isWhole = true
      key = try self.key(row, from: column + sealed.fields.count, values).map {
        try digest.key($0).bytes
      }
    }
    var arguments: [(any DatabaseValueConvertible)?] = []
    for (family, _, sealing) in keys.sealers {
      let own = Set(sealed.fields.filter { $0.family == family }.map(\.number))
      let part = SealedRow(values.values.filter { own.contains($0.key) })
      arguments.append(try sealing.seal(part, at: id))
    }
    for field in sealed.fields where field.isSearchable {
      let value = values.values[field.number] ?? .none
      arguments.append(try value.searched.flatMap { try keys.indexes[field.name]?.entry(of: $0) })
    }
    guard isWhole else {
      try updates.resealing.execute(arguments: StatementArguments(arguments) + [id])
      return false
    }
    arguments.append(
      isNew ? Int64(bitPattern: keys.hashKey.keyed(UInt64(bitPattern: hash))) : hash)
    if hasSealedKey { arguments.append(key) }
    for field in shownFields {
      arguments.append(keys.mask(of: field).shown(values.values[field.number] ?? .none))
    }
    try updates.whole.execute(arguments: StatementArguments(arguments) + [id])
    return isPlaced
  }

  /// The hash of a row's key, from what is sealed of it and what is not.
  private func key(_ row: Row, from column: Int, _ values: SealedRow) throws -> ValueHash? {
    var encoder = RecordKeyEncoder()
    encoder.begin()
    for (index, name) in table.manifest.primaryKey.enumerated() {
      let own = sealed[name].flatMap { values.values[$0.number] }
      let value = own ?? SealedValue(row[column + index] as DatabaseValue)
      switch (table.manifest.field(name)?.type, value) {
      case (_, .none): return nil
      case (.integer, .integer(let number)), (.boolean, .integer(let number)):
        encoder.append(number)
      case (.number, .real(let number)): encoder.append(number)
      case (.number, .integer(let number)): encoder.append(Double(number))
      case (_, .text(let text)): encoder.append(text)
      case (_, .integer(let number)): encoder.append("\(number)")
      case (_, .real(let number)): encoder.append("\(number)")
      case (_, .bytes): return nil
      }
    }
    return encoder.hash()
  }
}

extension ValueMask {
  /// What is shown of a sealed value; nil for nothing.
  func shown(_ value: SealedValue) -> String? {
    switch value {
    case .none: nil
    case .integer(let number): shown("\(number)")
    case .real(let number): shown("\(number)")
    case .text(let text): shown(text)
    case .bytes: nil
    }
  }
}
