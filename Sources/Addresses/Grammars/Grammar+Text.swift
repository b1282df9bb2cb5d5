extension Grammar {
  /// Reads a grammar; `GeoData/grammars/README.md` describes the format.
  ///
  /// - Throws: `GrammarError`, with the line and the reason.
  public init(text: String) throws(GrammarError) {
    let sections = try GrammarText(text).sections
    var builder = GrammarBuilder()
    for section in sections { try builder.collect(section) }
    self = try builder.grammar()
  }
}

/// What has been read of a grammar so far.
struct GrammarBuilder {
  private typealias Section = GrammarText.Section
  private var sections: [String: Section] = [:]

  private static let known: Set<String> = [
    "grammar", "script", "order", "variants", "slips", "countries", "divisions", "names", "stems",
    "units",
    "prefixes", "wholes", "patterns", "remarks", "junk", "phones", "after", "lengths", "districts",
    "costs",
  ]

  mutating func collect(_ section: GrammarText.Section) throws(GrammarError) {
    guard Self.known.contains(section.name) else {
      throw .unknownSection(line: section.line, name: section.name)
    }
    sections[section.name] = section
  }

  func grammar() throws(GrammarError) -> Grammar {
    guard let name = sections["grammar"]?.words.first else { throw .missing(section: "grammar") }
    let folding = Folding(variants: try pairs("variants"))
    let states = try GrammarStates(
      names: entries("names"), stems: entries("stems"), lengths: entries("lengths"),
      plainUnit: sections["units"]?.entries.first?.key)
    let units = try GrammarUnits(units: entries("units"), prefixes: entries("prefixes"))
    var words = GrammarWords(folding: folding)
    for (index, entry) in entries("names") {
      words.mark(entry.words) { $0.name = Int16(states.ofNames[index]) }
    }
    for (index, entry) in entries("units") {
      words.mark(entry.words) { $0.unit = Int16(index + 1) }
    }
    for (_, entry) in entries("prefixes") {
      let unit = Int16(units.names.firstIndex(of: entry.key) ?? 0)
      words.mark(entry.words) { role in
        switch entry.key {
        case "plate": role.isPlate = true
        case "mark":
          role.isPlate = true
          role.isMark = true
        case "ordinal": role.isOrdinal = true
        case "below": role.isBelow = true
        default: role.before = unit
        }
      }
    }
    for (_, entry) in entries("wholes") {
      let state = Int16(try states.number(entry.key, line: entry.line))
      words.mark(entry.words) { $0.whole = state }
    }
    words.mark(sections["remarks"]?.words ?? []) { $0.isRemark = true }
    words.mark(sections["junk"]?.words ?? []) { $0.isJunk = true }
    words.mark(sections["countries"]?.words ?? []) { $0.isCountry = true }
    words.mark(sections["phones"]?.words ?? []) { $0.isPhone = true }
    let slips = try pairs("slips").map { (typed: UInt32($0.form), meant: UInt32($0.standard)) }
    let suffixes = (sections["divisions"]?.words ?? []).map { folding.fold($0) }
    return Grammar(
      name: name, wordsHaveSpaces: try setting("script", ["han", "latin"]) == 1,
      partFirst: try setting("order", ["whole-first", "part-first"]) == 1, folding: folding,
      words: words.trie, roles: words.roles, patterns: try patterns(states: states),
      states: states.states,
      table: StateTable(states.states),
      forms: try forms(states: states, units: units), costs: try costs(),
      divisionSuffixes: suffixes.sorted {
        $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
      },
      slips: slips, districts: try districts(states: states, units: units))
  }

  private func entries(_ name: String) -> [(offset: Int, element: GrammarText.Entry)] {
    Array((sections[name]?.entries ?? []).enumerated())
  }

  private func setting(_ name: String, _ values: [String]) throws(GrammarError) -> Int {
    guard let section = sections[name] else { return 0 }
    let value = section.words.first ?? ""
    guard section.words.count == 1, let index = values.firstIndex(of: value) else {
      throw .unknownValue(line: section.line, value: value)
    }
    return index
  }

  private func pairs(
    _ name: String
  ) throws(GrammarError) -> [(form: UInt16, standard: UInt16)] {
    guard let section = sections[name] else { return [] }
    var pairs: [(form: UInt16, standard: UInt16)] = []
    for word in section.words {
      let scalars = word.unicodeScalars.compactMap { UInt16(exactly: $0.value) }
      guard scalars.count == 2, word.unicodeScalars.count == 2 else {
        throw .badVariant(line: section.line, variant: word)
      }
      pairs.append((scalars[0], scalars[1]))
    }
    return pairs
  }

  private func forms(
    states: GrammarStates, units: GrammarUnits
  ) throws(GrammarError) -> FormTable {
    var rows: [Int: [FormTable.Choice]] = [:]
    for (_, entry) in entries("after") {
      let parts = entry.key.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { throw .syntax(line: entry.line) }
      let state = try states.context(String(parts[0]), line: entry.line)
      let form = try units.form(String(parts[1]), line: entry.line)
      var row: [FormTable.Choice] = []
      for (target, cost) in try GrammarStates.assignments(entry) {
        let number = try states.number(target, line: entry.line)
        row.append(FormTable.Choice(target: UInt8(number), cost: cost))
      }
      guard rows.updateValue(row, forKey: (state + 1) << 16 | form) == nil else {
        throw .repeated(line: entry.line, key: entry.key)
      }
    }
    return FormTable(units: units.names, stateCount: states.states.count) { state, form in
      // A variety without a row of its own has that of its kind, then that of any.
      for context in [state, states.plain(of: state), -1] {
        for candidate in FormTable.fallbacks(of: form) {
          if let row = rows[(context + 1) << 16 | candidate] { return row }
        }
      }
      return []
    }
  }

  private func patterns(states: GrammarStates) throws(GrammarError) -> [CodePattern] {
    var patterns: [CodePattern] = []
    for (_, entry) in entries("patterns") {
      let state = try states.number(entry.key, line: entry.line)
      for word in entry.words {
        var classes: [ScalarClass] = []
        for character in word {
          switch character {
          case "A": classes.append(.letter)
          case "9": classes.append(.digit)
          case " ": classes.append(.space)
          default: throw .unknownValue(line: entry.line, value: word)
          }
        }
        patterns.append(CodePattern(state: state, classes: classes))
      }
    }
    return patterns
  }

  private func districts(
    states: GrammarStates, units: GrammarUnits
  ) throws(GrammarError) -> [DistrictSetting] {
    var settings: [DistrictSetting] = []
    for (_, entry) in entries("districts") {
      let parts = entry.key.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { throw .syntax(line: entry.line) }
      let unit = try units.form(String(parts[1]), line: entry.line) >> 3
      for (target, cost) in try GrammarStates.assignments(entry) {
        settings.append(
          DistrictSetting(
            code: Array(parts[0].utf8), unit: unit,
            target: try states.number(target, line: entry.line), cost: cost))
      }
    }
    return settings
  }

  private func costs() throws(GrammarError) -> GrammarCosts {
    var costs = GrammarCosts()
    let paths: [String: WritableKeyPath<GrammarCosts, Int32>] = [
      "bare": \.bare, "bareStep": \.bareStep, "wordUnread": \.wordUnread,
      "digitsInside": \.digitsInside,
      "digitsBefore": \.digitsBefore, "numeralInside": \.numeralInside,
      "suffixFirst": \.suffixFirst, "back": \.back, "unusedDigits": \.unusedDigits,
      "unusedName": \.unusedName, "unusedStep": \.unusedStep, "joined": \.joined,
      "numeralBare": \.numeralBare, "remark": \.remark, "plate": \.plate, "mark": \.mark,
      "wordInside": \.wordInside,
      "repeated": \.repeated, "whole": \.whole,
      "fallingRange": \.fallingRange,
      "full": \.full, "short": \.short,
      "shortAlone": \.shortAlone, "again": \.again, "slip": \.slip, "outside": \.outside,
      "contradiction": \.contradiction,
      "margin": \.margin,
    ]
    for (_, entry) in entries("costs") {
      guard let path = paths[entry.key] else {
        throw .unknownValue(line: entry.line, value: entry.key)
      }
      guard entry.words.count == 1, let word = entry.words.first else {
        throw .syntax(line: entry.line)
      }
      costs[keyPath: path] = try GrammarStates.cost(word, line: entry.line)
    }
    return costs
  }
}
