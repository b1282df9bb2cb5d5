extension Derivation {
  /// What is derived from one read value; empty where nothing follows from it.
  func value(of input: ArraySlice<UInt8>) -> [UInt8] {
    switch self {
    case .birth: return input.count == 18 ? ResidentNumber.birth(input) : []
    case .gender: return input.count == 18 ? ResidentNumber.gender(input) : []
    case .ends(_, let first): return Self.ends(input, first: first)
    case .organisationCode:
      return input.count == 18
        ? OrganisationNumber.organisationCode(input.dropFirst(8).prefix(9)) ?? [] : []
    case .contains(_, let words):
      return [words.contains { !$0.isEmpty && Self.holds(input, $0) } ? 0x31 : 0x30]
    case .joined, .first: return Array(input)
    }
  }

  /// The visible ends of an identity number, if at least these are visible.
  private static func ends(_ number: ArraySlice<UInt8>, first: Int) -> [UInt8] {
    guard number.count == 18 else { return [] }
    let ends = Array(number.prefix(first)) + Array(number.suffix(4))
    // A hidden character may also be written as an X, which is visible at the very end alone.
    let hidden = ends.dropLast().contains { $0 < 0x30 || $0 > 0x39 }
    return hidden || ends.last == 0x2A ? [] : ends
  }

  private static func holds(_ text: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    for start in text.startIndex...(text.endIndex - word.count)
    where text[start] == word[0] && text[start..<(start + word.count)].elementsEqual(word) {
      return true
    }
    return false
  }
}
