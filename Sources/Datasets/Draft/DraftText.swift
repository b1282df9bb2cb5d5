import Tabular

/// The text of a drafted manifest.
struct DraftText {
  let file: any TableFile
  let dataset: String
  let scan: DraftScan
  let fields: [DraftField]

  var yaml: String {
    var lines = [
      "# A proposal from \(fileName): \(scan.rows) data rows, all of them read.",
      "# Read it, correct it, remove the comments, and try it: gewu import FILE --dry-run",
    ]
    lines += remarks.map { "# \($0)" }
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

  /// What only a person can decide, in English and Chinese.
  var questions: ([String], [String]) {
    var english: [String] = []
    var chinese: [String] = []
    if scan.geometryType != nil {
      english.append(
        "does the file's reference system say the truth? Many say WGS 84 and are GCJ-02")
      chinese.append("文件声明的坐标系可信吗?不少文件标为 WGS-84,实为 GCJ-02")
    } else if place != nil {
      english.append("in which reference system are the coordinates? `crs: auto` measures it")
      chinese.append("坐标采用哪个坐标系?crs: auto 会给出各种假设下的落区比例")
    }
    if key == nil {
      english.append("no column identifies a row; name a `primaryKey`, or keep `load: append`")
      chinese.append("没有能唯一标识一行的列;请指定 primaryKey,或保留 load: append")
    } else {
      english.append("does a file hold all rows (`load: full`) or only new and changed ones?")
      chinese.append("每个文件是全量(load: full)还是只含新增和变更的行?")
    }
    let unnamed = fields.filter { $0.name.hasPrefix("column_") }
    if !unnamed.isEmpty {
      let headings = unnamed.map { "\($0.name) (\($0.heading))" }.joined(separator: ", ")
      english.append("which English names should these fields have: \(headings)")
      chinese.append("请为这些字段取英文名:\(headings)")
    }
    return (english, chinese)
  }

  private var fileName: String {
    file.path.split(separator: "/").last.map(String.init) ?? file.path
  }

  private var remarks: [String] {
    var remarks = scan.layout.evidence
    if let sheet = scan.sheet, file.format == .xlsx || file.format == .xls {
      remarks.append("read from sheet \(sheet)")
    }
    if scan.blank > 0 { remarks.append("\(scan.blank) blank rows") }
    if scan.faulty > 0 {
      remarks.append("\(scan.faulty) rows have another number of cells than the header")
    }
    return remarks
  }

  private var dialect: [String] {
    var parts: [String] = []
    if scan.dialect.delimiter != UInt8(ascii: ",") {
      let character = Character(Unicode.Scalar(scan.dialect.delimiter))
      parts.append("delimiter: \(character == "\t" ? "\"\\t\"" : Self.quoted(String(character)))")
    }
    if scan.layout.headerRows != [1] {
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
      } ?? unique.first { $0.type == .string }
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
    if field.name == key?.name { parts.append("constraints: {required: true}") }
    if !own.isEmpty { parts.append("gewu: {\(own.joined(separator: ", "))}") }
    let evidence = field.evidence.isEmpty ? [] : ["  # " + field.evidence.joined(separator: "; ")]
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
      "gewu:", "  dataset: \(dataset)", "  files: [\(Self.quoted(fileName))]",
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
    lines.append("  thresholds: {maxErrors: 5%}")
    return lines
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
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\x" + (digits.count < 2 ? "0" + digits : digits)
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
