import Addresses
import Datasets
import Geometry
import Time
import Warehouse

/// The register of addresses as its sources say it now, before it is compared with what is kept.
struct RegisterDraft {
  private let reader: AddressReader
  private let rules: RegisterRules
  private var buffer = ParseBuffer()
  private var codes: Set<String> = []
  private(set) var states: [AddressOccurrence] = []
  private(set) var names: Set<AlternativeName> = []
  private(set) var notRead = 0
  private(set) var repeated = 0

  init(_ rules: RegisterRules, reader: AddressReader) {
    (self.rules, self.reader) = (rules, reader)
  }

  /// Takes the rows of all sources.
  ///
  /// - Throws: ``AddressFault`` where a source or a field is not there.
  mutating func collect(_ session: StoreTransaction) throws {
    let known = try session.datasets()
    for source in rules.sources {
      let fields = source.fields
      try visit(source.dataset, fields, known, session) { draft, row, values, point in
        draft.take(source, fields, row: row, values, point)
      }
    }
    for source in rules.names {
      let fields = source.fields
      try visit(source.dataset, fields, known, session) { draft, _, values, _ in
        draft.take(source, fields, values)
      }
    }
  }

  private mutating func visit(
    _ name: String, _ fields: [String], _ known: [DatasetEntry], _ session: StoreTransaction,
    _ take: (inout RegisterDraft, Int64, [String?], Coordinate?) -> Void
  ) throws {
    guard let dataset = known.first(where: { $0.name == name }) else {
      throw AddressFault.noDataset(name)
    }
    var draft = self
    let missing = try session.missingFields(fields, of: dataset)
    guard missing.isEmpty else { throw AddressFault.noFields(dataset: name, missing) }
    let sealed = try fields.filter { try session.isSealed($0, of: dataset) }
    guard sealed.isEmpty else { throw AddressFault.sealedFields(dataset: name, sealed) }
    try session.forEachRow(of: dataset, fields: fields) { take(&draft, $0, $1, $2) }
    self = draft
  }

  private static func meets(
    _ conditions: [RegisterRules.Condition], _ value: (String) -> String?
  ) -> Bool {
    conditions.allSatisfy { condition in
      value(condition.field).map(condition.values.contains) ?? false
    }
  }

  private mutating func take(
    _ source: RegisterRules.Source, _ fields: [String], row: Int64, _ values: [String?],
    _ point: Coordinate?
  ) {
    let value = { (field: String) in fields.firstIndex(of: field).flatMap { values[$0] } }
    guard Self.meets(source.conditions, value) else { return }
    let text = source.text.compactMap(value).joined()
    guard let code = value(source.code), !code.isEmpty, let elements = elements(of: text) else {
      notRead += 1
      return
    }
    guard codes.insert(code).inserted else {
      repeated += 1
      return
    }
    var state = AddressOccurrence(
      code: code, fullAddress: text, level: elements.last?.kind.addressLevel ?? .none,
      elements: elements, dataset: source.dataset, row: row)
    state.areaCode = source.area.flatMap(value)
    if let status = source.status, let said = value(status.field) {
      state.status =
        status.values.filter { $0.value.contains(said) }.keys.sorted().first
        .flatMap(AddressStatus.init(name:)) ?? .approved
    }
    state.validFrom = source.from.flatMap(value).flatMap { Day($0) }
    state.validTo = source.to.flatMap(value).flatMap { Day($0) }
    state.successor = source.successor.flatMap(value)
    state.main = source.main.flatMap(value)
    if let kind = source.position.flatMap(PositionKind.init(name:)), let point {
      state.point = .init(kind: kind, position: point)
    }
    states.append(state)
  }

  /// What a register's text says, from the whole to the part; nil where the grammar cannot read all of it, or it
  /// names no road, village, estate or place.
  private mutating func elements(of text: String) -> [RegisterElement]? {
    let readings = reader.parser.readings(of: text, within: reader.context, using: &buffer)
    guard let reading = readings.first, reading.unused.isEmpty else { return nil }
    let elements = reading.elements.filter { $0.kind != .remark }
      .map { RegisterElement($0.kind, $0.key) }
    guard elements.contains(where: { $0.kind.isName && $0.kind >= .community }) else { return nil }
    // From the whole to the part; several of one kind stay in their order.
    return elements.enumerated().sorted {
      ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset)
    }
    .map(\.element)
  }

  private mutating func take(
    _ source: RegisterRules.Names, _ fields: [String], _ values: [String?]
  ) {
    let value = { (field: String) in fields.firstIndex(of: field).flatMap { values[$0] } }
    guard Self.meets(source.conditions, value), let kind = ElementKind(name: source.element),
      let name = value(source.name).map({ key(of: $0, kind) })
    else { return }
    for (field, meaning) in [
      (source.former, AlternativeName.Kind.former), (source.second, .second),
    ] {
      guard let text = field.flatMap(value) else { continue }
      for part in FormerName.all(in: text) {
        let alias = key(of: part.name, kind)
        guard alias != name else { continue }
        names.insert(
          AlternativeName(
            meaning, element: kind, name: name, alias: alias, until: part.until,
            dataset: source.dataset))
      }
    }
  }

  private func key(of name: String, _ kind: ElementKind) -> String {
    String(decoding: reader.element(kind, name).key, as: UTF8.self)
  }
}

/// A former name in a field that lists them.
struct FormerName: Equatable {
  var name: String
  /// The day that stands in brackets behind it.
  var until: Day?

  private static let separators: Set<Character> = [";", "；", "、", ",", "，", "/"]
  private static let opening: Set<Character> = ["(", "（"]

  /// The names of a list; a name ends where a bracket begins.
  static func all(in text: String) -> [FormerName] {
    text.split(whereSeparator: separators.contains).compactMap { part in
      let end = part.firstIndex(where: opening.contains) ?? part.endIndex
      let name = part[..<end].filter { !$0.isWhitespace }
      guard !name.isEmpty else { return nil }
      return FormerName(name: String(name), until: day(in: part[end...]))
    }
  }

  /// The first `YYYY-MM-DD` of a text.
  private static func day(in text: Substring) -> Day? {
    var rest = text
    while let start = rest.firstIndex(where: \.isNumber) {
      if let day = Day(rest[start...].prefix(10)) { return day }
      rest = rest[rest.index(after: start)...]
    }
    return nil
  }
}
