/// A number as it is written in a text, with what may stand before and after it.
struct NumberForm: Sendable {
  /// Whole of it, prefix and unit with it.
  let start: Int32
  let end: Int32
  /// The number itself, or the first to the last one of a range or list.
  let bodyStart: Int32
  let bodyEnd: Int32
  /// Row of the grammar's table.
  let form: Int32
  /// What the form itself costs.
  let cost: Int32
  /// Class of its length, where it has no unit or the plain one: 0 letters, 1 to 5 digits; else -1.
  let length: Int8
  /// The prefix is a part of the key (甲8号).
  let hasPlate: Bool
  let isBelow: Bool
}

/// Finds all numbers of a text, by start.
struct NumberScan: Sendable {
  private(set) var numbers: [NumberForm] = []
  /// First number that begins at a place or later.
  private(set) var from: [Int32] = []
  /// Runs of digits that begin before a place, and numerals and letters with a unit.
  private(set) var digitRuns: [Int32] = []
  private(set) var unitsInside: [Int32] = []
  /// Whether something other than a name can begin at a place.
  private(set) var isBoundary: [Bool] = []
  /// Place inside a run where a second number may begin, -1 for none.
  private var inner = -1
  private var jointUnit = 0

  /// What stands before the body of a number.
  private struct Prefix {
    var start: Int
    var before: Int = 0
    var hasPlate = false
    var isBelow = false
    var cost: Int32 = 0
  }

  mutating func scan(
    _ text: FoldedText, _ marks: TextMarks, grammar: Grammar, gluedUnit: Int, jointUnit: Int
  ) {
    self.jointUnit = jointUnit
    numbers.removeAll(keepingCapacity: true)
    TextMarks.fill(&from, text.count + 1, 0)
    TextMarks.fill(&digitRuns, text.count + 1, 0)
    TextMarks.fill(&unitsInside, text.count + 1, 0)
    inner = -1
    for place in 0..<text.count {
      from[place] = Int32(numbers.count)
      digitRuns[place + 1] = digitRuns[place]
      unitsInside[place + 1] = unitsInside[place]
      let kind = text.classes[place]
      if kind < ScalarClass.hyphen.rawValue, !marks.isPhone[place] {
        if kind == ScalarClass.digit.rawValue || kind == ScalarClass.letter.rawValue {
          let isStart = place == 0 || !Self.isBody(text.classes[place - 1])
          if isStart || place == inner {
            let before = numbers.count
            body(at: place, Prefix(start: place), text, marks, grammar, gluedUnit)
            if kind == ScalarClass.digit.rawValue {
              digitRuns[place + 1] += 1
            } else if numbers[before...].contains(where: { $0.form >> 3 > 0 }) {
              unitsInside[place + 1] += 1
            }
          } else if kind == ScalarClass.digit.rawValue,
            text.classes[place - 1] == ScalarClass.letter.rawValue
          {
            digitRuns[place + 1] += 1
          }
          if isStart, kind == ScalarClass.letter.rawValue {
            prefixes(at: place, text, marks, grammar, gluedUnit)
          }
        } else {
          let before = numbers.count
          if kind == ScalarClass.numeral.rawValue,
            place == 0 || text.classes[place - 1] != ScalarClass.numeral.rawValue
          {
            body(at: place, Prefix(start: place), text, marks, grammar, gluedUnit)
            if numbers.count > before { unitsInside[place + 1] += 1 }
          }
          prefixes(at: place, text, marks, grammar, gluedUnit)
        }
      }
    }
    from[text.count] = Int32(numbers.count)
    TextMarks.fill(&isBoundary, text.count + 1, false)
    for place in 1..<max(1, text.count) {
      if from[place + 1] > from[place] {
        isBoundary[place] =
          !(Self.isBody(text.classes[place]) && Self.isBody(text.classes[place - 1]))
      } else {
        isBoundary[place] = marks.remark[place] | marks.junk[place] | marks.whole[place] > 0
      }
    }
  }

  @inline(__always)
  private static func isBody(_ kind: UInt8) -> Bool {
    kind == ScalarClass.digit.rawValue || kind == ScalarClass.letter.rawValue
  }

  /// Numbers with a word before them: 甲8号, 第2栋, 附1号, Flat 3.
  private mutating func prefixes(
    at place: Int, _ text: FoldedText, _ marks: TextMarks, _ grammar: Grammar, _ gluedUnit: Int
  ) {
    var node = WordTrie.root
    var end = place
    while end < text.count {
      node = grammar.words.child(node, text.scalars[end])
      if node < 0 { return }
      end += 1
      let word = Int(grammar.words.value(node))
      guard word >= 0 else { continue }
      let role = grammar.roles[word]
      guard role.isPlate || role.isOrdinal || role.isBelow || role.before > 0 else { continue }
      let next = grammar.wordsHaveSpaces ? Int(marks.next[end]) : end
      guard next < text.count, next - end <= 1 else { continue }
      let kind = text.classes[next]
      guard Self.isBody(kind) || kind == ScalarClass.numeral.rawValue else { continue }
      if grammar.wordsHaveSpaces, next == end, Self.isBody(text.classes[end - 1]) { continue }
      body(
        at: next,
        Prefix(
          start: place, before: max(0, Int(role.before)), hasPlate: role.isPlate,
          isBelow: role.isBelow,
          cost: !role.isPlate ? 0 : role.isMark ? grammar.costs.mark : grammar.costs.plate),
        text, marks, grammar, gluedUnit)
    }
  }

  /// End of the digits and letters, or of the numerals, that begin at a place.
  private func run(_ text: FoldedText, _ marks: TextMarks, from place: Int) -> Int {
    var end = place
    if text.classes[place] == ScalarClass.numeral.rawValue {
      while end < text.count, text.classes[end] == ScalarClass.numeral.rawValue { end += 1 }
    } else {
      while end < text.count, Self.isBody(text.classes[end]), !marks.isPhone[end] { end += 1 }
    }
    return end
  }

  private mutating func body(
    at place: Int, _ prefix: Prefix, _ text: FoldedText, _ marks: TextMarks, _ grammar: Grammar,
    _ gluedUnit: Int
  ) {
    let isNumeral = text.classes[place] == ScalarClass.numeral.rawValue
    let end = run(text, marks, from: place)
    guard end > place else { return }
    if isNumeral, Numeral.digits(of: text.scalars[place..<end]) == nil { return }
    add(prefix, place..<end, isRange: false, text, marks, grammar)
    var digits = 0
    for at in place..<end where text.classes[at] == ScalarClass.digit.rawValue { digits += 1 }
    if !isNumeral, text.classes[end - 1] == ScalarClass.letter.rawValue, digits == end - place - 1,
      digits > 0
    {
      // A letter that is a unit: 8F.
      add(prefix, place..<end - 1, isRange: false, text, marks, grammar, unitsOnly: true)
    }
    if end < text.count, isPlate(text.scalars[end], grammar) {
      add(prefix, place..<end + 1, isRange: false, text, marks, grammar, unitsOnly: true)
    }
    if gluedUnit > 0, digits == end - place, digits == 5 || digits == 6, prefix.start == place,
      place != inner
    {
      inner = place + 1
      append(
        prefix, place..<place + 1, end: place + 1,
        FormTable.form(
          unit: gluedUnit, isRange: false, before: isHyphen(text, place - 1), after: false), 0, -1)
    }
    if jointUnit > 0, !isNumeral, prefix.start == place, place != inner {
      cut(prefix, place..<end, text, grammar)
    }
    ranges(prefix, place, end, text, marks, grammar)
  }

  /// A run such as A832 or 6A841 may be two numbers, where three digits or more follow the letter.
  private mutating func cut(
    _ prefix: Prefix, _ run: Range<Int>, _ text: FoldedText, _ grammar: Grammar
  ) {
    var at = run.lowerBound
    while at < run.upperBound, text.classes[at] == ScalarClass.digit.rawValue { at += 1 }
    let digits = at - run.lowerBound
    guard at < run.upperBound, digits <= 3 else { return }
    at += 1
    let cost: Int32 = digits > 0 ? 0 : grammar.costs.joined &* 2
    guard run.upperBound - at >= 3,
      text.classes[at..<run.upperBound].allSatisfy({ $0 == ScalarClass.digit.rawValue })
    else { return }
    inner = at
    var unit = jointUnit
    var bodyEnd = at
    let node = grammar.words.child(WordTrie.root, text.scalars[at - 1])
    if digits > 0, node >= 0, grammar.words.value(node) >= 0,
      grammar.roles[Int(grammar.words.value(node))].unit > 0
    {
      unit = Int(grammar.roles[Int(grammar.words.value(node))].unit)
      bodyEnd = at - 1
    }
    append(
      prefix, run.lowerBound..<bodyEnd, end: at,
      FormTable.form(
        unit: unit, isRange: false, before: isHyphen(text, run.lowerBound - 1), after: false), cost,
      -1)
  }

  /// 12-14号, 13、14、15号: from the second number on, each end is one more way to read.
  private mutating func ranges(
    _ prefix: Prefix, _ place: Int, _ first: Int, _ text: FoldedText, _ marks: TextMarks,
    _ grammar: Grammar
  ) {
    var end = first
    var members = 1
    var listed = false
    while end < text.count, members < 32 {
      let kind = text.classes[end]
      let isList = kind == ScalarClass.list.rawValue
      guard isList || (kind == ScalarClass.hyphen.rawValue && members == 1) else { return }
      var next = end
      while next < text.count, text.classes[next] >= ScalarClass.hyphen.rawValue { next += 1 }
      guard next < text.count, next - end <= 2, Self.isBody(text.classes[next]) else { return }
      let stop = run(text, marks, from: next)
      guard stop > next else { return }
      members += 1
      listed = listed || isList
      let isAscending = isList || rises(text, place..<first, next..<stop)
      add(
        prefix, place..<stop, isRange: true, text, marks, grammar,
        cost: isAscending ? 0 : grammar.costs.fallingRange)
      if !listed {
        guard stop < text.count, text.classes[stop] == ScalarClass.list.rawValue else { return }
      }
      end = stop
    }
  }

  /// Whether two numbers are the ends of a range: digits, the second one larger, by 32 at most.
  private func rises(_ text: FoldedText, _ first: Range<Int>, _ second: Range<Int>) -> Bool {
    func value(_ source: Range<Int>) -> Int? {
      guard source.count <= 6 else { return nil }
      var value = 0
      for place in source {
        guard text.classes[place] == ScalarClass.digit.rawValue else { return nil }
        value = value * 10 + Int(text.scalars[place]) - 0x30
      }
      return value
    }
    guard let low = value(first), let high = value(second) else { return false }
    return high > low && high - low <= 32
  }

  private func isPlate(_ scalar: UInt32, _ grammar: Grammar) -> Bool {
    let node = grammar.words.child(WordTrie.root, scalar)
    guard node >= 0 else { return false }
    let word = Int(grammar.words.value(node))
    return word >= 0 && grammar.roles[word].isPlate
  }

  private func isHyphen(_ text: FoldedText, _ place: Int) -> Bool {
    place >= 0 && place < text.count && text.classes[place] == ScalarClass.hyphen.rawValue
  }

  /// Adds a number with each unit that follows it, and without one.
  private mutating func add(
    _ prefix: Prefix, _ body: Range<Int>, isRange: Bool, _ text: FoldedText, _ marks: TextMarks,
    _ grammar: Grammar, unitsOnly: Bool = false, cost: Int32 = 0
  ) {
    let before = isHyphen(text, prefix.start - 1)
    var cost = cost
    if isRange, before || isHyphen(text, body.upperBound) { cost &+= grammar.costs.fallingRange }
    var node = WordTrie.root
    var end = body.upperBound
    var found = false
    while end < text.count {
      node = grammar.words.child(node, text.scalars[end])
      if node < 0 { break }
      end += 1
      let word = Int(grammar.words.value(node))
      guard word >= 0, grammar.roles[word].unit > 0 else { continue }
      let unit = Int(grammar.roles[word].unit)
      guard prefix.before == 0 || unit == 1 else { continue }
      found = true
      append(
        prefix, body, end: end,
        FormTable.form(
          unit: prefix.before > 0 ? prefix.before : unit, isRange: isRange, before: before,
          after: isHyphen(text, end)), cost &+ prefix.cost,
        unit == 1 && prefix.before == 0 && !isRange ? Self.length(body, text) : -1)
    }
    if unitsOnly || (found && prefix.before == 0) { return }
    bare(prefix, body, isRange: isRange, before: before, cost, text, marks, grammar)
  }

  private mutating func bare(
    _ prefix: Prefix, _ body: Range<Int>, isRange: Bool, before: Bool, _ cost: Int32,
    _ text: FoldedText, _ marks: TextMarks, _ grammar: Grammar
  ) {
    let end = body.upperBound
    var cost = cost &+ prefix.cost
    var length: Int8 = -1
    if end < text.count, text.classes[end] < ScalarClass.hyphen.rawValue, end != inner,
      marks.remark[end] == 0, marks.junk[end] == 0, !marks.isPhone[end]
    {
      cost += grammar.costs.joined
    }
    if prefix.before == 0 {
      if text.classes[body.lowerBound] == ScalarClass.numeral.rawValue {
        cost += grammar.costs.numeralBare
        guard body.count > 1 || isHyphen(text, end) || before else { return }
      }
      length = Self.length(body, text)
      if length == 0 {
        guard body.count <= 2, !grammar.wordsHaveSpaces else { return }
      }
      if isRange { length = -1 }
    }
    append(
      prefix, body, end: end,
      FormTable.form(
        unit: prefix.before, isRange: isRange, before: before, after: isHyphen(text, end)), cost,
      length)
  }

  /// Digits or numerals of a number, five for more; 0 for letters alone.
  private static func length(_ body: Range<Int>, _ text: FoldedText) -> Int8 {
    if text.classes[body.lowerBound] == ScalarClass.numeral.rawValue {
      return Int8(min(5, body.count))
    }
    var digits = 0
    for at in body where text.classes[at] == ScalarClass.digit.rawValue { digits += 1 }
    return Int8(min(5, digits))
  }

  private mutating func append(
    _ prefix: Prefix, _ body: Range<Int>, end: Int, _ form: Int, _ cost: Int32, _ length: Int8
  ) {
    numbers.append(
      NumberForm(
        start: Int32(prefix.start), end: Int32(end), bodyStart: Int32(body.lowerBound),
        bodyEnd: Int32(body.upperBound), form: Int32(form), cost: cost, length: length,
        hasPlate: prefix.hasPlate, isBelow: prefix.isBelow))
  }
}
