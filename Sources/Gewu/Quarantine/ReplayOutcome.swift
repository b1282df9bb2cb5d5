public import Warehouse

/// What became of the refused rows of several batches.
public struct ReplayOutcome: Sendable, Equatable, Encodable {
  /// Refused rows that were left alone, because newer ones have taken their place.
  public struct Outdated: Sendable, Equatable, Encodable {
    /// The batch that refused them.
    public var batch: Int64
    /// The full load that followed.
    public var successor: Int64
  }

  /// The batches that tried the rows.
  public var reports: [ReplayReport] = []
  /// The batches whose rows are out of date.
  public var outdated: [Outdated] = []

  /// Whether rows were refused again.
  public var hasQuarantined: Bool { reports.contains(where: \.hasQuarantined) }

  /// What became of the rows, in a few lines for people.
  public var summary: String {
    let lines =
      reports.map(\.summary)
      + outdated.map {
        "batch \($0.batch): its refused rows are out of date, the full load \($0.successor) "
          + "followed; left alone"
      }
    return lines.joined(separator: "\n")
  }
}

extension ReplayReport {
  /// Whether rows were refused again.
  public var hasQuarantined: Bool { figures.hasQuarantined }

  /// What became of the rows, in a few lines for people.
  public var summary: String {
    var lines = [figures.summary]
    lines.append("  \(entriesClosed) refused rows of batch \(parent) were taken up again")
    if unmatched > 0 {
      lines.append("  \(unmatched) rows stood for no open refused row and were loaded as they are")
    }
    return lines.joined(separator: "\n")
  }
}
