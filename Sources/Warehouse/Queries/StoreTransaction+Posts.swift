import Datasets
import GRDB
package import Rosters
import Time

/// Posts in the cells of nets, out of the data sets whose manifests say that their rows are posts.
extension StoreTransaction {
  /// What tells the posts and norms of the store from those of any other of its states.
  package func postsEdition() throws -> String {
    let batches = try String.fetchOne(
      db,
      sql: """
        SELECT ifnull(max(published_operation), 0) || '.' || ifnull(max(rolled_back_operation), 0)
        FROM batch WHERE dataset IN (SELECT name FROM dataset WHERE \(Self.maySayPosts))
        """)
    let norms = try Int64.fetchOne(
      db, sql: "SELECT value FROM setting WHERE name = '\(Self.normsEdition)'")
    return "\(batches ?? "")n\(norms ?? 0)"
  }

  /// Whether a data set says that its rows are posts.
  package func hasPosts() throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM dataset WHERE \(Self.maySayPosts))")
      ?? false
  }

  /// Manifests that may have a block of posts; whether they have it is read from them.
  private static let maySayPosts = "instr(manifest, 'posts:') > 0"

  /// The posts that somebody holds, held or will hold, in all nets.
  ///
  /// Fields that are sensitive, sealed or not to be shown are left out. Versions of rows that later
  /// batches ended count for the time before; what was rolled back was at no time true.
  ///
  /// - Parameter onlyPublic: whether what the manifest does not mark public is left out too.
  package func heldPosts(onlyPublic: Bool = false) throws -> [HeldPost] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT name, table_name, manifest FROM dataset WHERE \(Self.maySayPosts)")
    return try rows.flatMap { row -> [HeldPost] in
      guard let outline = PostOutline(keptText: row["manifest"] ?? "") else { return [] }
      return try PostVersion.posts(
        versions(of: row["name"], in: row["table_name"], by: outline, onlyPublic: onlyPublic))
    }
  }

  private func versions(
    of dataset: String, in table: String, by outline: PostOutline, onlyPublic: Bool
  ) throws -> [PostVersion] {
    let sealed = try SealedFields(ofTable: table, db)
    // The number tells the posts of one holder apart, and is not shown on a notice all the same.
    let shown =
      onlyPublic
      ? outline.published.union(outline.open.intersection([.staff]))
      : outline.open.subtracting(Set([.holder, .phone, .office]).subtracting(outline.published))
    let parts = PostFields.Part.allCases.filter { part in
      shown.contains(part) && outline.fields.names[part].map { sealed[$0] == nil } ?? false
    }
    guard parts.contains(.role), parts.contains(.cell) else { return [] }
    let columns = parts.compactMap { outline.fields.names[$0].map(SQLName.quoted) }
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, from_batch, to_batch, \(columns.joined(separator: ", "))
        FROM \(SQLName.quoted(table)) WHERE to_batch IS NULL OR to_batch <> from_batch ORDER BY id
        """)
    let days = try lastDays(ofBatchesOf: dataset)
    var versions: [PostVersion] = []
    while let row = try cursor.next() {
      var values: [PostFields.Part: String] = [:]
      for (place, part) in parts.enumerated() { values[part] = row[place + 3] as String? }
      guard let role = values[.role], let cell = values[.cell] else { continue }
      let end = row[2] as Int64?
      versions.append(
        PostVersion(
          HeldPost(
            row: row[0], staff: values[.staff], role: role, net: values[.net] ?? Net.base,
            cell: cell, from: values[.from].flatMap { Day($0) },
            until: values[.until].flatMap { Day($0) },
            employment: outline.fields.employment(values[.employment]), origin: values[.origin],
            holder: values[.holder], phone: values[.phone], office: values[.office]),
          batch: row[1], lastDay: end.flatMap { days[$0] }))
    }
    return versions
  }

  /// The last day of the time that each batch is about, or of its publication where that is not known.
  private func lastDays(ofBatchesOf dataset: String) throws -> [Int64: Day] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, period, ended FROM batch WHERE dataset = ?", arguments: [dataset])
    var days: [Int64: Day] = [:]
    for row in rows {
      let period = (row["period"] as String?).flatMap { Period($0) }
      let ended = (row["ended"] as Moment?).map { store.zone.day(of: $0) }
      days[row["id"]] = period?.last ?? ended
    }
    return days
  }
}

/// The norm that a net goes by, where somebody has said by which.
extension StoreTransaction {
  private static let normsEdition = "roster-norms"

  private static func setting(_ net: String) -> String { "roster:\(net)" }

  /// The text of the norm of a net; nil where nobody has said by which it goes.
  package func rosterNorm(ofNet net: String) throws -> String? {
    try String.fetchOne(
      db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [Self.setting(net)])
  }

  /// Keeps the norm of a net; nil takes it back.
  package func setRosterNorm(_ text: String?, ofNet net: String) throws {
    try db.execute(
      sql: "DELETE FROM setting WHERE name IN (?, ?)",
      arguments: [Self.setting(net), Self.normsEdition])
    if let text {
      try db.execute(
        sql: "INSERT INTO setting (name, value) VALUES (?, ?)",
        arguments: [Self.setting(net), text])
    }
    let operation = try note(.changeNet, "net/\(net)")
    try db.execute(
      sql: "INSERT INTO setting (name, value) VALUES (?, ?)",
      arguments: [Self.normsEdition, operation])
  }

  /// The kinds of the cells of a generation that have one, by their rows in `grid`.
  package func kinds(ofGeneration generation: Int64, level: Int64) throws -> [Int64: String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, kind FROM grid WHERE level_id = ? AND kind IS NOT NULL
          AND from_generation <= ? AND (to_generation IS NULL OR to_generation >= ?)
        """, arguments: [level, generation, generation])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
  }
}
