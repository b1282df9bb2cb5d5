package import Intake
import GRDB
package import Time

/// One batch as the store keeps it: what became of its rows, and how it came about.
@dynamicMemberLookup
package struct BatchRecord: Hashable, Sendable {
  /// All but what became of the rows.
  package struct Circumstances: Hashable, Sendable, Codable {
    /// When it began.
    package var started: Moment
    /// When it was published.
    package var ended: Moment?
    package var fileHash: String
    /// The size of the file.
    package var fileBytes: Int
    /// The encoding the file was read in.
    package var encoding: String
    /// The hash of the manifest it was read by.
    package var manifestHash: String
    /// The generation its rows were attached to.
    package var generation: Int64?
    /// The version of the tool.
    package var toolVersion: String?
    /// Whether it loaded a file or took up refused rows: `import` or `replay`.
    package var kind: String
    /// The batch whose refused rows it took up.
    package var parentBatch: Int64?
    /// When it was taken back.
    package var rolledBack: Moment?

    package enum CodingKeys: String, CodingKey {
      case started, ended, encoding, generation, kind
      case fileHash = "file_sha256"
      case fileBytes = "file_bytes"
      case manifestHash = "manifest_hash"
      case toolVersion = "tool_version"
      case parentBatch = "parent_batch"
      case rolledBack = "rolled_back"
    }
  }

  /// What became of its rows.
  package var report: ImportReport
  private let circumstances: Circumstances

  package subscript<Value>(dynamicMember member: KeyPath<Circumstances, Value>) -> Value {
    circumstances[keyPath: member]
  }
}

/// In JSON the figures and the rest stand side by side in one object.
extension BatchRecord: Codable {
  package func encode(to encoder: any Encoder) throws {
    try report.encode(to: encoder)
    try circumstances.encode(to: encoder)
  }

  package init(from decoder: any Decoder) throws {
    report = try ImportReport(from: decoder)
    circumstances = try Circumstances(from: decoder)
  }
}

extension BatchRecord: FetchableRecord {
  /// What to select of `batch AS b` and `source_file AS s`, under the names of JSON.
  ///
  /// A staged batch has no file yet, and the figures of its checkpoint count.
  static let columns = """
    b.id AS batch, b.dataset, b.file_name AS file, b.status, b.sheet,
    coalesce(CASE WHEN json_valid(b.checkpoint) THEN json_extract(b.checkpoint, '$.rows') END,
      b.read) AS read,
    b.inserted, b.updated, b.unchanged, b.retired, b.spared, b.period, nullif(b.is_history, 0) AS as_history,
    b.duplicate, b.quarantined, b.blank,
    b.attached, b.unattached, b.warned, b.remarks, coalesce(b.seconds, 0) AS seconds, b.accuracy, b.started,
    b.ended, coalesce(b.file_sha256, '') AS file_sha256, coalesce(s.bytes, 0) AS file_bytes,
    coalesce(s.encoding, '') AS encoding, b.manifest_hash, b.generation, b.tool_version, b.kind,
    b.parent_batch, b.rolled_back
    """

  /// How often each reason was given, as a JSON object.
  static let reasons = """
    (SELECT nullif(
        json_group_array(json_object('row', s.row_id, 'refused_row', s.refused_row)), '[]')
      FROM spared AS s WHERE s.batch_id = b.id) AS spared_rows,
    (SELECT json_group_object(c.code, c.rows) FROM (
      SELECT r.code AS code, count(*) AS rows
      FROM quarantine AS q JOIN quarantine_reason AS r ON r.quarantine_id = q.id
      WHERE q.batch_id = b.id AND r.severity = 'error' GROUP BY r.code) AS c) AS reasons
    """
}
