/// English where Chinese is meant: three words in a row that are no code, path, option or name.
enum EnglishRuns {
  /// The runs of a text, none where it is wholly in Chinese.
  static func found(in text: String) -> [String] {
    let plain =
      text
      .replacing(/`[^`]*`|'[^']*'/, with: "…")
      .replacing(/\$?[A-Za-z0-9_.\-]*[\/_=.\-][A-Za-z0-9_.\/\-=]*/, with: "…")
      .replacing(/<[^>]*>|\[[^\]]*\]/, with: "…")
      .replacing(/(用法|可选)：.*/, with: "…")
    return plain.matches(of: /\b[A-Za-z]{2,}(?:,? [A-Za-z']{2,}){2,}/).map { String($0.output) }
  }

  /// Whether a text has a Han character.
  static func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { 0x4E00...0x9FFF ~= $0.value }
  }
}
