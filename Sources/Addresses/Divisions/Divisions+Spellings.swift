/// How a division can be written.
struct Spelling: Sendable, Hashable {
  enum Form: UInt8, Sendable {
    case full = 0
    case short = 1
    case slip = 2
  }

  let division: UInt32
  let kind: ElementKind
  let form: Form
}

extension Divisions {
  /// All spellings of all names, those of one word by form, kind and division.
  static func index(
    _ all: [Division], grammar: Grammar
  ) -> (words: WordTrie, starts: [Int32], spellings: [Spelling]) {
    var words = WordTrie()
    var lists: [[Spelling]] = []
    func add(_ word: [UInt32], _ spelling: Spelling) {
      if let number = words.value(of: word) {
        let known = lists[Int(number)].contains { $0.division == spelling.division }
        if !known { lists[Int(number)].append(spelling) }
      } else {
        words.set(word, to: Int32(lists.count))
        lists.append([spelling])
      }
    }
    for form in [Spelling.Form.full, .short, .slip] {
      for (number, division) in all.enumerated() {
        let spelling = Spelling(division: UInt32(number), kind: division.kind, form: form)
        for row in division.rows {
          let name = grammar.folding.fold(row.name)
          switch form {
          case .full: add(name, spelling)
          case .short: for short in shortForms(of: name, grammar: grammar) { add(short, spelling) }
          case .slip: for slip in slips(of: name, grammar: grammar) { add(slip, spelling) }
          }
        }
      }
    }
    var starts: [Int32] = [0]
    var spellings: [Spelling] = []
    for list in lists {
      spellings += list.sorted {
        ($0.form.rawValue, $0.kind.rawValue, $0.division)
          < ($1.form.rawValue, $1.kind.rawValue, $1.division)
      }
      starts.append(Int32(spellings.count))
    }
    return (words, starts, spellings)
  }

  /// A name without its suffix, where two scalars or more are left: 杭州市 is 杭州; of a long suffix the
  /// peoples' names go as well, and the last character may stay (海南藏族自治州 is 海南 and 海南州).
  static func shortForms(of name: [UInt32], grammar: Grammar) -> [[UInt32]] {
    guard var short = strip(name, grammar.divisionSuffixes, shortest: 1) else { return [] }
    while let more = strip(short, grammar.divisionSuffixes, shortest: 2) { short = more }
    guard name.count - short.count >= 3, let last = name.last else { return [short] }
    return [short, short + [last]]
  }

  private static func strip(
    _ name: [UInt32], _ suffixes: [[UInt32]], shortest: Int
  ) -> [UInt32]? {
    for suffix in suffixes where suffix.count >= shortest && name.count >= suffix.count + 2 {
      if name.suffix(suffix.count).elementsEqual(suffix) {
        return Array(name.dropLast(suffix.count))
      }
    }
    return nil
  }

  /// Names with one character typed for another; of three scalars or more only.
  private static func slips(of name: [UInt32], grammar: Grammar) -> [[UInt32]] {
    guard name.count >= 3 else { return [] }
    var slips: [[UInt32]] = []
    for (typed, meant) in grammar.slips {
      for (place, scalar) in name.enumerated() where scalar == meant {
        var slip = name
        slip[place] = typed
        slips.append(slip)
      }
    }
    return slips
  }
}
