import Testing

@testable import Tabular

@Suite struct UTF8ValidationTests {
  /// Latin, Chinese and characters beyond the first plane in turn.
  private func text(bytes count: Int, seed: UInt64) -> [UInt8] {
    var state = seed
    var text = ""
    while text.utf8.count < count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let words = ["grid 17,", "明德区致知街", "é", "𠮷", String(repeating: "0", count: 40), "\n"]
      text += words[Int(state >> 33) % words.count]
    }
    return Array(text.utf8)
  }

  @Test(arguments: [1, 3, 100, 40_000, 110_000])
  func `a valid text has no invalid byte`(count: Int) {
    let bytes = text(bytes: count, seed: UInt64(count))
    #expect(bytes.withUnsafeBytes { UTF8Validation.firstInvalid(in: $0) } == nil)
    #expect(bytes.withUnsafeBytes { UTF8Automaton.shared.accepts($0) })
  }

  @Test func `windows find the byte that reading one by one finds`() {
    let valid = text(bytes: 90_000, seed: 7)
    var state: UInt64 = 3
    for _ in 0..<60 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var bytes = valid
      bytes[Int(state >> 20) % bytes.count] = UInt8(truncatingIfNeeded: state >> 40)
      bytes.removeLast(Int(state >> 60))
      bytes.withUnsafeBytes {
        let expected = UTF8Validation.firstInvalidByByte(in: $0)
        #expect(UTF8Validation.firstInvalid(in: $0) == expected)
        #expect(UTF8Automaton.shared.accepts($0) == (expected == nil))
      }
    }
  }

  @Test func `a long run of trail bytes is found at its first byte`() {
    let bytes = Array("明".utf8) + Array(repeating: UInt8(0xBF), count: 200_000)
    #expect(bytes.withUnsafeBytes { UTF8Validation.firstInvalid(in: $0) } == 3)
  }

  @Test func `the automaton agrees with the standard library on all short sequences`() {
    let bytes: [UInt8] = [
      0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
      0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    for a in bytes {
      for b in bytes {
        for c in bytes {
          for word in [[a, b, c], [a, b, c, 0x80]] {
            let isAccepted = word.withUnsafeBytes { UTF8Automaton.shared.accepts($0) }
            #expect(isAccepted == (String(validating: word, as: UTF8.self) != nil))
          }
        }
      }
    }
  }
}
