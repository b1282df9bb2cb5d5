import GRDB

extension StoreTransaction {
  /// The nets, the base net first.
  package func nets() throws -> [Net] {
    try Row.fetchAll(db, sql: "SELECT * FROM net ORDER BY id").map(net)
  }

  /// The net of a name.
  package func net(named name: String) throws -> Net? {
    try Row.fetchOne(db, sql: "SELECT * FROM net WHERE name = ?", arguments: [name]).map(net)
  }

  /// Adds a net with its levels.
  ///
  /// - Throws: `StoreError.badLevels` for names that can name no level, or none twice.
  package func insert(_ net: Net) throws {
    try Store.check(levels: net.levels)
    try db.execute(
      sql: "INSERT INTO net (name, title, title_zh, code_grammar) VALUES (?, ?, ?, ?)",
      arguments: [net.name, net.title, net.titleChinese, net.codeGrammar])
    let id = db.lastInsertedRowID
    for (rank, level) in net.levels.enumerated() {
      try db.execute(
        sql: "INSERT INTO level (net_id, name, rank) VALUES (?, ?, ?)",
        arguments: [id, level, rank])
    }
  }

  /// Changes what a net is called, which grammar its codes follow and its norms; its levels stay.
  package func update(_ net: Net) throws {
    try db.execute(
      sql: """
        UPDATE net SET title = ?, title_zh = ?, code_grammar = ?, urban_households = ?,
          rural_households = ?
        WHERE name = ?
        """,
      arguments: [
        net.title, net.titleChinese, net.codeGrammar, net.urbanHouseholds, net.ruralHouseholds,
        net.name,
      ])
  }

  private func net(_ row: Row) throws -> Net {
    let id: Int64 = row["id"]
    var net = Net(
      name: row["name"], title: row["title"], titleChinese: row["title_zh"],
      codeGrammar: row["code_grammar"],
      levels: try String.fetchAll(
        db, sql: "SELECT name FROM level WHERE net_id = ? ORDER BY rank", arguments: [id]))
    net.urbanHouseholds = row["urban_households"]
    net.ruralHouseholds = row["rural_households"]
    return net
  }
}
