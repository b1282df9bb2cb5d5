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
  /// The hypothesis that this one goes on from, -1 for none.
  let previous: Int32
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
  /// It adds nothing: the division is written before it, or what follows contradicts it.
  let isIdle: Bool
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
  private var matches: [(end: Int, word: Int)] = []

  /// What the search needs to know of the text.
  struct Text {
    let scalars: [UInt32]
    let classes: [UInt8]
    let count: Int
    /// Next place that is no separator.
    let next: [Int32]
    /// Where a junk word or the country's name that begins at a place ends, 0 for none.
    let idle: [Int32]
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
      DivisionHypothesis(
        end: start, cost: 0, doubt: 0, link: -1, previous: -1, fits: 0..<given.count, depth: 0))
    guard !divisions.all.isEmpty else { return }
    var at = 0
    while at < hypotheses.count, hypotheses.count < 48 {
      let hypothesis = hypotheses[at]
      at += 1
      guard hypothesis.depth < 10 else { continue }
      var place = hypothesis.end
      while place < text.count, text.idle[place] > 0 {
        place = Int(text.next[Int(text.idle[place])])
      }
      walk(at - 1, place, text, divisions, costs)
    }
  }

  /// Goes on with each word that begins at a place.
  private mutating func walk(
    _ number: Int, _ place: Int, _ text: borrowing Text, _ divisions: Divisions,
    _ costs: GrammarCosts
  ) {
    var node = WordTrie.root
    var end = place
    matches.removeAll(keepingCapacity: true)
    while end < text.count {
      node = divisions.words.child(node, text.scalars[end])
      if node < 0 { break }
      end += 1
      let word = Int(divisions.words.value(node))
      if word >= 0 { matches.append((end, word)) }
    }
    for (index, match) in matches.enumerated() {
      let all = Int(divisions.wordStarts[match.word])..<Int(divisions.wordStarts[match.word + 1])
      var first = all.lowerBound
      while first < all.upperBound {
        let lead = divisions.spellings[first]
        var last = first + 1
        while last < all.upperBound, divisions.spellings[last].form == lead.form,
          divisions.spellings[last].kind == lead.kind
        {
          last += 1
        }
        // A name may begin like a division: where no part of it follows, that is likely.
        let endsName =
          match.end < text.count
          && (text.suffix[match.end] > 0
            || (lead.kind >= .county && text.classes[match.end] < ScalarClass.hyphen.rawValue
              && text.classes[match.end] > ScalarClass.name.rawValue))
        let isDoubtful =
          lead.form == .short
          ? endsName || index + 1 < matches.count : endsName && match.end - place <= 2
        extend(
          number, place..<match.end, divisions.spellings[first..<last], isDoubtful, text, divisions,
          costs)
        first = last
      }
    }
  }

  /// Adds the hypothesis in which a word stands for divisions of one kind and one form.
  private mutating func extend(
    _ number: Int, _ source: Range<Int>, _ spellings: ArraySlice<Spelling>, _ isDoubtful: Bool,
    _ text: borrowing Text, _ divisions: Divisions, _ costs: GrammarCosts
  ) {
    guard let lead = spellings.first else { return }
    let last = hypotheses[number]
    let start = fits.count
    var cost = last.cost
    var link = last.link
    var isFiner = true
    if last.fits.isEmpty {
      for spelling in spellings { fits.append(spelling.division) }
    } else {
      isFiner = appendFitting(spellings, within: last.fits, divisions)
      if fits.count == start {
        // It contradicts what is written: only a full name may, and what it fits is kept.
        guard lead.form == .full, let kept = contradict(number, spellings, divisions, costs) else {
          return
        }
        link = kept.link
        cost += kept.cost
      }
    }
    let isAgain = !isFiner && link >= 0
    if isAgain { cost += costs.again }
    switch lead.form {
    case .full: cost += costs.full
    case .short:
      if lead.kind >= .county { cost += costs.shortAlone - costs.short }
      cost += last.fits.isEmpty && lead.kind >= .county ? costs.shortAlone : costs.short
    case .slip: cost += costs.slip
    }
    let isIdle = isAgain && isWritten(lead.kind, link)
    links.append(
      DivisionLink(
        previous: link, start: source.lowerBound, end: source.upperBound, kind: lead.kind,
        isIdle: isIdle))
    hypotheses.append(
      DivisionHypothesis(
        end: Int(text.next[source.upperBound]), cost: cost,
        doubt: isDoubtful ? costs.suffixFirst * 3 : 0, link: Int32(links.count - 1),
        previous: Int32(number), fits: start..<fits.count, depth: last.depth + 1))
  }

  private func isWritten(_ kind: ElementKind, _ link: Int32) -> Bool {
    var next = link
    while next >= 0 {
      if links[Int(next)].kind == kind, !links[Int(next)].isIdle { return true }
      next = links[Int(next)].previous
    }
    return false
  }

  /// Takes back the divisions that a name contradicts.
  ///
  /// - Returns: the last link, with those taken back idle; nil where the name fits nowhere.
  private mutating func contradict(
    _ number: Int, _ spellings: ArraySlice<Spelling>, _ divisions: Divisions, _ costs: GrammarCosts
  ) -> (link: Int32, cost: Int32)? {
    let start = fits.count
    var previous = hypotheses[number].previous
    while previous >= 0 {
      let earlier = hypotheses[Int(previous)]
      if earlier.fits.isEmpty { break }
      _ = appendFitting(spellings, within: earlier.fits, divisions)
      if fits.count > start { break }
      previous = earlier.previous
    }
    var cost = costs.contradiction
    if fits.count == start {
      // Nothing in common: only a province begins another address, and what is given may be wrong.
      let isGiven = hypotheses[number].link < 0
      guard isGiven || (spellings.first?.kind ?? .room) <= .province else { return nil }
      cost = costs.contradiction &* 4
      if isGiven { cost = costs.outside }
      for spelling in spellings { fits.append(spelling.division) }
    }
    var idle: [DivisionLink] = []
    var link = hypotheses[number].link
    let kept = previous >= 0 ? hypotheses[Int(previous)].link : -1
    // What stands before the end of what is kept is there already.
    let covered = kept < 0 ? -1 : links[Int(kept)].end
    while link >= 0, links[Int(link)].start >= covered {
      idle.append(links[Int(link)])
      link = links[Int(link)].previous
    }
    link = kept
    for division in idle.reversed() {
      links.append(
        DivisionLink(
          previous: link, start: division.start, end: division.end, kind: division.kind,
          isIdle: true))
      link = Int32(links.count - 1)
    }
    return (link, cost)
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
