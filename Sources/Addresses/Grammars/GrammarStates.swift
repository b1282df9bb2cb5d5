/// The states of a grammar while it is read: the start, then each kind and variety that is named.
struct GrammarStates {
  private(set) var states: [GrammarState]
  /// State of each line of `names`.
  private(set) var ofNames: [Int] = []
  private var numbers: [String: Int] = ["start": 0]

  typealias Entries = [(offset: Int, element: GrammarText.Entry)]

  init(
    names: Entries, stems: Entries, lengths: Entries, plainUnit: String?
  ) throws(GrammarError) {
    states = [Self.state("start", nil)]
    for kind in ElementKind.allCases { _ = try add("\(kind)", line: 0) }
    for (_, entry) in names { ofNames.append(try add(entry.key, line: entry.line)) }
    for (_, entry) in stems {
      let number = try number(entry.key, line: entry.line)
      var costs: [Int32] = []
      for word in entry.words { costs.append(try Self.cost(word, line: entry.line)) }
      guard let last = costs.last else { throw .syntax(line: entry.line) }
      states[number].stems = costs
      states[number].step = costs.count > 1 ? max(0, last - costs[costs.count - 2]) : 0
    }
    for (_, entry) in lengths {
      let parts = entry.key.split(separator: " ").map(String.init)
      let number = try number(parts[0], line: entry.line)
      guard entry.words.count == 6, parts.count <= 2 else { throw .syntax(line: entry.line) }
      var costs: [Int32] = []
      for word in entry.words { costs.append(try Self.cost(word, line: entry.line)) }
      if parts.count == 1 {
        states[number].lengths = costs
      } else if parts[1] == plainUnit {
        states[number].plainLengths = costs
      } else {
        throw .unknownForm(line: entry.line, form: parts[1])
      }
    }
  }

  /// Number of a state that is named.
  func number(_ name: String, line: Int) throws(GrammarError) -> Int {
    guard let number = numbers[name] else { throw .unknownKind(line: line, name: name) }
    return number
  }

  /// Number of the state that stands before a form, -1 for `any`.
  func context(_ name: String, line: Int) throws(GrammarError) -> Int {
    name == "any" ? -1 : try number(name, line: line)
  }

  /// The state of a variety's kind without a variety.
  func plain(of state: Int) -> Int {
    guard let kind = states[state].kind else { return state }
    return numbers["\(kind)"] ?? state
  }

  private mutating func add(_ name: String, line: Int) throws(GrammarError) -> Int {
    if let number = numbers[name] { return number }
    let base = name.prefix { $0 != "." }
    guard let kind = ElementKind.allCases.first(where: { "\($0)" == base }) else {
      throw .unknownKind(line: line, name: name)
    }
    guard states.count < 64 else { throw .tooLarge(line: line) }
    numbers[name] = states.count
    states.append(Self.state(name, kind))
    return states.count - 1
  }

  private static func state(_ name: String, _ kind: ElementKind?) -> GrammarState {
    let none = [Int32](repeating: 0, count: 6)
    return GrammarState(
      name: name, kind: kind, stems: [10], step: 0, lengths: none, plainLengths: none)
  }

  /// The pairs of `room=0 entrance=12`.
  static func assignments(
    _ entry: GrammarText.Entry
  ) throws(GrammarError) -> [(target: String, cost: Int32)] {
    var pairs: [(target: String, cost: Int32)] = []
    for word in entry.words {
      let parts = word.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw .syntax(line: entry.line) }
      pairs.append((String(parts[0]), try cost(String(parts[1]), line: entry.line)))
    }
    return pairs
  }

  static func cost(_ text: String, line: Int) throws(GrammarError) -> Int32 {
    guard let cost = Int32(text), (-1000...1000).contains(cost) else {
      throw .badCost(line: line, text: text)
    }
    return cost
  }
}

/// The units of a grammar: number 0 is none, then those that follow a number, then those before it.
struct GrammarUnits {
  let names: [String]

  /// Prefixes that are no unit of their own.
  private static let marks: Set<String> = ["plate", "mark", "ordinal", "below"]

  init(units: GrammarStates.Entries, prefixes: GrammarStates.Entries) throws(GrammarError) {
    var names = ["N"]
    for (_, entry) in units + prefixes where !Self.marks.contains(entry.key) {
      guard !names.contains(entry.key) else { throw .repeated(line: entry.line, key: entry.key) }
      names.append(entry.key)
    }
    guard names.count <= 512 else { throw .tooLarge(line: units.last?.element.line ?? 0) }
    self.names = names
  }

  /// Number of a form such as `N`, `N-`, `-N`, `号`, `-号`, `N-N`, `N-N号`.
  func form(_ text: String, line: Int) throws(GrammarError) -> Int {
    var name = text[...]
    let before = name.first == "-"
    if before { name.removeFirst() }
    let after = name.last == "-"
    if after { name.removeLast() }
    let isRange = name.hasPrefix("N-N")
    if isRange { name = name.count == 3 ? "N" : name.dropFirst(3) }
    guard let unit = names.firstIndex(of: String(name)) else {
      throw .unknownForm(line: line, form: text)
    }
    return FormTable.form(unit: unit, isRange: isRange, before: before, after: after)
  }
}

/// The words of a grammar with what each may be.
struct GrammarWords {
  private(set) var trie = WordTrie()
  private(set) var roles: [WordRole] = []
  private let folding: Folding

  init(folding: Folding) { self.folding = folding }

  mutating func mark(_ words: [String], _ change: (inout WordRole) -> Void) {
    for word in words {
      let folded = folding.fold(word)
      guard !folded.isEmpty else { continue }
      if let number = trie.value(of: folded) {
        change(&roles[Int(number)])
      } else {
        var role = WordRole()
        change(&role)
        trie.set(folded, to: Int32(roles.count))
        roles.append(role)
      }
    }
  }
}
