/// Fills the lattice of a text, place by place.
struct LatticeFilling {
  let text: FoldedText
  let marks: TextMarks
  let numbers: NumberScan
  let grammar: Grammar
  let divisions: Divisions
  let bareState: Int
  /// States that a remark may follow, as bits: from the road or estate on.
  let remarkable: UInt64
  /// Settings that hold where the text is.
  let settings: [DistrictSetting]

  func fill(_ lattice: inout Lattice, chain: DivisionChain, townState: Int) {
    for (number, hypothesis) in chain.hypotheses.enumerated() {
      let kind = hypothesis.link < 0 ? nil : chain.links[Int(hypothesis.link)].kind
      let state = (kind ?? .province) >= .town ? townState : 0
      lattice.connect(
        from: -1, to: hypothesis.end, state, cost: hypothesis.cost &+ hypothesis.doubt,
        start: 0, end: 0, .division(Int32(number)))
    }
    for place in 0..<text.count {
      let states = lattice.states(at: place)
      guard states != 0 else { continue }
      addNumbers(place, states, &lattice)
      skip(place, states, &lattice)
      if marks.limit[place] > place { addNames(place, states, &lattice) }
    }
  }

  @inline(__always)
  private func next(_ end: Int32) -> Int { Int(marks.next[Int(end)]) }

  private func addNumbers(_ place: Int, _ states: UInt64, _ lattice: inout Lattice) {
    let stateCount = lattice.stateCount
    for index in Int(numbers.from[place])..<Int(numbers.from[place + 1]) {
      let number = numbers.numbers[index]
      let target = next(number.end)
      var open = states
      while open != 0 {
        let state = open.trailingZeroBitCount
        open &= open - 1
        for at in grammar.forms.choices(state: state, form: Int(number.form)) {
          let choice = grammar.forms.choice(at)
          var cost = choice.cost
          if number.length >= 0 {
            let length = grammar.table.length(
              Int(number.length), state: Int(choice.target), isPlain: number.form >> 3 > 0)
            cost = max(0, cost &+ length)
          }
          cost &+= number.cost
          for setting in settings
          where setting.unit == Int(number.form) >> 3 && setting.target == Int(choice.target) {
            cost &+= setting.cost
          }
          let kind = grammar.table.kinds[Int(choice.target)] ?? .remark
          lattice.connect(
            from: Int32(place * stateCount + state), to: target, Int(choice.target), cost: cost,
            start: number.start, end: number.end, .number(Int32(index), kind))
        }
      }
    }
  }

  /// Remarks, junk, telephone numbers, and what has to be left unused.
  private func skip(_ place: Int, _ states: UInt64, _ lattice: inout Lattice) {
    if marks.remark[place] > 0 {
      let isLong = Int(marks.remark[place]) > place + 1
      let cost = isLong ? grammar.costs.remark : grammar.costs.remark &* 3
      keep(place, states & remarkable, marks.remark[place], cost, .remark, &lattice)
    }
    if marks.junk[place] > 0 {
      keep(place, states, marks.junk[place], 1, .unused, &lattice)
    }
    if marks.isPhone[place] {
      var end = place
      while marks.isPhone[end] { end += 1 }
      keep(place, states, Int32(end), 1, .unused, &lattice)
      return
    }
    var end = place
    var cost: Int32
    if isBody(place) {
      var digits = false
      while end < text.count, isBody(end), !marks.isPhone[end] {
        digits = digits || text.classes[end] == ScalarClass.digit.rawValue
        end += 1
      }
      cost = digits ? grammar.costs.unusedDigits : grammar.costs.unusedName
    } else {
      end = place + 1
      while end < text.count, end < Int(marks.limit[place]), !numbers.isBoundary[end] { end += 1 }
      cost = grammar.costs.unusedName &+ grammar.costs.unusedStep &* Int32(end - place)
    }
    keep(place, states, Int32(end), cost, .unused, &lattice)
  }

  private func keep(
    _ place: Int, _ states: UInt64, _ end: Int32, _ cost: Int32, _ content: Lattice.Content,
    _ lattice: inout Lattice
  ) {
    var open = states
    while open != 0 {
      let state = open.trailingZeroBitCount
      open &= open - 1
      lattice.connect(
        from: Int32(place * lattice.stateCount + state), to: next(end), state, cost: cost,
        start: Int32(place), end: end, content)
    }
  }

  @inline(__always)
  private func isBody(_ place: Int) -> Bool {
    let kind = text.classes[place]
    return kind == ScalarClass.digit.rawValue || kind == ScalarClass.letter.rawValue
  }

  private func addNames(_ place: Int, _ states: UInt64, _ lattice: inout Lattice) {
    let limit = Int(marks.limit[place])
    if marks.endingWord[place] >= 0, let end = repetition(place) {
      keep(place, states, Int32(end), grammar.costs.repeated, .unused, &lattice)
    }
    if marks.whole[place] > 0 {
      connectName(
        place, states, marks.whole[place], Int(marks.wholeState[place]), grammar.costs.whole,
        &lattice)
    }
    let first = Int(marks.suffix[place])
    var base: Int32 = first > 0 ? grammar.costs.suffixFirst : 0
    if place > 0, isBody(place), isBody(place - 1) { base &+= grammar.costs.unusedDigits }
    var index = Int(marks.suffixFrom[place + 1])
    while index < marks.suffixes.count {
      let suffix = marks.suffixes[index]
      index += 1
      let start = Int(suffix.start)
      guard start < limit, start - place <= StateTable.longestStem else { break }
      guard Int(suffix.end) <= limit, suffix.longer <= place else { continue }
      let state = Int(suffix.state)
      let cost =
        base &+ grammar.table.stem(start - place, state: state)
        &+ inside(place, start, mayEnd: grammar.table.mayFollowNumber[state])
        &+ townsInside(place, start)
      connectName(place, states, suffix.end, Int(suffix.state), cost, &lattice)
    }
    if grammar.partFirst { addDivisions(place, states, &lattice) }
    var end = place + 1
    var boundaries = 0
    while end <= limit, boundaries < 4, end - place <= 48 {
      if end == limit || numbers.isBoundary[end] {
        boundaries += 1
        let length = Int32(end - place)
        let ends = marks.endingWord[end] > place ? grammar.costs.wordUnread : 0
        let cost =
          (end == first ? 0 : base) &+ ends &+ grammar.costs.bare &+ grammar.costs.bareStep
          &* length
          &+ inside(place, end, mayEnd: false) &+ townsInside(place, end - 1)
        connectName(place, states, Int32(end), bareState, cost, &lattice)
      }
      end += 1
    }
  }

  /// Divisions that are written after the part: whole words up to a space or another separator.
  private func addDivisions(_ place: Int, _ states: UInt64, _ lattice: inout Lattice) {
    guard place == 0 || text.classes[place - 1] >= ScalarClass.hyphen.rawValue else { return }
    var node = WordTrie.root
    var end = place
    while end < text.count {
      node = divisions.words.child(node, text.scalars[end])
      if node < 0 { return }
      end += 1
      let word = divisions.words.value(node)
      let isWhole = end == text.count || text.classes[end] >= ScalarClass.hyphen.rawValue
      guard word >= 0, isWhole else { continue }
      let spelling = divisions.spellings[Int(divisions.wordStarts[Int(word)])]
      guard let state = grammar.table.kinds.firstIndex(of: spelling.kind) else { continue }
      connect(
        place, states, Int32(end), state, grammar.costs.short, .named(word, spelling.kind),
        &lattice)
    }
  }

  /// Where the text before a place, which ends with a word that ends names, is written once more.
  private func repetition(_ place: Int) -> Int? {
    for length in stride(from: min(12, place, text.count - place), through: 2, by: -1) {
      var at = 0
      while at < length, text.scalars[place + at] == text.scalars[place - length + at] { at += 1 }
      if at == length { return place + length }
    }
    return nil
  }

  /// What the numbers inside a name cost; a number right before the word that ends it is likely.
  @inline(__always)
  private func inside(_ start: Int, _ end: Int, mayEnd: Bool) -> Int32 {
    var digits = numbers.digitRuns[end] - numbers.digitRuns[start]
    var numerals = numbers.unitsInside[end] - numbers.unitsInside[start]
    if mayEnd, numerals > 0, text.classes[end - 1] == ScalarClass.numeral.rawValue { numerals -= 1 }
    var cost = numerals &* grammar.costs.numeralInside
    if mayEnd, digits > 0, text.classes[end - 1] == ScalarClass.digit.rawValue {
      digits -= 1
      cost &+= grammar.costs.digitsBefore
    }
    return cost &+ digits &* grammar.costs.digitsInside
  }

  /// What the names of towns and villages inside a name cost.
  @inline(__always)
  private func townsInside(_ start: Int, _ end: Int) -> Int32 {
    guard end > start + 2 else { return 0 }
    return (marks.townWords[end] - marks.townWords[start + 2]) &* grammar.costs.wordInside
  }

  private func connectName(
    _ place: Int, _ states: UInt64, _ end: Int32, _ target: Int, _ cost: Int32,
    _ lattice: inout Lattice
  ) {
    let kind = grammar.table.kinds[target] ?? .place
    connect(place, states, end, target, cost, .name(kind), &lattice)
  }

  /// Connects each state at a place with one state; a kind that is out of order costs more.
  private func connect(
    _ place: Int, _ states: UInt64, _ end: Int32, _ target: Int, _ cost: Int32,
    _ content: Lattice.Content, _ lattice: inout Lattice
  ) {
    let kind = grammar.table.kinds[target] ?? .place
    var open = states
    while open != 0 {
      let state = open.trailingZeroBitCount
      open &= open - 1
      var total = cost
      if let last = grammar.table.kinds[state] {
        if grammar.partFirst ? kind > last : kind < last { total &+= grammar.costs.back }
      }
      lattice.connect(
        from: Int32(place * lattice.stateCount + state), to: next(end), target, cost: total,
        start: Int32(place), end: end, content)
    }
  }
}
