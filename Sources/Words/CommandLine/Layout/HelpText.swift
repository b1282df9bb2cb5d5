/// A text of the help: its Chinese is broken into lines, because the parser breaks at blanks alone, which
/// Chinese has not.
package enum HelpText {
  /// The text in a language; English as it is.
  ///
  /// - Parameter width: how many columns a line may take.
  package static func text(_ wording: Wording, in language: Language, width: Int) -> String {
    switch language {
    case .english: wording.english
    case .chinese: broken(wording.chinese, width: max(20, width))
    }
  }

  private static func broken(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { fold($0, width: width) }.joined(separator: "\n")
  }

  private static func fold(_ line: Substring, width: Int) -> String {
    var (lines, current, used) = ([String](), "", 0)
    for piece in pieces(of: line) {
      if used + piece.width > width, !current.isEmpty {
        lines.append(current)
        (current, used) = ("", 0)
        if piece.text == " " { continue }
      }
      current += piece.text
      used += piece.width
    }
    return (lines + [current]).joined(separator: "\n")
  }

  private struct Piece {
    var text: String
    var width: Int
    /// Whether a letter that follows belongs to it.
    var isWord: Bool
  }

  /// What stays together: a word, a Han character, either with the signs that must not begin or
  /// end a line.
  private static func pieces(of line: Substring) -> [Piece] {
    var (pieces, isOpen) = ([Piece](), false)
    for scalar in line.unicodeScalars {
      let width = TextTable.width(of: scalar)
      let isLetter = width < 2 && scalar != " "
      if let last = pieces.indices.last,
        isOpen || isLetter && pieces[last].isWord || closing.contains(scalar) || width == 0
      {
        pieces[last].text.unicodeScalars.append(scalar)
        pieces[last].width += width
        pieces[last].isWord = isLetter
      } else {
        pieces.append(Piece(text: String(scalar), width: width, isWord: isLetter))
      }
      isOpen = scalar == "（" || scalar == "“"
    }
    return pieces
  }

  private static let closing: Set<Unicode.Scalar> = ["，", "。", "；", "：", "、", "）", "”", "？", "！"]
}
