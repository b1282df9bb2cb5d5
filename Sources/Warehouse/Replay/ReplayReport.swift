/// What became of refused rows that were tried again.
public struct ReplayReport: Hashable, Sendable, Codable {
  /// The figures of the batch; `quarantined` are the rows that were refused again and stay open.
  public var figures: ImportReport
  /// The batch whose refused rows were taken up, or the first of several.
  public var parent: Int64
  /// How many refused rows were taken up; each is closed or open again with its new reasons.
  public var entriesClosed: Int
  /// Rows of a corrected file that stand for no open refused row; they were loaded all the same.
  public var unmatched: Int

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case figures, unmatched
    case parent = "parent_batch"
    case entriesClosed = "entries_replayed"
  }

  /// Makes a report.
  public init(figures: ImportReport, parent: Int64, entriesClosed: Int, unmatched: Int) {
    self.figures = figures
    self.parent = parent
    self.entriesClosed = entriesClosed
    self.unmatched = unmatched
  }

  /// Writes the figures and the rest side by side in one object.
  public func encode(to encoder: any Encoder) throws {
    try figures.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(parent, forKey: .parent)
    try container.encode(entriesClosed, forKey: .entriesClosed)
    try container.encode(unmatched, forKey: .unmatched)
  }

  /// Reads what `encode(to:)` wrote.
  public init(from decoder: any Decoder) throws {
    figures = try ImportReport(from: decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    parent = try container.decode(Int64.self, forKey: .parent)
    entriesClosed = try container.decode(Int.self, forKey: .entriesClosed)
    unmatched = try container.decode(Int.self, forKey: .unmatched)
  }
}
