/// One way to read the divisions at the beginning of a text.
struct DivisionHypothesis: Sendable {
  /// Where the rest begins, separators skipped.
  let end: Int
  let cost: Int32
  /// Cost that counts where the next division does not follow: a short form before a word that ends
  /// names is the beginning of a name.
  let doubt: Int32
  /// The last division that is written, in `DivisionChain.links`; -1 for none.
  let link: Int32
  /// Divisions that fit all that is written, in `DivisionChain.fits`.
  let fits: Range<Int>
  let depth: Int32
}

/// One division that is written, and the one before it.
struct DivisionLink: Sendable {
  let previous: Int32
  let start: Int
  let end: Int
  let kind: ElementKind
  /// The same division is written before it.
  let isAgain: Bool
}

/// Finds how the beginning of a text can be read as divisions, each a part of the one before; levels
/// may be skipped, and a name may be written twice.
struct DivisionChain: Sendable {
  private(set) var hypotheses: [DivisionHypothesis] = []
  private(set) var links: [DivisionLink] = []
  private(set) var fits: [UInt32] = []
  /// The division that is given with the text, with those merged into it.
  private var context: DivisionID?
  private var given: [UInt32] = []

  /// What the search needs to know of the text.
  struct Text {
    let scalars: [UInt32]
    let count: Int
    /// Next place that is no separator.
    let next: [Int32]
    /// Where a junk word that begins at a place ends, 0 for none.
    let junk: [Int32]
    /// Where a word that ends names and begins at a place ends, 0 for none.
    let suffix: [Int32]
  }

  /// - Parameter start: where the text begins, separators skipped.
  mutating func search(
    _ text: borrowing Text, from start: Int, within context: DivisionID?, divisions: Divisions,
    costs: GrammarCosts
  ) {
    if context != self.context {
      self.context = context
      given = context.map { divisions.withPredecessors($0) } ?? []
    }
    hypotheses.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    fits.removeAll(keepingCapacity: true)
    fits.append(contentsOf: given)
    hypotheses.append(
      DivisionHypothesis(end: start, cost: 0, doubt: 0, link: -1, fits: 0..<given.count, depth: 0))
    guard !divisions.all.isEmpty else { return }
    var at = 0
    while at < hypotheses.count, hypotheses.count < 48 {
      let hypothesis = hypotheses[at]
      at += 1
      guard hypothesis.depth < 10 else { continue }
      var place = hypothesis.end
      while place < text.count, text.junk[place] > 0 { place = Int(text.next[Int(text.junk[place])]) }
      var node = WordTrie.root
      var end = place
      while end < text.count {
        node = divisions.words.child(node, text.scalars[end])
        if node < 0 { break }
        end += 1
        let word = Int(divisions.words.value(node))
        if word >= 0 {
          extend(hypothesis, place..<end, word, text, divisions, costs)
        }
      }
    }
  }

  /// Adds the hypotheses in which a word stands for divisions of one kind and one form.
  private mutating func extend(
    _ last: DivisionHypothesis, _ source: Range<Int>, _ word: Int, _ text: borrowing Text,
    _ divisions: Divisions, _ costs: GrammarCosts
  ) {
    let all = Int(divisions.wordStarts[word])..<Int(divisions.wordStarts[word + 1])
    var first = all.lowerBound
    while first < all.upperBound {
      let lead = divisions.spellings[first]
      var end = first + 1
      while end < all.upperBound, divisions.spellings[end].form == lead.form,
        divisions.spellings[end].kind == lead.kind
      {
        end += 1
      }
      let start = fits.count
      var finer = false
      var fitsGiven = true
      if last.fits.isEmpty {
        for spelling in divisions.spellings[first..<end] { fits.append(spelling.division) }
        finer = true
      } else {
        finer = appendFitting(divisions.spellings[first..<end], within: last.fits, divisions)
        if fits.count == start, last.link < 0 {
          for spelling in divisions.spellings[first..<end] { fits.append(spelling.division) }
          finer = true
          fitsGiven = false
        }
      }
      if fits.count > start {
        let isAgain = !finer && last.link >= 0
        var cost = last.cost
        if isAgain { cost += costs.again }
        if !fitsGiven { cost += costs.outside }
        switch lead.form {
        case .full: break
        case .short:
          let alone = last.fits.isEmpty && lead.kind >= .county
          cost += alone ? costs.shortAlone : costs.short
        case .slip: cost += costs.slip
        }
        let next = Int(text.next[source.upperBound])
        let doubtful =
          lead.form == .short && source.upperBound < text.count
          && text.suffix[source.upperBound] > 0
        let isRepeated = isAgain && links[Int(last.link)].kind >= lead.kind
        links.append(
          DivisionLink(
            previous: last.link, start: source.lowerBound, end: source.upperBound, kind: lead.kind,
            isAgain: isRepeated))
        hypotheses.append(
          DivisionHypothesis(
            end: next, cost: cost, doubt: doubtful ? costs.suffixFirst * 3 : 0,
            link: Int32(links.count - 1), fits: start..<fits.count, depth: last.depth + 1))
      }
      first = end
    }
  }

  /// Appends what fits both: the finer of two of which one is a part of the other.
  ///
  /// - Returns: whether the spellings are finer than what is known.
  private mutating func appendFitting(
    _ spellings: ArraySlice<Spelling>, within known: Range<Int>, _ divisions: Divisions
  ) -> Bool {
    let start = fits.count
    for spelling in spellings {
      for place in known where divisions.isPart(spelling.division, of: fits[place]) {
        fits.append(spelling.division)
        break
      }
    }
    if fits.count > start { return true }
    for place in known {
      let division = fits[place]
      let fitting = spellings.contains {
        $0.division == division || divisions.isPart(division, of: $0.division)
      }
      if fitting { fits.append(division) }
    }
    return false
  }
}
