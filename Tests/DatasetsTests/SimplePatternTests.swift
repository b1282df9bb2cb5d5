import TestSupport
import Testing

@testable import Datasets

@Suite struct SimplePatternTests {
  @Test func `patterns of manifests agree with regular expressions`() throws {
    let patterns = [
      "[0-9]{16}", "[A-Z][0-9]{9}", "E01[0-9]{6}", "[0-9]{2,4}-[0-9]+", "a?b+", "\\d{3}x",
      "[0-9A-Z]*",
      "JY[0-9]{3}", "",
    ]
    var generator = SeededGenerator(seed: 11)
    let alphabet = Array("0123456789AZabxE-JY")
    for pattern in patterns {
      let simple = try #require(SimplePattern(pattern), "\(pattern)")
      let regex = try Regex(pattern)
      var texts = [
        "0123456789012345", "A123456789", "E01234567", "12-3", "1234-", "ab", "JY123", "",
      ]
      for _ in 0..<300 {
        let count = Int.random(in: 0...8, using: &generator)
        texts.append(
          String((0..<count).map { _ in alphabet[Int.random(in: 0..<19, using: &generator)] }))
      }
      for text in texts {
        let isMatch = Array(text.utf8).withUnsafeBufferPointer { simple.matches($0) }
        #expect(isMatch == (try regex.wholeMatch(in: text) != nil), "\(pattern) \(text)")
      }
    }
  }

  @Test(arguments: [
    "(a|b)", "[^0-9]", ".+", "[0-9]*[0-5]", "a{2,3}?", "a++", "^a$", "汉+", "[\\d]", "a{2", "[a",
    "\\w",
    "[a--b]",
  ])
  func `what needs more is left to the library`(_ pattern: String) {
    #expect(SimplePattern(pattern) == nil)
  }
}
