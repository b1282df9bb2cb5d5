package import Addresses
import GRDB

/// What the register said of the address of a row.
package struct RowAddress: Sendable, Equatable {
  /// The finest entry that is sure; nil for none, and where the field is sealed: where a person lives is not kept
  /// in the clear beside it.
  package var addressID: Int64?
  package var level: AddressLevel
  /// `A`, `B`, `C` or `none`.
  package var matchClass: String
  /// The names of the faults, a blank between two; empty for none.
  package var faults: String
  /// The cell that the address leads to.
  package var place: PlacedAddress?

  package init(
    addressID: Int64?, level: AddressLevel, matchClass: String, faults: String,
    place: PlacedAddress?
  ) {
    self.addressID = addressID
    self.level = level
    self.matchClass = matchClass
    self.faults = faults
    self.place = place
  }
}

/// What looking up the addresses of the rows of a data set did.
package struct AddressRowsReport: Sendable, Equatable, Codable {
  package var dataset: String
  /// The version of the register.
  package var register: Int64
  /// How many rows were looked up.
  package var rows = 0
  /// How many of them are of each class.
  package var equal = 0
  package var sure = 0
  package var unsure = 0
  package var none = 0
  /// How many of them have a cell by their address now and had none.
  package var placed = 0

  package init(dataset: String, register: Int64) {
    (self.dataset, self.register) = (dataset, register)
  }

  mutating func count(_ matchClass: String) {
    rows += 1
    switch matchClass {
    case "A": equal += 1
    case "B": sure += 1
    case "C": unsure += 1
    default: none += 1
    }
  }
}

/// A row whose address is to be looked up, and the cell it has.
package struct RowToMatch: Sendable {
  package var row: Int64
  package var text: String
  /// The version of the register that it was looked up by; nil where it never was.
  package var version: Int64?
  var gridID: Int64?
  var method: String?
  var level: String?
  var batch: Int64
}

extension StoreTransaction {
  /// The current rows of a data set whose address was not looked up yet, or by an earlier version of the register,
  /// in the order of their keys.
  ///
  /// - Throws: `SealFault`.
  package func forEachRowToMatch(
    of dataset: DatasetEntry, field: String, version: Int64,
    _ visit: (RowToMatch) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT r.id, CAST(\(try value(of: field, in: dataset, alias: "r")) AS TEXT), m.version,
          r.grid_id, r.attach_method, r.attach_level, r.from_batch
        FROM \(SQLName.quoted(dataset.table)) AS r
        LEFT JOIN address_match AS m ON m.dataset = ?1 AND m.row_id = r.id
        WHERE r.to_batch IS NULL AND (m.version IS NULL OR m.version < ?2) ORDER BY r.id
        """, arguments: [dataset.name, version])
    while let row = try rows.next() {
      guard let text = row[1] as String?, !text.isEmpty else { continue }
      try visit(
        RowToMatch(
          row: row[0], text: text, version: row[2], gridID: row[3], method: row[4], level: row[5],
          batch: row[6]))
    }
  }

  /// How many rows ``forEachRowToMatch(of:field:version:_:)`` visits.
  package func rowsToMatch(of dataset: DatasetEntry, field: String, version: Int64) throws -> Int {
    // What is shown of a sealed value may be empty.
    let condition = try isSealed(field, of: dataset) ? "IS NOT NULL" : "<> ''"
    return try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM \(SQLName.quoted(dataset.table)) AS r
        LEFT JOIN address_match AS m ON m.dataset = ?1 AND m.row_id = r.id
        WHERE r.to_batch IS NULL AND (m.version IS NULL OR m.version < ?2)
          AND r.\(SQLName.quoted(field)) \(condition)
        """, arguments: [dataset.name, version]) ?? 0
  }

  /// Whether a field of a data set is sealed.
  package func isSealed(_ field: String, of dataset: DatasetEntry) throws -> Bool {
    try SealedFields(ofTable: dataset.table, db)[field] != nil
  }

  /// Keeps what a version of the register says of the addresses of rows, and attaches those that no other rule has
  /// attached.
  ///
  /// The rows are as they were read: nobody else has published since.
  ///
  /// - Parameters:
  ///   - matches: what is said anew, row by row.
  ///   - confirmed: rows of which the version says what was said before.
  package func keep(
    _ matches: [(row: RowToMatch, said: RowAddress)], confirmed: [Int64],
    of dataset: DatasetEntry, version: Int64, generation: Int64?
  ) throws -> AddressRowsReport {
    var report = AddressRowsReport(dataset: dataset.name, register: version)
    var changes: [(id: Int64, answer: StoredPlace.Answer?)] = []
    var shifts: [Int64: Int] = [:]
    let insert = try RawStatement(
      keptBy: db,
      """
      INSERT INTO address_match (dataset, row_id, address_id, level, class, faults, version)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET address_id = excluded.address_id, level = excluded.level,
        class = excluded.class, faults = excluded.faults, version = excluded.version
      """)
    insert.bind(dataset.name, 1)
    insert.bind(version, 7)
    for (row, said) in matches {
      insert.bind(row.row, 2)
      insert.bind(said.addressID, 3)
      insert.bind(said.level.name, 4)
      insert.bind(said.matchClass, 5)
      insert.bind(said.faults.isEmpty ? nil : said.faults, 6)
      try insert.run()
      report.count(said.matchClass)
      guard generation != nil, row.gridID == nil || row.method == "address",
        row.gridID != said.place?.gridID || row.level != said.place?.level
      else { continue }
      changes.append((row.row, said.place?.answer))
      if row.gridID == nil {
        report.placed += 1
        shifts[row.batch, default: 0] += 1
      }
      if said.place == nil { shifts[row.batch, default: 0] -= 1 }
    }
    let confirm = try db.makeStatement(
      sql: "UPDATE address_match SET version = ? WHERE dataset = ? AND row_id = ?")
    for row in confirmed { try confirm.execute(arguments: [version, dataset.name, row]) }
    if let generation, !changes.isEmpty {
      try keep(changes, in: dataset, generation: generation)
      try keep(shifts)
    }
    return report
  }

  /// Forgets what was said of the addresses of rows that are gone, whose numbers other rows may have.
  func forgetMatches(of dataset: String, table: String) throws {
    try db.execute(
      sql: """
        DELETE FROM address_match WHERE dataset = ?
          AND row_id NOT IN (SELECT id FROM \(SQLName.quoted(table)))
        """, arguments: [dataset])
  }

  /// The elements of addresses that a later version says something else of than `version`, before and after, and
  /// those with other names since: only a text that names one of them can have another answer.
  package func elementsChanged(since version: Int64) throws -> Set<RegisterElement> {
    var changed: Set<RegisterElement> = []
    let states = try AddressOccurrence.fetchCursor(
      db,
      sql: """
        SELECT \(AddressOccurrence.selection) FROM address_occurrence AS o
        JOIN address AS a ON a.id = o.address_id WHERE o.from_version > ?1 OR o.to_version > ?1
        """, arguments: [version])
    while let state = try states.next() {
      changed.formUnion(state.elements.filter { $0.kind > .town })
    }
    let names = try AlternativeName.fetchAll(
      db,
      sql: """
        SELECT kind, element, name, alias, until, dataset FROM address_alias
        WHERE from_version > ?1 OR to_version > ?1
        """, arguments: [version])
    for name in names {
      guard let kind = ElementKind(name: name.element) else { continue }
      changed.insert(RegisterElement(kind, Array(name.name.utf8)))
      changed.insert(RegisterElement(kind, Array(name.alias.utf8)))
    }
    return changed
  }
}
