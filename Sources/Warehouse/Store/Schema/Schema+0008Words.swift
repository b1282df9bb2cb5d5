import GRDB

extension Schema {
  /// Reasons and remarks as codes with arguments instead of sentences; the sentences' templates in a
  /// table of their own, which the program fills.
  static func registerWordMigrations(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("0008 words", foreignKeyChecks: .immediate, migrate: makeWords)
    migrator.registerMigration(
      "0008b signs of Chinese", foreignKeyChecks: .immediate, migrate: mendSigns)
  }

  private static func makeWords(_ db: Database) throws {
    // `arguments` is a JSON object of texts and lists of texts. Rows from before keep what was said
    // of them as `en` and `zh`.
    try db.execute(
      sql: """
        CREATE TABLE wording (
          code TEXT PRIMARY KEY,
          en TEXT NOT NULL,
          zh TEXT NOT NULL) WITHOUT ROWID;

        CREATE TABLE reason_with_words (
          id INTEGER PRIMARY KEY,
          quarantine_id INTEGER NOT NULL REFERENCES quarantine (id) ON DELETE CASCADE,
          severity TEXT NOT NULL DEFAULT 'error' CHECK (severity IN ('error', 'warning', 'info')),
          code TEXT NOT NULL,
          field TEXT,
          value TEXT,
          arguments TEXT NOT NULL DEFAULT '{}');
        INSERT INTO reason_with_words
          SELECT id, quarantine_id, severity, code, field, value,
            json_object('en', message_en, 'zh', message_zh) FROM quarantine_reason;
        DROP TABLE quarantine_reason;
        ALTER TABLE reason_with_words RENAME TO quarantine_reason;
        CREATE INDEX quarantine_reason_row ON quarantine_reason (quarantine_id);

        CREATE TABLE remark_with_words (
          id INTEGER PRIMARY KEY,
          batch_id INTEGER NOT NULL REFERENCES batch (id),
          row_number INTEGER NOT NULL,
          line INTEGER NOT NULL,
          sheet TEXT,
          severity TEXT NOT NULL CHECK (severity IN ('warning', 'info')),
          code TEXT NOT NULL,
          field TEXT,
          value TEXT,
          arguments TEXT NOT NULL DEFAULT '{}');
        INSERT INTO remark_with_words
          SELECT id, batch_id, row_number, line, sheet, severity, code, field, value,
            json_object('en', message_en, 'zh', message_zh) FROM remark;
        DROP TABLE remark;
        ALTER TABLE remark_with_words RENAME TO remark;
        CREATE INDEX remark_batch ON remark (batch_id, code);
        """)
    try makeMessageViews(db)
  }

  /// The views say a full-width colon in Chinese; the note of a batch that was rolled back is a code
  /// in `wording`, and no sentence in English.
  private static func mendSigns(_ db: Database) throws {
    try db.execute(
      sql: """
        DROP VIEW quarantine_message;
        DROP VIEW remark_message;
        UPDATE quarantine SET note = '\(StoredNote.rolledBack.rawValue)'
          WHERE status = 'discarded' AND note = 'batch ' || batch_id || ' was rolled back';
        """)
    try makeMessageViews(db)
  }

  private static func makeMessageViews(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE VIEW quarantine_message AS
          SELECT r.id AS id, r.quarantine_id AS quarantine_id, r.severity AS severity,
            r.code AS code, r.field AS field, r.value AS value,
            \(sentence("en")) AS message_en, \(sentence("zh")) AS message_zh
          FROM quarantine_reason AS r LEFT JOIN wording AS w ON w.code = r.code;
        CREATE VIEW remark_message AS
          SELECT r.id AS id, r.batch_id AS batch_id, r.row_number AS row_number, r.line AS line,
            r.sheet AS sheet, r.severity AS severity, r.code AS code, r.field AS field,
            r.value AS value, \(sentence("en")) AS message_en, \(sentence("zh")) AS message_zh
          FROM remark AS r LEFT JOIN wording AS w ON w.code = r.code;
        """)
  }

  /// The sentence of a row `r` by its template `w` in one language: what the field is called, and the
  /// template with each argument in the place of its name in braces; or what was kept of it whole.
  private static func sentence(_ language: String) -> String {
    let titles = language == "zh" ? ["title_zh", "title"] : ["title"]
    let names = titles.map { "json_extract(r.arguments, '$.\($0)')" } + ["r.field"]
    let name = names.count > 1 ? "coalesce(\(names.joined(separator: ", ")))" : names[0]
    return """
      coalesce(json_extract(r.arguments, '$.\(language)'),
        CASE WHEN r.field IS NULL THEN '' ELSE \(name) || '\(language == "zh" ? "：" : ": ")' END ||
        (WITH RECURSIVE
          argument (n, name, text) AS (
            SELECT row_number() OVER (), a.key,
              CASE a.type WHEN 'array' THEN (
                SELECT group_concat(i.value, '\(language == "zh" ? "、" : ", ")')
                FROM json_each(a.value) AS i) ELSE a.value END
            FROM json_each(r.arguments) AS a),
          filled (n, text) AS (
            SELECT 0, coalesce(w.\(language), r.code)
            UNION ALL
            SELECT a.n, replace(f.text, '{' || a.name || '}', a.text)
            FROM filled AS f JOIN argument AS a ON a.n = f.n + 1)
        SELECT text FROM filled ORDER BY n DESC LIMIT 1))
      """
  }
}
