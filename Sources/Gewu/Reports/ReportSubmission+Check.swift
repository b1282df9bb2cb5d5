import Geometry

extension ReportSubmission {
  /// The longest text that a field of a report takes, in characters.
  static let longestText = 10_000

  /// Everything that is wrong with the submission, one sentence each.
  func faults() -> [String] {
    var faults: [String] = []
    if channel.isEmpty {
      faults.append("channel: it is missing; name where the report came from, such as hotline")
    }
    for (name, text) in [
      ("channel", channel), ("category", category), ("description", description),
      ("external_id", externalID),
    ] where (text?.count ?? 0) > Self.longestText {
      faults.append("\(name): it is longer than \(Self.longestText) characters; shorten it")
    }
    if (longitude == nil) != (latitude == nil) {
      faults.append("longitude, latitude: one is given without the other; give both or neither")
    }
    if let longitude, let latitude, !longitude.isFinite || !latitude.isFinite {
      faults.append("longitude, latitude: not a position; give two finite numbers")
    }
    if let reportedAt, (try? Moment(reportedAt)) == nil {
      faults.append(
        "reported_at: «\(reportedAt)» is not a moment; write it like 2026-01-31T08:00:00+08:00")
    }
    if let crs {
      do { _ = try CrsName(crs) } catch { faults.append("crs: \(error)") }
    }
    return faults
  }
}
