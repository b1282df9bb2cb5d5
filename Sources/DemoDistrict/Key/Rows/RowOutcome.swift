/// What becomes of a row when its file is imported for the first time: what the generator knows
/// because it made the row so.
struct RowOutcome {
  /// The codes of the reasons for which it is refused; empty where it is taken.
  var reasons: [String] = []
  /// The codes of the remarks that it is taken with.
  var remarks: [String] = []
  var isBlank = false
  /// The code of the grid or other unit that the row is attached to.
  var unit: String?

  /// Whether nothing at all is to be said of the row.
  var isPlain: Bool { reasons.isEmpty && remarks.isEmpty && !isBlank }
}
