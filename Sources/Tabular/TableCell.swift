/// A cell to be written to a file.
public enum TableCell: Hashable, Sendable {
  /// Nothing.
  case empty
  /// Text.
  case text(String)
  /// A number by its digits; formats that keep binary numbers round it to a double.
  case number(String)
  /// A day `YYYY-MM-DD`, or a moment `YYYY-MM-DDTHH:MM:SS`.
  case date(String)
  /// True or false.
  case boolean(Bool)
  /// The error of a formula: `#N/A`.
  case error(String)
}
