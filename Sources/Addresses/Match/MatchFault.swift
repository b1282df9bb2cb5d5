/// What is not as the register has it, each with its penalty from the one table below.
///
/// Sources are in Unicode scalars of the text; for structured input they count its elements.
public enum MatchFault: Sendable, Hashable {
  /// A number that its road, lane or village group does not have, while it has others.
  case numberNotOnRoad(Range<Int>)
  /// A building, entrance, floor, room, sub-number, row or part of an estate that is not there, while
  /// others of its kind are.
  case unitAbsent(ElementKind, Range<Int>)
  /// An element of a kind that the register does not have below the entry: neither for nor against.
  case beyondRegister(ElementKind, Range<Int>)
  /// A road, lane, estate or place that the register does not have where the text puts it.
  case roadMissing(ElementKind, Range<Int>)
  /// A division that the entry does not lie in.
  case localityContradicts(ElementKind, Range<Int>)
  /// A named place that the register has elsewhere than on the road and number of the text.
  case notOnThisRoad(ElementKind, Range<Int>)
  /// A name found by a variant of its characters (园 for 苑).
  case nameVariant(Range<Int>)
  /// A name that the register has as another kind of element.
  case nameKind(Range<Int>)
  /// Several entries fit that differ in their division alone.
  case ambiguousDivision
  /// The entry is historic or not valid on the day.
  case historicName(Range<Int>)
  /// Found by what it was called before.
  case formerName(Range<Int>)
  /// Found by a second name or address.
  case secondName(Range<Int>)
  /// The entry is marked as recorded by mistake.
  case wrongEntry(Range<Int>)
  /// A level that the register has between two elements of the text.
  case omitted(ElementKind)
  /// One number of a range that the register has as a whole.
  case memberOfRange(Range<Int>)
  /// A range or list that the register has as several entries.
  case severalEntries(Range<Int>)
  /// A number or letter that no element uses.
  case unusedNumber(Range<Int>)
  /// Other text that no element uses.
  case unusedText(Range<Int>)
  /// Words beside the address (对面).
  case remark(Range<Int>)

  /// Points off a hundred.
  public var penalty: Int {
    switch self {
    case .numberNotOnRoad: 20
    case .unitAbsent(let kind, _): Self.unit(kind)
    case .beyondRegister(let kind, _): kind == .roadNumber || kind == .building ? 6 : 3
    case .roadMissing(let kind, _): kind == .road || kind == .lane ? 25 : kind == .estate ? 10 : 5
    case .localityContradicts(let kind, _): Self.locality(kind)
    case .notOnThisRoad: 12
    case .nameVariant: 4
    case .nameKind: 1
    case .ambiguousDivision: 5
    case .historicName: 5
    case .formerName: 3
    case .secondName: 1
    case .wrongEntry: 30
    case .omitted(let kind): kind == .floor || kind.isName ? 0 : 2
    case .memberOfRange: 1
    case .severalEntries: 10
    case .unusedNumber: 15
    case .unusedText: 2
    case .remark: 1
    }
  }

  private static func unit(_ kind: ElementKind) -> Int {
    switch kind {
    case .building, .row, .estatePart: 15
    case .subNumber, .entrance: 10
    case .room: 8
    default: 6
    }
  }

  private static func locality(_ kind: ElementKind) -> Int {
    switch kind {
    case .country, .province, .city: 30
    case .county: 25
    case .town: 8
    case .community: 6
    default: 10
    }
  }

  /// Whether it leaves a sure answer unsure, however few points it costs.
  var leavesUnsure: Bool {
    switch self {
    case .localityContradicts(let kind, _): kind <= .county
    // 40号 and 40号之一 are two doors; and 9号 or 3幢 on a road says nothing of 77号, were that the only door of the
    // road with a 9 or 3 in a register that has not all.
    case .omitted(let kind): kind == .subNumber || kind == .roadNumber || kind == .lane
    case .beyondRegister(let kind, _): kind == .subNumber
    case .notOnThisRoad, .severalEntries, .wrongEntry, .ambiguousDivision: true
    default: false
    }
  }

  var isHistoric: Bool {
    if case .historicName = self { return true }
    return false
  }

  /// Whether an element of the text was found nowhere or denied.
  var isMissing: Bool {
    switch self {
    case .numberNotOnRoad, .unitAbsent, .beyondRegister, .roadMissing, .localityContradicts,
      .unusedNumber, .unusedText:
      true
    default: false
    }
  }
}
