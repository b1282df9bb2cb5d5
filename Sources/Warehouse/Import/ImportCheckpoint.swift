import Foundation
import GRDB
import Intake

/// How far a staged load is, and what has to be the same for it to go on: kept as JSON with its
/// batch, in the transaction that writes the rows it counts.
struct ImportCheckpoint: Codable, Equatable {
  /// What a staged load was made from.
  struct Origin: Codable, Equatable {
    /// SHA-256 of the file; nil while it is being computed.
    var file: String?
    /// The size of the file.
    var fileBytes: Int
    /// The hash of the manifest.
    var manifest: String
    /// The generation that records are attached to.
    var generation: Int64?
    /// Which batches had made the data set what it was.
    var base: String
    /// The version of the pipeline; nil where it was staged before there was one.
    var pipeline: Int?
    /// Whether the rows are a state of the past; nil where they are not.
    var isHistory: Bool?
  }

  var origin: Origin
  /// The data set's table.
  var table: String
  /// Whether the rows lie in the data set's own table, which has no view yet.
  var isFirst: Bool
  /// The number of the first new row.
  var firstID: Int64
  /// The blocks written.
  var blocks = 0
  /// The data rows read when the last of them was filled.
  var rows = 0
  /// Rows written, rows ended and rows refused.
  var counts = ImportWriter.Counts()

  /// Reads what a batch keeps.
  init?(_ text: String?) {
    guard let text,
      let kept = try? JSONDecoder().decode(Self.self, from: Data(text.utf8))
    else { return nil }
    self = kept
  }

  init(origin: Origin, table: String, isFirst: Bool, firstID: Int64) {
    self.origin = origin
    self.table = table
    self.isFirst = isFirst
    self.firstID = firstID
  }

  /// The JSON.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

extension ImportCheckpoint.Origin {
  /// Which batches have made a data set what it is: it changes with each that is published or
  /// taken back, whatever the clock says.
  static func base(of dataset: String, _ db: Database) throws -> String {
    try String.fetchOne(
      db,
      sql: """
        SELECT count(*) || ' ' || ifnull(max(id), 0) || ' '
          || ifnull(max(ifnull(published_operation, 0)), 0) || ' '
          || ifnull(max(ifnull(rolled_back_operation, 0)), 0)
        FROM batch WHERE dataset = ? AND status <> 'staged'
        """, arguments: [dataset]) ?? ""
  }

  /// Why a load of `other` cannot take up what one of this origin has staged, nil where
  /// it can.
  func difference(from other: Self) -> StageDifference? {
    if file == nil { return .unknownFile }
    if file != other.file { return .file }
    if manifest != other.manifest { return .manifest }
    if generation != other.generation { return .boundaries }
    if base != other.base { return .dataset }
    if self != other { return .version }
    return nil
  }
}
