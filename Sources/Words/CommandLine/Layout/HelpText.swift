/// A text of the help, its Chinese broken into lines: the parser breaks at blanks alone, which
/// Chinese has not.
package struct HelpText: Sendable {
  /// The text, in English as it was.
  package let wording: Wording

  /// - Parameter width: how many columns a line may take.
  package init(_ wording: Wording, width: Int) {
    self.wording = Wording(
      wording.english, Self.broken(wording.chinese, width: max(20, width)))
  }

  private static func broken(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { fold($0, width: width) }.joined(separator: "\n")
  }

  private static func fold(_ line: Substring, width: Int) -> String {
    var (lines, current, used) = ([String](), "", 0)
    for piece in pieces(of: line) {
      let size = TextTable.width(of: piece)
      if used + size > width, !current.isEmpty {
        lines.append(current)
        (current, used) = ("", 0)
        if piece == " " { continue }
      }
      current += piece
      used += size
    }
    return (lines + [current]).joined(separator: "\n")
  }

  /// What stays together: a word, a Han character, either with the signs that must not begin or
  /// end a line.
  private static func pieces(of line: Substring) -> [String] {
    var (pieces, isOpen) = ([String](), false)
    for character in line {
      let isWide = TextTable.width(of: String(character)) == 2
      let last = pieces.last?.last
      let isWord = !isWide && character != " " && last.map { !isHan($0) && $0 != " " } ?? false
      if isOpen || isWord || "，。；：、）”？！".contains(character), !pieces.isEmpty {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      isOpen = "（“".contains(character)
    }
    return pieces
  }

  private static func isHan(_ character: Character) -> Bool {
    TextTable.width(of: String(character)) == 2
  }
}
