import Testing

@testable import Intake

@Suite struct MistypedKeysTests {
  /// Edits by plain definition: all texts one edit away from one of few characters.
  private func neighbours(_ text: [UInt32], _ alphabet: [UInt32]) -> Set<[UInt32]> {
    var found: Set<[UInt32]> = [text]
    for index in text.indices {
      var dropped = text
      dropped.remove(at: index)
      found.insert(dropped)
      for scalar in alphabet {
        var changed = text
        changed[index] = scalar
        found.insert(changed)
      }
      if index + 1 < text.count {
        var exchanged = text
        exchanged.swapAt(index, index + 1)
        found.insert(exchanged)
      }
    }
    for index in 0...text.count {
      for scalar in alphabet { found.insert(Array(text[..<index]) + [scalar] + text[index...]) }
    }
    return found
  }

  @Test func `of texts over two letters those one edit away are found, and no others`() {
    let alphabet: [UInt32] = [97, 98]
    var texts: [[UInt32]] = [[]]
    for length in 1...5 {
      texts += texts.filter { $0.count == length - 1 }.flatMap { text in
        alphabet.map { text + [$0] }
      }
    }
    for one in texts {
      let near = neighbours(one, alphabet)
      var keys = MistypedKeys()
      keys.add(string(one), others: nil, row: 3)
      for other in texts {
        #expect(MistypedKeys.isOneEdit(one, other) == near.contains(other))
        let found = keys.refusedRow(like: AbsentRow(key: string(other), others: nil))
        #expect(found == (near.contains(other) ? 3 : nil))
      }
    }
  }

  private func string(_ scalars: [UInt32]) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    return text
  }

  @Test func `of several refused rows the first that is like a row is named`() {
    var keys = MistypedKeys()
    keys.add("990101195001010018", others: nil, row: 5)
    keys.add("99010119500101001X", others: nil, row: 9)
    keys.add("990101195001010", others: nil, row: 11)

    func found(_ key: String) -> Int? {
      keys.refusedRow(like: AbsentRow(key: key, others: nil))
    }
    #expect(found("990101195001010010") == 5)
    #expect(found("99010119500101001") == 5)
    #expect(found("9901011950010101") == 11)
    #expect(found("990101195001010100") == nil)
  }
}
