/// The encoding, delimiter and line end of a text file.
enum TextFlavour: String, Sendable, CaseIterable {
  /// UTF-8 without a mark, lines end with LF.
  case utf8
  /// UTF-8 with a mark, as Excel writes it.
  case utf8Mark
  /// GB 18030, lines end with CR LF.
  case gb18030
  /// "Unicode text" of Excel: UTF-16LE with a mark, tabs.
  case unicodeText

  /// The name that iconv knows; nil for UTF-8.
  var encoding: String? {
    switch self {
    case .utf8, .utf8Mark: nil
    case .gb18030: "GB18030"
    case .unicodeText: "UTF-16LE"
    }
  }

  /// The byte order mark.
  var mark: [UInt8] {
    switch self {
    case .utf8, .gb18030: []
    case .utf8Mark: [0xEF, 0xBB, 0xBF]
    case .unicodeText: [0xFF, 0xFE]
    }
  }

  var delimiter: UInt8 { self == .unicodeText ? 9 : UInt8(ascii: ",") }

  var lineEnd: String { self == .utf8 ? "\n" : "\r\n" }
}
