/// What the grammar's words say about the places of a text.
struct TextMarks: Sendable {
  /// A word that ends names.
  struct Suffix: Sendable {
    let start: Int32
    let end: Int32
    let state: Int16
    /// Start of the longer word that ends at the same place, -1 for none.
    let longer: Int32
  }

  /// Next place that is no separator, for each place and the end.
  private(set) var next: [Int32] = []
  /// Where a junk word, a remark, a suffix that begins here ends; 0 for none.
  private(set) var junk: [Int32] = []
  /// Where a junk word or the name of the country that begins here ends: what may stand between divisions.
  private(set) var idle: [Int32] = []
  private(set) var remark: [Int32] = []
  private(set) var suffix: [Int32] = []
  /// Where a whole word for a part that begins here ends, 0 for none, and its state.
  private(set) var whole: [Int32] = []
  private(set) var wholeState: [Int16] = []
  /// Suffixes by start; `suffixFrom` is the first one that begins at a place or later.
  private(set) var suffixes: [Suffix] = []
  private(set) var suffixFrom: [Int32] = []
  /// Where the longest word that ends names and ends here begins, -1 for none.
  private(set) var endingWord: [Int32] = []
  /// Words that end towns and villages and end at a place or before it.
  private(set) var townWords: [Int32] = []
  /// Where a name that begins here must end.
  private(set) var limit: [Int32] = []
  /// Whether the scalar is part of a telephone number.
  private(set) var isPhone: [Bool] = []

  mutating func mark(_ text: FoldedText, grammar: Grammar) {
    let count = text.count
    reset(count)
    for place in stride(from: count - 1, through: 0, by: -1) {
      let separates = text.classes[place] >= ScalarClass.hyphen.rawValue
      next[place] = separates ? next[place + 1] : Int32(place)
      let ends =
        separates
        && !(grammar.wordsHaveSpaces && text.classes[place] <= ScalarClass.space.rawValue)
      limit[place] = ends ? Int32(place) : limit[place + 1]
    }
    var cue = -1
    for place in 0..<count {
      suffixFrom[place] = Int32(suffixes.count)
      guard text.classes[place] < ScalarClass.hyphen.rawValue else { continue }
      if grammar.wordsHaveSpaces, place > 0, text.classes[place] == ScalarClass.letter.rawValue,
        text.classes[place - 1] == ScalarClass.letter.rawValue
      {
        continue
      }
      words(at: place, text, grammar, &cue)
    }
    suffixFrom[count] = Int32(suffixes.count)
    for pattern in grammar.patterns { markCodes(pattern, text) }
    for place in suffixes.indices {
      let one = suffixes[place]
      if let kind = grammar.table.kinds[Int(one.state)], kind == .town || kind == .community {
        townWords[Int(one.end)] = 1
      }
      if endingWord[Int(one.end)] < 0 { endingWord[Int(one.end)] = one.start }
      var earlier = place - 1
      while earlier >= 0, suffixes[earlier].start >= one.start - 8 {
        if suffixes[earlier].end == one.end {
          suffixes[place] = Suffix(
            start: one.start, end: one.end, state: one.state, longer: suffixes[earlier].start)
          break
        }
        earlier -= 1
      }
    }
    for place in 1..<count + 1 { townWords[place] += townWords[place - 1] }
    markPhones(text, cue: cue)
  }

  /// Marks all codes of a shape that stand alone.
  private mutating func markCodes(_ pattern: CodePattern, _ text: FoldedText) {
    for place in 0..<text.count {
      guard place == 0 || text.classes[place - 1] >= ScalarClass.hyphen.rawValue else { continue }
      var end = place
      let fits = pattern.classes.allSatisfy { expected in
        if expected == .space {
          while end < text.count, text.classes[end] == ScalarClass.space.rawValue { end += 1 }
          return true
        }
        guard end < text.count, text.classes[end] == expected.rawValue else { return false }
        end += 1
        return true
      }
      guard fits, end == text.count || text.classes[end] >= ScalarClass.hyphen.rawValue else {
        continue
      }
      guard end > Int(whole[place]) else { continue }
      whole[place] = Int32(end)
      wholeState[place] = Int16(pattern.state)
    }
  }

  private mutating func reset(_ count: Int) {
    suffixes.removeAll(keepingCapacity: true)
    Self.fill(&next, count + 1, Int32(count))
    Self.fill(&limit, count + 1, Int32(count))
    Self.fill(&endingWord, count + 1, -1)
    Self.fill(&townWords, count + 1, 0)
    Self.fill(&junk, count + 1, 0)
    Self.fill(&idle, count + 1, 0)
    Self.fill(&remark, count + 1, 0)
    Self.fill(&suffix, count + 1, 0)
    Self.fill(&whole, count + 1, 0)
    Self.fill(&wholeState, count + 1, 0)
    Self.fill(&suffixFrom, count + 1, 0)
    Self.fill(&isPhone, count + 1, false)
  }

  /// Sets the first elements of an array, which grows where it must; what is beyond them is left.
  static func fill<Value>(_ array: inout [Value], _ count: Int, _ value: Value) {
    if array.count < count { array = Array(repeating: value, count: count * 2) }
    array.withUnsafeMutableBufferPointer { buffer in
      for place in 0..<count { buffer[place] = value }
    }
  }

  private mutating func words(
    at place: Int, _ text: FoldedText, _ grammar: Grammar, _ cue: inout Int
  ) {
    var node = WordTrie.root
    var end = place
    var longest: (end: Int, state: Int16) = (0, -1)
    while end < text.count {
      node = grammar.words.child(node, text.scalars[end])
      if node < 0 { break }
      end += 1
      let word = Int(grammar.words.value(node))
      guard word >= 0 else { continue }
      if grammar.wordsHaveSpaces, end < text.count,
        text.classes[end - 1] == ScalarClass.letter.rawValue,
        text.classes[end] == ScalarClass.letter.rawValue
      {
        continue
      }
      let role = grammar.roles[word]
      if role.name >= 0 { longest = (end, role.name) }
      if role.whole >= 0 {
        whole[place] = Int32(end)
        wholeState[place] = role.whole
      }
      if role.isRemark { remark[place] = Int32(end) }
      if role.isJunk { junk[place] = Int32(end) }
      if role.isJunk || role.isPhone || role.isCountry { idle[place] = Int32(end) }
      if role.isPhone {
        junk[place] = Int32(end)
        if cue < 0 { cue = end }
      }
    }
    if longest.end > 0 {
      suffix[place] = Int32(longest.end)
      suffixes.append(
        Suffix(
          start: Int32(place), end: Int32(longest.end), state: longest.state, longer: -1))
    }
  }

  /// Marks telephone numbers: eleven digits that begin with 1, seven or more after a word that says so,
  /// and where three or more runs of seven digits or more are.
  private mutating func markPhones(_ text: FoldedText, cue: Int) {
    var long = 0
    for pass in 0..<2 {
      var place = 0
      while place < text.count {
        guard text.classes[place] == ScalarClass.digit.rawValue else {
          place += 1
          continue
        }
        let start = place
        while place < text.count, text.classes[place] == ScalarClass.digit.rawValue { place += 1 }
        let length = place - start
        guard length >= 7 else { continue }
        if pass == 0 {
          long += 1
          continue
        }
        let isMobile = length == 11 && text.scalars[start] == 0x31
        guard isMobile || long >= 3 || (cue >= 0 && start >= cue) else { continue }
        for digit in start..<place { isPhone[digit] = true }
      }
      if long == 0 { return }
    }
    for place in stride(from: text.count - 1, through: 0, by: -1) {
      if isPhone[place] {
        limit[place] = Int32(place)
      } else if limit[place] > place {
        limit[place] = limit[place + 1]
      }
    }
  }
}
