import Addresses

/// What the register answers to a text, as callers read it.
package struct AddressAnswer: Sendable, Equatable {
  /// An entry of the register.
  package struct Entry: Sendable, Equatable, Encodable {
    package var code: String
    package var address: String
  }

  /// An entry that the text may mean.
  package struct Candidate: Sendable, Equatable, Encodable {
    package var code: String
    package var address: String
    /// 0…100.
    package var score: Int
  }

  /// What is not as the register has it.
  package struct Fault: Sendable, Equatable, Encodable {
    /// Its name, such as `number_not_on_road`.
    package var fault: String
    /// The kind of element that it is about.
    package var element: String?
    /// The part of the text that it is about.
    package var text: String?
    /// Points off a hundred.
    package var penalty: Int
  }

  /// The point of the entry, in WGS 84 degrees.
  package struct Point: Sendable, Equatable, Encodable {
    package var longitude: Double
    package var latitude: Double
    /// What it marks, such as `door_plate`.
    package var kind: String
  }

  package var text: String
  /// `A` equal, `B` sure, `C` unsure, `none`.
  package var matchClass: String
  /// How far the text was understood.
  package var level: String
  /// The finest entry that is sure, or what holds all candidates; nil where that has no entry of its own.
  package var entry: Entry?
  /// The elements that the entry is made of, from the whole to the part.
  package var elements: [Element]
  /// What took the place of an entry that is historic.
  package var successor: Entry?
  package var score: Int
  package var distinguishability: Int
  package var faults: [Fault]
  /// What no element uses.
  package var unused: [String]
  package var candidates: [Candidate]
  /// How many candidates there are, those that are not given too.
  package var candidateCount: Int
  package var point: Point?
  /// The grid of the point, where the text stands for one place.
  package var grid: LocateAnswer.Cell?
  /// The version of the register that answered.
  package var register: Int64

  /// Whether it stands for one place: class A or B, and a building, or a door with no buildings of its own.
  ///
  /// Only such a text has a grid.
  package var isPlaced: Bool

  /// One element of an entry.
  package struct Element: Sendable, Equatable, Encodable {
    package var kind: String
    package var name: String
  }
}

extension AddressAnswer: Encodable {
  private enum CodingKeys: String, CodingKey {
    case text, level, elements, successor, score, distinguishability, faults, unused, candidates,
      point,
      grid, register
    case matchClass = "class"
    case entry = "address"
    case candidateCount = "candidate_count"
  }

  /// Writes `address`, `point` and `grid` as `null` where they are missing: the fields are always there.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(text, forKey: .text)
    try values.encode(matchClass, forKey: .matchClass)
    try values.encode(level, forKey: .level)
    try values.encode(entry, forKey: .entry)
    try values.encode(elements, forKey: .elements)
    try values.encodeIfPresent(successor, forKey: .successor)
    try values.encode(score, forKey: .score)
    try values.encode(distinguishability, forKey: .distinguishability)
    try values.encode(faults, forKey: .faults)
    try values.encode(unused, forKey: .unused)
    try values.encode(candidates, forKey: .candidates)
    try values.encode(candidateCount, forKey: .candidateCount)
    try values.encode(point, forKey: .point)
    try values.encode(grid, forKey: .grid)
    try values.encode(register, forKey: .register)
  }
}

extension AddressAnswer {
  /// The answer of a book to a text; the grid is found by `locate`.
  init(
    _ result: MatchResult, text: String, book: AddressBook,
    locate: (AddressPosition) -> LocateAnswer.Cell?
  ) {
    let scalars = Array(text.unicodeScalars)
    let part = { (source: Range<Int>) -> String in
      var part = String.UnicodeScalarView()
      part.append(contentsOf: scalars[source.clamped(to: scalars.indices)])
      return String(part)
    }
    self.text = text
    matchClass = result.certainty.name
    level = result.level.name
    entry = result.entry.flatMap { book.entry($0) }
    elements =
      result.entry.map { book.register.path(to: $0) }?.map {
        Element(kind: $0.element.kind.name, name: String(decoding: $0.element.key, as: UTF8.self))
      } ?? []
    successor = result.successor.flatMap { book.entry($0) }
    score = result.score
    distinguishability = result.distinguishability
    faults = result.faults.map { fault in
      Fault(
        fault: fault.name, element: fault.element?.name, text: fault.source.map(part),
        penalty: fault.penalty)
    }
    unused = result.unused.map(part)
    candidates = result.candidates.compactMap { candidate in
      book.entry(candidate.entry).map {
        Candidate(code: $0.code, address: $0.address, score: candidate.score)
      }
    }
    candidateCount = result.candidateCount
    let found = result.entry.flatMap { book.register.position(for: $0) }
    point = found.map {
      Point(longitude: $0.longitude, latitude: $0.latitude, kind: $0.kind.name)
    }
    register = book.version
    isPlaced =
      (result.certainty == .equal || result.certainty == .sure)
      && (result.entry.map(book.isPlace) ?? false)
    grid = isPlaced ? found.flatMap(locate) : nil
  }
}

extension AddressBook {
  /// The entry at a place of the register; nil for one that only entries below it name.
  func entry(_ index: EntryIndex) -> AddressAnswer.Entry? {
    register.entry(index)?.id.flatMap { text(ofAddress: $0) }.map {
      AddressAnswer.Entry(code: $0.code, address: $0.fullAddress)
    }
  }
}

extension MatchCertainty {
  /// Its name in the store and in answers.
  var name: String {
    switch self {
    case .equal: "A"
    case .sure: "B"
    case .unsure: "C"
    case .none: "none"
    }
  }
}

extension MatchFault {
  /// Its name in answers.
  var name: String {
    switch self {
    case .numberNotOnRoad: "number_not_on_road"
    case .unitAbsent: "unit_absent"
    case .beyondRegister: "beyond_register"
    case .roadMissing: "road_missing"
    case .localityContradicts: "locality_contradicts"
    case .notOnThisRoad: "not_on_this_road"
    case .nameVariant: "name_variant"
    case .nameKind: "name_kind"
    case .ambiguousDivision: "ambiguous_division"
    case .historicName: "historic"
    case .formerName: "former_name"
    case .secondName: "second_name"
    case .wrongEntry: "wrong_entry"
    case .omitted: "omitted"
    case .memberOfRange: "member_of_range"
    case .severalEntries: "several_entries"
    case .unusedNumber: "unused_number"
    case .unusedText: "unused_text"
    case .remark: "remark"
    }
  }

  /// The kind of element that it is about.
  var element: ElementKind? {
    switch self {
    case .unitAbsent(let kind, _), .beyondRegister(let kind, _), .roadMissing(let kind, _),
      .localityContradicts(let kind, _), .notOnThisRoad(let kind, _), .omitted(let kind):
      kind
    case .numberNotOnRoad: .roadNumber
    case .nameVariant, .nameKind, .ambiguousDivision, .historicName, .formerName,
      .secondName, .wrongEntry, .memberOfRange, .severalEntries, .unusedNumber, .unusedText,
      .remark:
      nil
    }
  }

  /// The part of the text that it is about, in Unicode scalars.
  var source: Range<Int>? {
    switch self {
    case .ambiguousDivision, .omitted: nil
    case .numberNotOnRoad(let source), .unitAbsent(_, let source), .beyondRegister(_, let source),
      .roadMissing(_, let source), .localityContradicts(_, let source),
      .notOnThisRoad(_, let source),
      .nameVariant(let source), .nameKind(let source), .historicName(let source),
      .formerName(let source), .secondName(let source), .wrongEntry(let source),
      .memberOfRange(let source), .severalEntries(let source), .unusedNumber(let source),
      .unusedText(let source), .remark(let source):
      source
    }
  }
}
