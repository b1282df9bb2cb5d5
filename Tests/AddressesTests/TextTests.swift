import Testing

@testable import Addresses

@Suite struct TextTests {
  private func fold(_ bytes: [UInt8], limit: Int = 100) -> FoldedText {
    var text = FoldedText()
    bytes.withUnsafeBufferPointer {
      text.take($0, folding: Folding(variants: [(0x5EE3, 0x5E7F)]), limit: limit)
    }
    return text
  }

  @Test("One scalar in, one out, whatever the form") func oneForOne() {
    let given = "廣Ａ（－ａ①Ⅻ○〇、"
    let text = fold(Array(given.utf8))
    #expect(text.count == given.unicodeScalars.count)
    #expect(text.scalars[0] == 0x5E7F)
    #expect(text.scalars[1] == 0x41)
    #expect(text.scalarClass(at: 2) == .separator)
    #expect(text.scalarClass(at: 3) == .hyphen)
    #expect(text.scalars[4] == 0x41)
    #expect(text.scalarClass(at: 5) == .numeral)
    #expect(text.scalarClass(at: 6) == .numeral)
    #expect(text.scalars[7] == text.scalars[8])
    #expect(text.scalarClass(at: 9) == .list)
  }

  @Test("A byte that is no part of a sequence counts as one scalar") func malformed() {
    #expect(fold([0xFF, 0x41, 0xE4, 0xB8]).scalars == [0xFFFD, 0x41, 0xFFFD, 0xFFFD])
    #expect(fold([0xC0, 0x80]).scalars == [0xFFFD, 0xFFFD])
    #expect(fold([0xED, 0xA0, 0x80]).scalars == [0xFFFD, 0xFFFD, 0xFFFD])
    #expect(fold([0xF0, 0x9F, 0x8F, 0xA0]).scalars == [0x1F3E0])
  }

  @Test("What is beyond the limit is counted") func limit() {
    let text = fold(Array("一二三四五".utf8), limit: 3)
    #expect(text.count == 3)
    #expect(text.rest == 2)
  }

  @Test("UTF-8 out is what the standard library writes") func encoding() {
    for scalar: UInt32 in [0x41, 0xE9, 0x4E2D, 0xFFFD, 0x1F3E0] {
      var bytes: [UInt8] = []
      FoldedText.append(scalar, to: &bytes)
      let expected = Unicode.Scalar(scalar).map { Array(String(Character($0)).utf8) }
      #expect(bytes == expected)
    }
  }

  @Test("All numbers to 199 in Han numerals") func numerals() {
    let digits = Array("〇一二三四五六七八九".unicodeScalars).map(\.value)
    for number in 0..<200 {
      var run: [UInt32] = []
      if number >= 100 { run += [digits[1], 0x767E] }
      let tens = number / 10 % 10
      if tens > 0 {
        if tens > 1 || number >= 100 { run.append(digits[tens]) }
        run.append(0x5341)
      } else if number > 100, number % 10 > 0 {
        run.append(0x96F6)
      }
      if number % 10 > 0 || number == 0 { run.append(digits[number % 10]) }
      #expect(Numeral.digits(of: run[...]) == Array(String(number).utf8), "\(number)")
    }
  }

  @Test("Runs of digits are read one by one, others are refused") func numeralRuns() {
    func digits(_ text: String) -> String? {
      Numeral.digits(of: text.unicodeScalars.map(\.value)[...])
        .map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(digits("一二二五") == "1225")
    #expect(digits("五二五") == "525")
    #expect(digits("六零") == "60")
    #expect(digits("廿五") == "25")
    #expect(digits("十十") == nil)
    #expect(digits("二三十") == nil)
    #expect(digits("十百") == nil)
    #expect(digits("") == nil)
    #expect(digits("一二三四五六七八九") == nil)
  }

  @Test("The trie holds what a dictionary holds") func trie() {
    var random = FixedGenerator(state: 7)
    var trie = WordTrie()
    var known: [[UInt32]: Int32] = [:]
    for number in 0..<Int32(2_000) {
      let word = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        UInt32.random(in: 0x4E00...0x4E20, using: &random)
      }
      trie.set(word, to: number)
      known[word] = number
    }
    for (word, number) in known { #expect(trie.value(of: word) == number) }
    #expect(trie.value(of: [0x9FFF]) == nil)
    #expect(trie.value(of: []) == nil)
  }
}

/// A fixed sequence of numbers (SplitMix64).
struct FixedGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
