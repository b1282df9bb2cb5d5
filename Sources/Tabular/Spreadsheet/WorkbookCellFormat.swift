/// What a number format makes of the numbers of its cells.
struct WorkbookCellFormat: Hashable, Sendable {
  /// The date or time that it shows.
  var dates: WorkbookDateFormat
  /// How many digits a whole number is shown with, zeros put before it: 6 for `000000`; 0 where the
  /// format says nothing of it.
  var width: Int

  /// A number as it is.
  static let plain = WorkbookCellFormat(dates: .none, width: 0)

  /// Whether it shows numbers as they are.
  var isPlain: Bool { self == .plain }

  init(dates: WorkbookDateFormat, width: Int) { (self.dates, self.width) = (dates, width) }

  /// A format that files do not describe.
  init(builtIn id: Int) { self.init(dates: WorkbookDateFormat(builtIn: id), width: 0) }

  /// Reads a format code.
  init(code: String) {
    let first = code.utf8.prefix { $0 != UInt8(ascii: ";") }
    let isCode = 2...15 ~= first.count && first.allSatisfy { $0 == UInt8(ascii: "0") }
    self.init(dates: WorkbookDateFormat(code: code), width: isCode ? first.count : 0)
  }

  /// A whole number with the zeros that it is shown with; nil where it is shown with none.
  func padded(_ value: Double) -> String? {
    guard width > 0, value >= 0, let number = Int(exactly: value) else { return nil }
    let digits = String(number)
    guard digits.utf8.count < width else { return nil }
    return String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}
