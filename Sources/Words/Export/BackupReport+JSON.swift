package import Gewu

extension BackupReport: Encodable {
  private enum CodingKeys: String, CodingKey {
    case path = "backup"
    case bytes, files
    case fileBytes = "file_bytes"
    case verification, seconds
  }

  /// Writes what the copy holds, and its examination as that of `gewu verify`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(path, forKey: .path)
    try container.encode(bytes, forKey: .bytes)
    try container.encode(files, forKey: .files)
    try container.encode(fileBytes, forKey: .fileBytes)
    try container.encode(verification, forKey: .verification)
    try container.encode(seconds, forKey: .seconds)
  }
}
