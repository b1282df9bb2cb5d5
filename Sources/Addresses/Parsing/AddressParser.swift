/// Reads addresses by a grammar and the divisions of a country.
///
/// A text can often be read in several ways (12-1 is a range, a sub-number, or a building with an
/// entrance): the readings come cheapest first, and what decides between them is a register. Reading is
/// a function of the text, the grammar and the divisions alone.
public struct AddressParser: Sendable {
  /// How addresses are written.
  public let grammar: Grammar
  /// The divisions that a text may name.
  public let divisions: Divisions
  private let bareState: Int
  private let townState: Int
  private let gluedUnit: Int
  private let jointUnit: Int
  private let remarkable: UInt64

  /// Scalars of a text that are read; what is beyond is listed as unused.
  public static let longestText = 256
  /// Most readings of one text.
  public static let mostReadings = 8

  /// A parser for a grammar and divisions, which are made for that grammar.
  public init(grammar: Grammar, divisions: Divisions) {
    self.grammar = grammar
    self.divisions = divisions
    let names = grammar.states.map(\.name)
    bareState = names.firstIndex(of: "place.bare") ?? names.firstIndex(of: "place") ?? 0
    townState = names.firstIndex(of: "town") ?? 0
    remarkable = grammar.states.enumerated().reduce(0) { bits, state in
      (state.element.kind ?? .country) >= .community ? bits | 1 << UInt64(state.offset) : bits
    }
    jointUnit = grammar.forms.units.firstIndex(of: "joint") ?? 0
    gluedUnit = grammar.forms.units.firstIndex(of: "glued") ?? 0
  }

  /// Reads a text.
  ///
  /// - Parameter context: the division the text is known to be about, such as that of the district
  ///   whose register it comes from; what the text itself names may be finer, or contradict it.
  /// - Returns: up to eight readings by ascending cost, no two with the same elements; one without
  ///   elements for a text that has none.
  public func readings(of text: String, within context: DivisionID? = nil) -> [Reading] {
    var buffer = ParseBuffer()
    return readings(of: text, within: context, using: &buffer)
  }

  /// Reads a text with memory that is used again.
  public func readings(
    of text: String, within context: DivisionID? = nil, using buffer: inout ParseBuffer
  ) -> [Reading] {
    var text = text
    return text.withUTF8 { readings(utf8: $0, within: context, using: &buffer) }
  }

  /// Reads a text in UTF-8 with memory that is used again; bytes that are not well formed count as one
  /// scalar each.
  public func readings(
    utf8: UnsafeBufferPointer<UInt8>, within context: DivisionID? = nil,
    using buffer: inout ParseBuffer
  ) -> [Reading] {
    fill(utf8, within: context, &buffer)
    buffer.paths.paths(of: buffer.lattice, limit: 24, margin: grammar.costs.margin)
    let chosen = choose(&buffer)
    let assembly = ReadingAssembly(parser: self, buffer: buffer, context: context)
    var readings: [Reading] = []
    for (edges, cost) in chosen {
      let reading = assembly.reading(edges: buffer.paths.edges[edges], cost: cost)
      if !readings.contains(where: { $0.elements == reading.elements }) { readings.append(reading) }
    }
    if readings.count < 2 { return readings }
    return readings.sorted {
      $0.cost != $1.cost ? $0.cost < $1.cost : ReadingAssembly.precedes($0.elements, $1.elements)
    }
  }

  /// The first reading's elements without their keys: the fast way, without memory of its own.
  ///
  /// - Returns: in `buffer.spans` kinds and sources, implied ones left out, of the first of `readings`,
  ///   or of one that costs as little.
  public func read(
    utf8: UnsafeBufferPointer<UInt8>, within context: DivisionID? = nil,
    using buffer: inout ParseBuffer
  ) {
    fill(utf8, within: context, &buffer)
    buffer.paths.best(of: buffer.lattice)
    buffer.spans.removeAll(keepingCapacity: true)
    appendSpans(of: buffer.paths.edges.indices, &buffer)
  }

  /// Appends kinds and sources of a path's elements to `buffer.spans`.
  private func appendSpans(of edges: Range<Int>, _ buffer: inout ParseBuffer) {
    for at in edges {
      let edge = buffer.lattice.edges[Int(buffer.paths.edges[at])]
      let source = Int(edge.start)..<Int(edge.end)
      switch edge.content {
      case .division(let index):
        let first = buffer.spans.count
        var link = buffer.chain.hypotheses[Int(index)].link
        while link >= 0 {
          let written = buffer.chain.links[Int(link)]
          link = written.previous
          if written.isIdle { continue }
          buffer.spans.insert(
            ElementSpan(kind: written.kind, source: written.start..<written.end), at: first)
        }
      case .name(let kind):
        if let last = buffer.spans.last, last.kind == kind,
          buffer.text.scalars[last.source] == buffer.text.scalars[source]
        {
          continue
        }
        buffer.spans.append(ElementSpan(kind: kind, source: source))
      case .named(_, let kind): buffer.spans.append(ElementSpan(kind: kind, source: source))
      case .number(_, let kind): buffer.spans.append(ElementSpan(kind: kind, source: source))
      case .remark: buffer.spans.append(ElementSpan(kind: .remark, source: source))
      case .unused: break
      }
    }
  }

  private func fill(
    _ utf8: UnsafeBufferPointer<UInt8>, within context: DivisionID?, _ buffer: inout ParseBuffer
  ) {
    buffer.text.take(utf8, folding: grammar.folding, limit: Self.longestText)
    buffer.marks.mark(buffer.text, grammar: grammar)
    buffer.numbers.scan(
      buffer.text, buffer.marks, grammar: grammar, gluedUnit: gluedUnit, jointUnit: jointUnit)
    let count = buffer.text.count
    let text = DivisionChain.Text(
      scalars: buffer.text.scalars, classes: buffer.text.classes, count: count,
      next: buffer.marks.next, idle: buffer.marks.idle,
      suffix: buffer.marks.suffix)
    buffer.chain.search(
      text, from: Int(buffer.marks.next[0]), within: context, divisions: divisions,
      costs: grammar.costs)
    buffer.lattice.reset(count: count, stateCount: grammar.states.count)
    let filling = LatticeFilling(
      text: buffer.text, marks: buffer.marks, numbers: buffer.numbers, grammar: grammar,
      divisions: divisions,
      bareState: bareState, remarkable: remarkable, settings: settings(buffer.chain))
    filling.fill(&buffer.lattice, chain: buffer.chain, townState: townState)
  }

  /// The settings of the district that the text names, or that is given.
  private func settings(_ chain: DivisionChain) -> [DistrictSetting] {
    guard !grammar.districts.isEmpty, chain.hypotheses.count > 1 || !chain.fits.isEmpty else {
      return []
    }
    var best: DivisionHypothesis?
    for hypothesis in chain.hypotheses where !hypothesis.fits.isEmpty {
      if let known = best, (known.end, hypothesis.cost) >= (hypothesis.end, known.cost) { continue }
      best = hypothesis
    }
    guard let best else { return [] }
    return grammar.districts.filter { setting in
      best.fits.allSatisfy {
        divisions.all[Int(chain.fits[$0])].code.utf8.starts(with: setting.code)
      }
    }
  }

  /// The paths to return: first those that differ in a number, then the others, by cost.
  private func choose(_ buffer: inout ParseBuffer) -> [(edges: Range<Int>, cost: Int32)] {
    var distinct: [(edges: Range<Int>, cost: Int32)] = []
    var others: [(edges: Range<Int>, cost: Int32)] = []
    var seen: [Range<Int>] = []
    buffer.spans.removeAll(keepingCapacity: true)
    var first = 0
    for path in buffer.paths.ends where distinct.count < Self.mostReadings {
      let start = buffer.spans.count
      appendSpans(of: first..<path.end, &buffer)
      let spans = start..<buffer.spans.count
      let isNew = !seen.contains { Self.haveSameNumbers(buffer.spans[$0], buffer.spans[spans]) }
      if isNew { distinct.append((first..<path.end, path.cost)) }
      if !isNew, others.count < Self.mostReadings { others.append((first..<path.end, path.cost)) }
      if isNew { seen.append(spans) }
      first = path.end
    }
    return distinct + others.prefix(Self.mostReadings - distinct.count)
  }

  private static func haveSameNumbers(
    _ one: ArraySlice<ElementSpan>, _ other: ArraySlice<ElementSpan>
  ) -> Bool {
    var left = one.startIndex
    var right = other.startIndex
    while true {
      while left < one.endIndex, !one[left].kind.isNumbered { left += 1 }
      while right < other.endIndex, !other[right].kind.isNumbered { right += 1 }
      if left == one.endIndex || right == other.endIndex {
        return left == one.endIndex && right == other.endIndex
      }
      if one[left] != other[right] { return false }
      left += 1
      right += 1
    }
  }
}

extension ElementKind {
  /// Whether elements of the kind are numbers rather than names.
  var isNumbered: Bool {
    switch self {
    case .villageGroup, .lane, .roadNumber, .subNumber, .estatePart, .row, .building, .entrance,
      .floor, .room:
      true
    default: false
    }
  }
}
