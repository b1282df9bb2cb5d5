import Time

/// A value before it is written in the manner of a file.
enum DemoValue: Hashable {
  case none
  case text(String)
  case integer(Int)
  /// A decimal number by its digits.
  case decimal(String)
  case date(Day)
  /// A day and the seconds since its midnight.
  case moment(Day, Int)
  case boolean(Bool)
}
