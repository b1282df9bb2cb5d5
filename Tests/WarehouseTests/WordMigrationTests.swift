import Datasets
import GRDB
import Testing

@testable import Warehouse

@Suite struct WordMigrationTests {
  @Test func `a store of before keeps what it said of refused rows and of remarks`() throws {
    let queue = try DatabaseQueue(
      configuration: {
        var configuration = Configuration()
        configuration.prepareDatabase { try SpatiaLite.attach(to: $0, busyTimeout: 5_000) }
        return configuration
      }())
    try Schema.migrator.migrate(queue, upTo: "0007 history by cell")
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO source_file VALUES ('f', 'a.csv', 1, 'utf-8', '2026-01-01', 0);
          INSERT INTO batch (id, dataset, file_sha256, file_name, manifest_hash, status,
              started, read, quarantined)
            VALUES (1, 'thing', 'f', 'a.csv', 'm', 'published', '2026-01-01', 1, 1);
          INSERT INTO quarantine (id, batch_id, row_number, line, byte_offset, raw)
            VALUES (4, 1, 1, 2, 10, 'x');
          INSERT INTO quarantine (id, batch_id, row_number, line, byte_offset, raw, status, note)
            VALUES (5, 1, 2, 3, 12, 'y', 'discarded', 'batch 1 was rolled back'),
              (6, 1, 3, 4, 14, 'z', 'discarded', 'a copy of another');
          INSERT INTO quarantine_reason
              (id, quarantine_id, code, field, value, message_en, message_zh, severity) VALUES
            (7, 4, 'minimum', 'a', 'x', 'A: is "less" than 1', '甲:小于 1', 'error'),
            (9, 4, 'fields-extra', NULL, NULL, 'the row has 3 fields, the header 2',
              '该行有 3 个字段,而表头有 2 个', 'error');
          INSERT INTO remark
              (batch_id, row_number, line, severity, code, field, value, message_en, message_zh)
            VALUES (1, 5, 6, 'info', 'date-sentinel', 'b', 'y', 'B: stands for no date', '乙:占位值');
          """)
    }

    try Schema.migrator.migrate(queue)

    try queue.read { db in
      let reasons = try KeptArguments.reasons(db, ofRows: "SELECT 4", arguments: [])
      #expect(
        reasons[4] == [
          .init(
            code: "minimum", field: "a", value: "x", arguments: [],
            kept: .init(english: "A: is \"less\" than 1", chinese: "甲:小于 1")),
          .init(
            code: "fields-extra", field: nil, value: nil, arguments: [],
            kept: .init(
              english: "the row has 3 fields, the header 2", chinese: "该行有 3 个字段,而表头有 2 个")),
        ])
      let said = try String.fetchAll(
        db,
        sql: """
          SELECT message_en || '|' || message_zh FROM quarantine_message
          UNION ALL SELECT severity || line || message_en || '|' || message_zh FROM remark_message
          UNION ALL SELECT note FROM quarantine WHERE status = 'discarded'
          UNION ALL SELECT count(*) FROM pragma_foreign_key_check
          """)
      #expect(
        said == [
          "A: is \"less\" than 1|甲:小于 1",
          "the row has 3 fields, the header 2|该行有 3 个字段,而表头有 2 个",
          "info6B: stands for no date|乙:占位值", "batch.rolled_back", "a copy of another", "0",
        ])
    }
  }

  @Test func `arguments come back as they were kept`() throws {
    let arguments = [
      Argument("allowed", "a\"\\\n\u{1}格"), Argument("allowed", "b"), Argument("title", "é😀"),
    ]
    let row = Row([
      "code": "x", "field": nil, "value": nil, "arguments": KeptArguments.json(arguments),
    ])

    #expect(try KeptArguments.reason(row).arguments == arguments)
    #expect(KeptArguments.json([]) == "{}")
    #expect(
      KeptArguments.json([Argument("name", "王小明", isPersonal: true)]) == #"{"name":"王**"}"#)
  }
}
