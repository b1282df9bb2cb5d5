/// One thing said in every language that the program speaks.
package struct Wording: Sendable, Equatable {
  package let english: String
  package let chinese: String

  /// What is put into the texts is written visibly, see ``VisibleText``.
  package init(_ english: VisibleText, _ chinese: VisibleText) {
    self.init(english: english.text, chinese: chinese.text)
  }

  /// Texts that are made of others, or of nothing that comes from outside.
  package init(english: String, chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The same text in both languages: a name, a number, a path; written visibly.
  package init(verbatim text: String) {
    let visible = VisibleText.visible(text)
    self.init(english: visible, chinese: visible)
  }

  package subscript(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// One after the other, without a sign between.
  package static func + (first: Wording, second: Wording) -> Wording {
    Wording(
      english: first.english + second.english, chinese: first.chinese + second.chinese)
  }
}

extension Sequence<String> {
  /// The items of a list, as each language separates them.
  package func listed() -> Wording {
    Wording(
      english: VisibleText.visible(joined(separator: ", ")),
      chinese: VisibleText.visible(joined(separator: "、")))
  }
}

extension Sequence<Wording> {
  /// Clauses in one sentence, as each language separates them; behind a question another one begins.
  package func joined() -> Wording {
    var joined = Wording(verbatim: "")
    for (place, clause) in enumerated() {
      let separator =
        place == 0
        ? Wording(verbatim: "")
        : Wording(
          english: joined.english.hasSuffix("?") ? " " : "; ",
          chinese: joined.chinese.hasSuffix("？") ? "" : "；")
      joined = joined + separator + clause
    }
    return joined
  }
}
