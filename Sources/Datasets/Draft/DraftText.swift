import Tabular

/// The text of a drafted manifest.
struct DraftText {
  let file: any TableFile
  let dataset: String
  let scan: DraftScan
  let fields: [DraftField]

  /// How facts are said in comments.
  let words: ([DraftFact]) -> String

  var yaml: String {
    let origin: [DraftFact] =
      [.proposal(file: fileName, rows: scan.rows)]
      + (scan.examined < scan.rows - scan.faulty ? [.examined(scan.examined)] : [])
    var lines = (origin + [.whatToDo] + remarks).map { "# \(Self.comment(words([$0])))" }
    lines += ["name: \(Self.quoted(dataset))", "title: \(Self.quoted(dataset))"]
    if file.format == .csv { lines.append("encoding: \(file.encodingName)") }
    lines += dialect
    lines.append("fieldsMatch: subset")
    let missing = Set(scan.columns.flatMap(\.missing.keys)).sorted()
    if !missing.isEmpty {
      lines.append(
        "missingValues: [\"\", \(missing.map(Self.quoted).joined(separator: ", "))]")
    }
    if let key { lines.append("primaryKey: [\(key.name)]") }
    lines.append("fields:")
    for field in fields { lines += self.lines(of: field) }
    lines += own
    return lines.joined(separator: "\n") + "\n"
  }

  /// What only a person can decide.
  var questions: [DraftQuestion] {
    var questions: [DraftQuestion] = []
    if scan.geometryType != nil {
      questions.append(.isSystemTrue)
    } else if place != nil {
      questions.append(.whichSystem)
    }
    questions.append(key == nil ? .noKey : .isWhole)
    let unnamed = fields.filter { $0.name.hasPrefix("column_") || $0.name.hasPrefix("field_") }
    let decimals = fields.filter(\.hasThreePlaces).map(\.name)
    if !decimals.isEmpty { questions.append(.areThousands(decimals)) }
    if !unnamed.isEmpty {
      questions.append(.names(unnamed.map { .init(name: $0.name, heading: $0.heading) }))
    }
    return questions
  }

  private var fileName: String {
    file.path.split(separator: "/").last.map(String.init) ?? file.path
  }

  private var remarks: [DraftFact] {
    var remarks = scan.layout.evidence
    if let sheet = scan.sheet, file.format == .xlsx || file.format == .xls {
      remarks.append(.sheet(sheet))
    }
    if scan.dialect.skipsInitialSpace { remarks.append(.spacesBeforeQuotes) }
    if scan.quotedLines.values > 0 { remarks.append(.quotedLines(scan.quotedLines)) }
    if scan.blank > 0 { remarks.append(.blankRows(scan.blank)) }
    if scan.faulty > 0 { remarks.append(.otherShape(scan.faulty)) }
    return remarks
  }

  private var dialect: [String] {
    var parts: [String] = []
    if scan.dialect.delimiter != UInt8(ascii: ",") {
      let character = Character(Unicode.Scalar(scan.dialect.delimiter))
      parts.append("delimiter: \(character == "\t" ? "\"\\t\"" : Self.quoted(String(character)))")
    }
    if scan.dialect.skipsInitialSpace { parts.append("skipInitialSpace: true") }
    if scan.layout.headerRows.isEmpty {
      parts.append("header: false")
    } else if scan.layout.headerRows != [1] {
      parts.append(
        "headerRows: [\(scan.layout.headerRows.map(String.init).joined(separator: ", "))]")
    }
    return parts.isEmpty ? [] : ["dialect: {\(parts.joined(separator: ", "))}"]
  }

  /// The field that identifies a row: one with a value of its own in every row, those that sound
  /// like a number or code first.
  private var key: DraftField? {
    let unique = fields.filter { $0.isUnique && ($0.type == .string || $0.type == .integer) }
    return unique.first { $0.check?.isIdentity == true }
      ?? unique.first { field in
        ["号", "码", "id", "no", "code"].contains { field.heading.lowercased().hasSuffix($0) }
      } ?? unique.first { $0.type == .integer && $0.column == 1 && $0.isCounter }
      ?? unique.first { $0.type == .string } ?? unique.first { $0.isCounter }
  }

  /// The fields of the two coordinates.
  private var place: (x: DraftField, y: DraftField)? {
    let numbers = fields.filter { $0.type == .number || $0.type == .integer }
    let x = numbers.first { Self.isHeading($0, ["经度", "lon", "lng", "longitude", "x坐标", "x"]) }
    let y = numbers.first { Self.isHeading($0, ["纬度", "lat", "latitude", "y坐标", "y"]) }
    guard let x, let y else { return nil }
    return (x, y)
  }

  private static func isHeading(_ field: DraftField, _ words: [String]) -> Bool {
    let heading = field.heading.lowercased()
    return words.contains {
      $0.count > 2 || !$0.utf8.allSatisfy { $0 < 128 } ? heading.contains($0) : heading == $0
    }
  }

  private func lines(of field: DraftField) -> [String] {
    var parts = ["name: \(field.name)"]
    let own = self.own(of: field)
    if field.type != .string { parts.append("type: \(field.type.rawValue)") }
    if let first = field.formats.first { parts.append("format: \(Self.quoted(first))") }
    if let group = field.groupCharacter { parts.append("groupChar: \(Self.quoted(String(group)))") }
    if let truths = field.truths {
      parts.append("trueValues: [\(Self.quoted(truths.yes))]")
      parts.append("falseValues: [\(Self.quoted(truths.no))]")
    }
    if field.name == key?.name { parts.append("constraints: {required: true}") }
    if !own.isEmpty { parts.append("gewu: {\(own.joined(separator: ", "))}") }
    let evidence =
      field.evidence.isEmpty ? [] : ["  # " + Self.comment(words(field.evidence))]
    return evidence + ["  - {\(parts.joined(separator: ", "))}"]
  }

  private func own(of field: DraftField) -> [String] {
    var own: [String] = []
    let isChinese = field.heading.unicodeScalars.contains { $0.value > 0x2E7F }
    if isChinese { own.append("title_zh: \(Self.quoted(field.heading))") }
    if !field.heading.isEmpty, field.heading != field.name {
      own.append("aliases: [\(Self.quoted(field.heading))]")
    }
    if field.isNamedByPosition { own.append("column: \(field.column)") }
    if let check = field.check { own.append("check: \(check.name)") }
    if field.sensitivity != .none { own.append("sensitive: \(field.sensitivity.rawValue)") }
    let more = field.formats.dropFirst()
    if !more.isEmpty {
      own.append("formats: [\(more.map(Self.quoted).joined(separator: ", "))]")
    }
    return own
  }

  private var own: [String] {
    var lines = [
      "gewu:", "  dataset: \(Self.quoted(dataset))", "  files: [\(Self.quoted(fileName))]",
      "  load: \(key == nil ? "append" : "incremental")",
    ]
    if let type = scan.geometryType {
      lines.append("  location: {geometry: {type: \(type.rawValue), crs: file}}")
    } else if let place {
      lines.append("  location: {x: \(place.x.name), y: \(place.y.name), crs: auto}")
    } else if let grid = fields.first(where: { $0.name == "grid_code" }) {
      lines.append("  location: {grid: {field: \(grid.name), level: grid}}")
    }
    if !scan.footer.isEmpty {
      lines.append("  footer: [\(scan.footer.map(Self.quoted).joined(separator: ", "))]")
    }
    // A file that lacks a third of the rows is more often cut short than right.
    lines.append("  thresholds: {maxErrors: 5%\(key == nil ? "" : ", maxShrink: 30%")}")
    return lines
  }

  /// A text as it may stand in a comment: on one line, without what YAML does not allow.
  private static func comment(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      line.unicodeScalars.append(isAllowed(scalar) ? scalar : " ")
    }
    return line
  }

  /// Whether a character may stand in YAML as it is, and ends no line (YAML 1.2.2, section 5.1).
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// A text in YAML's double quotes, which escape as JSON does.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      default:
        if !isAllowed(scalar) {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
