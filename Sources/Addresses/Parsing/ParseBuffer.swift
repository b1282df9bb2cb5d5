/// The memory of a parser; one for each thread, used again for each text.
public struct ParseBuffer: Sendable {
  var text = FoldedText()
  var marks = TextMarks()
  var numbers = NumberScan()
  var chain = DivisionChain()
  var lattice = Lattice()
  var paths = PathSearch()
  /// Elements of the text read last, without keys.
  public internal(set) var spans: [ElementSpan] = []

  /// Memory that grows with the first texts.
  public init() {}
}

/// An element's kind and place, in Unicode scalars of the text.
public struct ElementSpan: Sendable, Hashable {
  /// What the element is.
  public let kind: ElementKind
  /// Where it stands.
  public let source: Range<Int>
}
