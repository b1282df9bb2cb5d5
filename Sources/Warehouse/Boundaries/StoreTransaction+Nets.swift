import GRDB

extension StoreTransaction {
  /// The nets, the base net first.
  package func nets() throws -> [Net] {
    try nets(where: "1")
  }

  /// The net of a name.
  package func net(named name: String) throws -> Net? {
    try nets(where: "n.name = ?", [name]).first
  }

  /// Adds a net with its levels.
  ///
  /// - Throws: `StoreError.badLevels` for names that can name no level, or none twice.
  package func insert(_ net: Net) throws {
    try Store.check(levels: net.levels)
    try db.execute(
      sql: """
        INSERT INTO net (name, title, title_zh, code_grammar, urban_households, rural_households)
        VALUES (:name, :title, :title_zh, :code_grammar, :urban_households, :rural_households)
        """, arguments: StatementArguments(try net.databaseDictionary))
    let id = db.lastInsertedRowID
    for (rank, level) in net.levels.enumerated() {
      try db.execute(
        sql: "INSERT INTO level (net_id, name, rank) VALUES (?, ?, ?)",
        arguments: [id, level, rank])
    }
    try note(.addNet, "net/\(net.name)")
  }

  /// Changes what a net is called, which grammar its codes follow and its norms; its levels stay.
  package func update(_ net: Net) throws {
    try db.execute(
      sql: """
        UPDATE net SET title = :title, title_zh = :title_zh, code_grammar = :code_grammar,
          urban_households = :urban_households, rural_households = :rural_households
        WHERE name = :name
        """, arguments: StatementArguments(try net.databaseDictionary))
    try note(.changeNet, "net/\(net.name)")
  }

  private func nets(
    where condition: String, _ arguments: StatementArguments = []
  ) throws -> [Net] {
    try Net.fetchAll(
      db,
      sql: """
        SELECT n.*, (SELECT json_group_array(l.name) FROM (
          SELECT name FROM level WHERE net_id = n.id ORDER BY rank) AS l) AS levels
        FROM net AS n WHERE \(condition) ORDER BY n.id
        """, arguments: arguments)
  }
}
