/// The errors of formulas by the numbers that BIFF gives them (MS-XLS 2.5.10).
enum XlsErrorCode {
  private static let texts: [UInt8: String] = [
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A",
  ]

  /// What Excel shows for an error.
  static func text(of code: UInt8) -> String { texts[code] ?? "#ERR\(code)" }

  /// The number of an error; nil for a text that is none.
  static func code(of text: String) -> UInt8? { texts.first { $0.value == text }?.key }
}
