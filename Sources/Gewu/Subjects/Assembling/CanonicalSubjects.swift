import Datasets
import Subjects
import Warehouse

/// What the store keeps of the subjects of a kind, in lines that depend on rows, rules and decisions alone.
///
/// Values are opened in their rows. There is no number of a row, a batch or an item, no order of arrival and no
/// event; and, unless they are asked for, nothing that depends on the store's secret.
struct CanonicalSubjects {
  private let session: StoreTransaction
  private let drawn: SubjectAssembly
  private let rules: SubjectRules
  private let withKeys: Bool
  private let numbers: [KeptSubject.Row: Int]

  /// - Parameter withKeys: whether keys of subjects, items and links are told as well: those of one store.
  init(
    _ file: SubjectFile, _ session: StoreTransaction, _ surroundings: SubjectSurroundings,
    withKeys: Bool
  ) throws {
    (self.session, rules, self.withKeys) = (session, file.rules, withKeys)
    var reader = SubjectRowReader(
      file, session, matching: surroundings.matching, plane: surroundings.plane,
      digest: surroundings.digest, threads: surroundings.threads)
    _ = try reader.readings()
    try reader.readAll()
    drawn = reader.drawn
    var numbers: [KeptSubject.Row: Int] = [:]
    numbers.reserveCapacity(drawn.rowIDs.count)
    for (number, id) in drawn.rowIDs.enumerated() {
      let source = rules.sources[drawn.assembly.table.source(of: number)].dataSet
      numbers[KeptSubject.Row(source: source, id: id)] = number
    }
    self.numbers = numbers
  }

  /// Visits the lines of every subject, and those of every item of the queue, in no order that means anything.
  func forEachBlock(_ visit: ([String]) throws -> Void) throws {
    try session.forEachKeptSubject(ofKind: rules.kind) { try visit(block(of: $0)) }
    try session.forEachKeptItem(ofKind: rules.kind) { try visit([line(of: $0)]) }
  }

  private func block(of subject: KeptSubject) -> [String] {
    let members = subject.rows.map(name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var lines = [Self.line(["subject", subject.state] + (withKeys ? [subject.key.text] : []))]
    lines += members.map { "row\t" + $0 }
    for value in subject.values {
      let number = numbers[value.row]
      let attribute = rules.attribute(value.attribute)
      let stated = number.flatMap { number in
        attribute.map { text(of: $0, in: number) }
      }
      lines.append(
        Self.line(["value", value.attribute, "\(value.number)", stated ?? "", value.criterion])
          + "\t" + name(value.row))
    }
    for fact in subject.facts {
      lines.append(
        Self.line(
          ["fact", fact.kind] + places(of: fact) + fact.days + fact.flags.map { $0 ? "1" : "0" }
            + (withKeys ? [fact.place?.text ?? ""] : [])) + "\t" + name(fact.row))
    }
    if withKeys {
      lines.append(Self.line(["links"] + subject.links.sorted().map { "\($0.number)" }))
    }
    return lines
  }

  /// What the row of a fact states as its place.
  private func places(of fact: KeptSubject.Fact) -> [String] {
    guard let number = numbers[fact.row] else { return [] }
    let source = drawn.assembly.table.source(of: number)
    return rules.facts.filter { $0.kind.rawValue == fact.kind && $0.source == source }.map {
      text(of: $0.place, in: number)
    }
  }

  private func text(of attribute: Int, in number: Int) -> String {
    String(decoding: drawn.assembly.table.value(of: attribute, in: number), as: UTF8.self)
  }

  private func line(of item: ReviewRecord) -> String {
    let words =
      ["item", item.reason, item.rule, item.otherRule ?? "", item.state, item.criterion ?? ""]
      + (withKeys ? [item.key?.text ?? ""] : [])
    return Self.line(words)
      + item.rows.map { row in
        let place = [row.attribute ?? "", row.value.map(String.init) ?? ""]
        return "\t" + Self.line(place + (withKeys ? [row.subject?.text ?? ""] : [])) + "\t"
          + name(KeptSubject.Row(source: row.source, id: row.row))
      }.joined()
  }

  /// The name of a row: its data set and its key there.
  private func name(_ row: KeptSubject.Row) -> String {
    guard let number = numbers[row] else { return Self.line([row.source, "?"]) }
    let address = drawn.assembly.table.address(of: number)
    return Self.line([address.dataSet, String(decoding: address.key, as: UTF8.self)])
  }

  /// Words apart by tabs, with what could be mistaken for one escaped.
  private static func line(_ words: [String]) -> String {
    words.map { word in
      guard word.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x5C }) else {
        return word
      }
      return word.map { character in
        switch character {
        case "\t": "\\t"
        case "\n": "\\n"
        case "\\": "\\\\"
        default: String(character)
        }
      }.joined()
    }.joined(separator: "\t")
  }
}
