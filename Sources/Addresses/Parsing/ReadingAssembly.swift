/// Makes a reading of a path through the lattice.
struct ReadingAssembly {
  let parser: AddressParser
  let buffer: ParseBuffer
  let context: DivisionID?

  func reading(edges: ArraySlice<Int32>, cost: Int32) -> Reading {
    var elements: [Element] = []
    var unused: [Range<Int>] = []
    var divisions: [DivisionID] = []
    for number in edges {
      let edge = buffer.lattice.edges[Int(number)]
      let source = Int(edge.start)..<Int(edge.end)
      switch edge.content {
      case .division(let index):
        let hypothesis = buffer.chain.hypotheses[Int(index)]
        divisions = ids(hypothesis)
        skipped(before: hypothesis, &unused)
        append(hypothesis, divisions, &elements, &unused)
      case .name(let kind):
        let key = name(source)
        if let last = elements.last, last.kind == kind, last.key == key {
          unused.append(source)
        } else {
          elements.append(Element(kind: kind, source: source, key: key))
        }
      case .named(let word, let kind):
        narrow(&divisions, by: word)
        elements.append(Element(kind: kind, source: source, key: key(word, divisions, source)))
      case .number(let index, let kind):
        let form = buffer.numbers.numbers[Int(index)]
        let key = NumberKey.key(form, of: kind, in: buffer.text)
        elements.append(Element(kind: kind, source: source, key: key))
      case .remark: elements.append(Element(kind: .remark, source: source, key: name(source)))
      case .unused: unused.append(source)
      }
    }
    if buffer.text.rest > 0 {
      unused.append(buffer.text.count..<buffer.text.count + buffer.text.rest)
    }
    return Reading(
      elements: elements, unused: unused.sorted { $0.lowerBound < $1.lowerBound }, cost: Int(cost),
      divisions: divisions)
  }

  /// A total order of elements: by place, end, kind, key.
  static func precedes(_ one: [Element], _ other: [Element]) -> Bool {
    one.lexicographicallyPrecedes(other) { left, right in
      let places = (left.source.lowerBound, left.source.upperBound, left.kind.rawValue)
      let others = (right.source.lowerBound, right.source.upperBound, right.kind.rawValue)
      return places != others ? places < others : left.key.lexicographicallyPrecedes(right.key)
    }
  }

  /// The divisions that fit; where the text does not narrow down what is given, that one.
  private func ids(_ hypothesis: DivisionHypothesis) -> [DivisionID] {
    let fits = Set(buffer.chain.fits[hypothesis.fits])
    if let context, fits.contains(context.rawValue) { return [context] }
    return fits.sorted().map { DivisionID(rawValue: $0) }
  }

  /// Junk and the country between the divisions.
  private func skipped(before hypothesis: DivisionHypothesis, _ unused: inout [Range<Int>]) {
    var place = Int(buffer.marks.next[0])
    var written: [DivisionLink] = []
    var link = hypothesis.link
    while link >= 0 {
      written.append(buffer.chain.links[Int(link)])
      link = buffer.chain.links[Int(link)].previous
    }
    for division in written.reversed() {
      while place < division.start {
        guard buffer.marks.idle[place] > 0 else { break }
        unused.append(place..<Int(buffer.marks.idle[place]))
        place = Int(buffer.marks.next[Int(buffer.marks.idle[place])])
      }
      place = Int(buffer.marks.next[division.end])
    }
  }

  private func append(
    _ hypothesis: DivisionHypothesis, _ divisions: [DivisionID], _ elements: inout [Element],
    _ unused: inout [Range<Int>]
  ) {
    var written: [Element] = []
    var link = hypothesis.link
    while link >= 0 {
      let division = buffer.chain.links[Int(link)]
      link = division.previous
      let source = division.start..<division.end
      if division.isIdle {
        unused.append(source)
      } else {
        written.append(Element(kind: division.kind, source: source, key: key(division, divisions)))
      }
    }
    let all = parser.divisions.all
    if divisions.count == 1, let only = divisions.first {
      var next: UInt32? = only.rawValue
      var implied: [Element] = []
      while let number = next, implied.count < 8 {
        let division = all[Int(number)]
        if division.kind > .country, !written.contains(where: { $0.kind == division.kind }) {
          implied.append(Element(kind: division.kind, source: 0..<0, key: division.key))
        }
        next = division.parent
      }
      elements += implied.reversed()
    }
    elements += written.reversed()
  }

  /// Narrows divisions down by one that is written after them, or before.
  private func narrow(_ divisions: inout [DivisionID], by word: Int32) {
    let parser = parser.divisions
    let range = Int(parser.wordStarts[Int(word)])..<Int(parser.wordStarts[Int(word) + 1])
    let named = parser.spellings[range].map { DivisionID(rawValue: $0.division) }
    let parts = divisions.filter { part in named.contains { parser.isPart(part, of: $0) } }
    let wholes = named.filter { part in divisions.contains { parser.isPart(part, of: $0) } }
    divisions = (!parts.isEmpty ? parts : !wholes.isEmpty ? wholes : named).sorted()
  }

  private func key(_ word: Int32, _ divisions: [DivisionID], _ source: Range<Int>) -> [UInt8] {
    let parser = parser.divisions
    let range = Int(parser.wordStarts[Int(word)])..<Int(parser.wordStarts[Int(word) + 1])
    for spelling in parser.spellings[range] {
      let division = DivisionID(rawValue: spelling.division)
      if divisions.contains(where: { parser.isPart($0, of: division) }) {
        return parser.all[Int(spelling.division)].key
      }
    }
    return name(source)
  }

  /// Key of a division that is written: the full name it has today.
  private func key(_ link: DivisionLink, _ divisions: [DivisionID]) -> [UInt8] {
    let parser = parser.divisions
    guard let word = parser.words.value(of: Array(buffer.text.scalars[link.start..<link.end]))
    else { return name(link.start..<link.end) }
    let range = Int(parser.wordStarts[Int(word)])..<Int(parser.wordStarts[Int(word) + 1])
    for spelling in parser.spellings[range] where spelling.kind == link.kind {
      let fits = divisions.contains {
        $0.rawValue == spelling.division || parser.isPart($0.rawValue, of: spelling.division)
      }
      if fits { return parser.all[Int(spelling.division)].key }
    }
    return name(link.start..<link.end)
  }

  /// Folded scalars without separators.
  private func name(_ source: Range<Int>) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(source.count * 3)
    let keepsSpaces = parser.grammar.wordsHaveSpaces
    for place in source {
      let kind = buffer.text.classes[place]
      if kind < ScalarClass.hyphen.rawValue
        || (keepsSpaces && kind == ScalarClass.space.rawValue && key.last != 0x20)
      {
        FoldedText.append(buffer.text.scalars[place], to: &key)
      }
    }
    return key
  }
}
