/// Reads the parts of a draft and gathers what is wrong in them.
struct RulesReader {
  let draft: RulesDraft
  private(set) var faults: [RulesFault] = []
  private var attributeNumbers: [String: Int] = [:]
  private let dataSets: [String]

  init(_ draft: RulesDraft) {
    self.draft = draft
    dataSets = Set(draft.sources.map(\.dataSet)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    if draft.kind.isEmpty { fault("kind", .noName) }
    for (index, attribute) in draft.attributes.enumerated() {
      let place = "attributes[\(index)]"
      if attribute.name.isEmpty { fault(place, .noName) }
      if attributeNumbers.updateValue(index, forKey: attribute.name) != nil {
        fault(place, .repeated(attribute.name))
      }
    }
    if draft.attributes.count > 4096 {
      fault("attributes", .tooMany(draft.attributes.count, most: 4096))
    }
    if dataSets.count > 4096 { fault("sources", .tooMany(dataSets.count, most: 4096)) }
    if draft.identity.count > 100 {
      fault("identity", .tooMany(draft.identity.count, most: 100))
    }
  }

  mutating func fault(_ place: String, _ reason: RulesReason) {
    faults.append(RulesFault(place: place, reason: reason))
  }

  /// The number of a named attribute; a fault and 0 where there is none.
  mutating func attribute(_ name: String, at place: String) -> Int {
    if let number = attributeNumbers[name] { return number }
    fault(place, .unknownAttribute(name))
    return 0
  }

  /// The number of an attribute that need not be named.
  mutating func optional(_ name: String?, at place: String) -> Int? {
    guard let name else { return nil }
    return attribute(name, at: place)
  }

  mutating func list(_ names: [String], at place: String, least: Int = 0) -> [Int] {
    if names.count < least { fault(place, .tooFew(names.count, least: least)) }
    return names.enumerated().map { attribute($0.element, at: "\(place)[\($0.offset)]") }
  }

  /// The number of a data set; a fault and 0 where there is none.
  mutating func dataSet(_ name: String, at place: String) -> Int {
    if let number = dataSets.firstIndex(of: name) { return number }
    fault(place, .unknownDataSet(name))
    return 0
  }

  /// A word of an enumeration; a fault where it is none.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ text: String, as type: Word.Type, at place: String
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: text) { return word }
    fault(place, .unknownWord(text, allowed: Word.allCases.map(\.rawValue)))
    return nil
  }

  mutating func unknownWord(_ text: String, at place: String, allowed: [String]) {
    fault(place, .unknownWord(text, allowed: allowed))
  }

  /// The values of a list as an attribute of a kind reads them.
  func values(_ texts: [String], kind: ValueKind) -> [[UInt8]] {
    texts.map { kind.normal(ArraySlice($0.utf8)) }
  }

  /// The kind of the attribute with a number, text where it cannot be read.
  func kind(of attribute: Int) -> ValueKind {
    guard draft.attributes.indices.contains(attribute) else { return .text }
    return ValueKind(rawValue: draft.attributes[attribute].kind) ?? .text
  }

  // MARK: - Sources

  mutating func sources() -> [Source] {
    var read: [(number: Int, source: Source)] = []
    var seen: Set<String> = []
    for (index, source) in draft.sources.enumerated() {
      let place = "sources[\(index)]"
      if source.dataSet.isEmpty { fault(place, .noName) }
      if !seen.insert(source.dataSet).inserted { fault(place, .repeated(source.dataSet)) }
      if !(1...1_000_000).contains(source.rank) {
        fault(place + ".rank", .outOfRange(Double(source.rank)))
      }
      var fields: [Source.Field] = []
      for (step, field) in source.fields.enumerated() {
        let at = "\(place).fields[\(step)]"
        let number = attribute(field.attribute, at: at)
        if field.field.isEmpty { fault(at, .noName) }
        if draft.attributes.indices.contains(number), draft.attributes[number].derivation != nil {
          fault(at, .derivedAndStated(field.attribute))
        }
        fields.append(Source.Field(attribute: number, field: field.field))
      }
      read.append(
        (
          dataSet(source.dataSet, at: place),
          Source(
            dataSet: source.dataSet, rank: source.rank, fields: fields,
            effective: source.effective,
            personalKey: optional(source.personalKey, at: place + ".personalKey"),
            isActivity: source.isActivity)
        ))
    }
    if read.isEmpty { fault("sources", .tooFew(0, least: 1)) }
    return read.sorted { $0.number < $1.number }.map(\.source)
  }
}
