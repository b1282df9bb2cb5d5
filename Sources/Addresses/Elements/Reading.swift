/// One way to read a text as an address: the elements in the order of the text, and what none of
/// them uses.
///
/// Every digit of the text is in the source of exactly one element or in `unused`.
public struct Reading: Sendable, Hashable {
  /// In the order of the text, implied ones first.
  public let elements: [Element]
  /// The stretches of the text that no element uses, in Unicode scalars, ascending; separators and
  /// spaces alone are not listed.
  public let unused: [Range<Int>]
  /// What the choice of this reading cost, by the grammar's rules; readings of one text come in
  /// ascending cost, equal ones in the order of their elements.
  public let cost: Int
  /// The deepest division that the text names: empty where it names none, one where it is sure,
  /// several, ascending, where the text fits each of them (a district's name that two cities have).
  public let divisions: [DivisionID]

  /// A reading of given parts.
  public init(
    elements: [Element], unused: [Range<Int>], cost: Int, divisions: [DivisionID] = []
  ) {
    self.elements = elements
    self.unused = unused
    self.cost = cost
    self.divisions = divisions
  }

  /// The first element of a kind.
  public subscript(kind: ElementKind) -> Element? { elements.first { $0.kind == kind } }
}
