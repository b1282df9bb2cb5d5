/// One batch as the store keeps it.
package struct BatchRecord: Hashable, Sendable, Codable {
  /// What became of its rows.
  package var report: ImportReport
  /// When it began (RFC 3339, UTC).
  package var started: String
  /// When it was published (RFC 3339, UTC).
  package var ended: String?
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
  package var kind = "import"
  /// The batch whose refused rows it took up.
  package var parentBatch: Int64?
  /// When it was taken back (RFC 3339, UTC).
  package var rolledBack: String?

  package enum CodingKeys: String, CodingKey {
    case report, started, ended, encoding, generation, kind
    case fileHash = "file_sha256"
    case fileBytes = "file_bytes"
    case manifestHash = "manifest_hash"
    case toolVersion = "tool_version"
    case parentBatch = "parent_batch"
    case rolledBack = "rolled_back"
  }

  /// Writes the figures and the rest side by side in one object.
  package func encode(to encoder: any Encoder) throws {
    try report.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(started, forKey: .started)
    try container.encodeIfPresent(ended, forKey: .ended)
    try container.encode(fileHash, forKey: .fileHash)
    try container.encode(fileBytes, forKey: .fileBytes)
    try container.encode(encoding, forKey: .encoding)
    try container.encode(manifestHash, forKey: .manifestHash)
    try container.encodeIfPresent(generation, forKey: .generation)
    try container.encodeIfPresent(toolVersion, forKey: .toolVersion)
    try container.encode(kind, forKey: .kind)
    try container.encodeIfPresent(parentBatch, forKey: .parentBatch)
    try container.encodeIfPresent(rolledBack, forKey: .rolledBack)
  }

  package init(
    report: ImportReport, started: String, ended: String?, fileHash: String, fileBytes: Int,
    encoding: String, manifestHash: String, generation: Int64?, toolVersion: String?
  ) {
    self.report = report
    self.started = started
    self.ended = ended
    self.fileHash = fileHash
    self.fileBytes = fileBytes
    self.encoding = encoding
    self.manifestHash = manifestHash
    self.generation = generation
    self.toolVersion = toolVersion
  }

  /// Reads what `encode(to:)` wrote.
  package init(from decoder: any Decoder) throws {
    report = try ImportReport(from: decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    started = try container.decode(String.self, forKey: .started)
    ended = try container.decodeIfPresent(String.self, forKey: .ended)
    fileHash = try container.decode(String.self, forKey: .fileHash)
    fileBytes = try container.decode(Int.self, forKey: .fileBytes)
    encoding = try container.decode(String.self, forKey: .encoding)
    manifestHash = try container.decode(String.self, forKey: .manifestHash)
    generation = try container.decodeIfPresent(Int64.self, forKey: .generation)
    toolVersion = try container.decodeIfPresent(String.self, forKey: .toolVersion)
    kind = try container.decode(String.self, forKey: .kind)
    parentBatch = try container.decodeIfPresent(Int64.self, forKey: .parentBatch)
    rolledBack = try container.decodeIfPresent(String.self, forKey: .rolledBack)
  }
}
