/// One thing said in every language that the program speaks.
package struct Wording: Sendable, Equatable {
  package let english: String
  package let chinese: String

  package init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The same text in both languages: a name, a number, a path.
  package init(verbatim text: String) {
    self.init(text, text)
  }

  package subscript(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// One after the other, without a sign between.
  package static func + (first: Wording, second: Wording) -> Wording {
    Wording(first.english + second.english, first.chinese + second.chinese)
  }
}

extension Sequence<String> {
  /// The items of a list, as each language separates them.
  package func listed() -> Wording {
    Wording(joined(separator: ", "), joined(separator: "、"))
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
          joined.english.hasSuffix("?") ? " " : "; ", joined.chinese.hasSuffix("？") ? "" : "；")
      joined = joined + separator + clause
    }
    return joined
  }
}
