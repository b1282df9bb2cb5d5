import Tabular

extension ManifestField {
  private static let keys = [
    "name", "title", "description", "type", "format", "constraints", "missingValues",
    "trueValues", "falseValues", "decimalChar", "groupChar", "bareNumber", "example", "rdfType",
    "gewu",
  ]
  private static let ownKeys = [
    "aliases", "column", "title_zh", "check", "checks", "codes", "severity", "sensitive", "masked",
    "sentinels", "normalize", "formats", "trim", "unit",
  ]
  private static let constraintKeys = [
    "required", "unique", "minLength", "maxLength", "minimum", "maximum", "pattern", "enum",
  ]

  init(_ node: ManifestNode) throws {
    let parts = try node.members(known: Self.keys)
    guard let name = parts["name"] else { throw node.fail("`name` is missing", "缺少 name") }
    self.init(name: try name.name())
    title = try parts["title"]?.string()
    description = try parts["description"]?.string()
    if let type = parts["type"] { self.type = try type.choice(FieldType.self) }
    if let format = parts["format"] { try readFormat(format) }
    missingValues = try parts["missingValues"].map(Manifest.missingValues)
    if let values = parts["trueValues"] { trueValues = try values.strings() }
    if let values = parts["falseValues"] { falseValues = try values.strings() }
    if let character = parts["decimalChar"] { decimalCharacter = try character.character() }
    groupCharacter = try parts["groupChar"]?.character()
    if let bare = parts["bareNumber"], try !bare.boolean() {
      throw bare.fail(
        "numbers with signs around them are not read; clean the column or make it a string",
        "不支持带附加符号的数字;请清理该列或改为 string")
    }
    if let own = parts["gewu"] { try readOwn(own) }
    if let constraints = parts["constraints"] { try readConstraints(constraints) }
  }

  private mutating func readFormat(_ node: ManifestNode) throws {
    let format = try node.string()
    if format == "default" || format == "any" && type == .string { return }
    guard type == .date || type == .datetime else {
      if type == .string, ["email", "uri", "uuid", "binary"].contains(format) {
        throw node.fail(
          "the format `\(format)` is not checked here; leave it out or use a pattern",
          "不检查 \(format) 格式;请删除或改用 pattern")
      }
      throw node.fail("a \(type.rawValue) has no format", "\(type.rawValue) 类型没有 format")
    }
    try append(format: format, at: node)
  }

  private mutating func append(format: String, at node: ManifestNode) throws {
    do throws(DatePattern.Fault) {
      _ = try DatePattern(format)
    } catch {
      throw node.fail(
        "`\(format)`: \(error.message); write a pattern such as %Y-%m-%d or %d/%m/%Y %H:%M:%S",
        "“\(format)”无法识别;请写成 %Y-%m-%d 或 %d/%m/%Y %H:%M:%S 这样的格式")
    }
    formats.append(format)
  }

  private mutating func readOwn(_ node: ManifestNode) throws {
    let own = try node.members(known: Self.ownKeys)
    aliases = try own["aliases"]?.strings() ?? []
    column = try own["column"]?.integer(atLeast: 1)
    titleChinese = try own["title_zh"]?.string()
    checks =
      try (own["check"] ?? own["checks"])?.itemsOrOne().compactMap {
        Check.named(try $0.choice(among: Check.all.map(\.name)))
      } ?? []
    if let first = own["check"] ?? own["checks"], !checks.isEmpty, type != .string {
      throw first.fail("checks are for fields of type string", "检查规则只用于 string 字段")
    }
    if let sensitive = own["sensitive"] { sensitivity = try sensitive.choice(Sensitivity.self) }
    if let trim = own["trim"] { isTrimmed = try trim.boolean() }
    if let severity = own["severity"] { self.severity = try severity.choice(Severity.self) }
    unit = try own["unit"]?.string()
    try readTreatment(own)
    for format in try own["formats"]?.items() ?? [] {
      guard type == .date || type == .datetime else {
        throw format.fail("formats are for dates", "formats 只用于日期")
      }
      try append(format: try format.string(), at: format)
    }
    if let codes = own["codes"] { codeTable = try readCodes(codes) }
  }

  /// Reads what is done to values before they are checked, and to those that need no check.
  private mutating func readTreatment(_ own: [String: ManifestNode]) throws {
    if let rule = own["masked"] {
      masked = try rule.choice(MaskedRule.self)
      guard !checks.isEmpty else {
        throw rule.fail("is for fields with a `check`", "只用于有 check 的字段")
      }
    }
    if let steps = own["normalize"] {
      normalizations = try steps.itemsOrOne().map { try $0.choice(Normalization.self) }
      guard type == .string || normalizations == [.nfkc] else {
        throw steps.fail(
          "a \(type.rawValue) can be normalized by nfkc only", "\(type.rawValue) 字段只能使用 nfkc")
      }
    }
    if let dates = own["sentinels"] {
      guard type == .date || type == .datetime else {
        throw dates.fail(
          "sentinels are for dates; use `missingValues`", "sentinels 只用于日期;请用 missingValues")
      }
      sentinels = try dates.itemsOrOne().map { try $0.name() }
    }
  }

  private func readCodes(_ node: ManifestNode) throws -> CodeTable {
    guard type == .string else {
      throw node.fail("codes are for fields of type string", "代码表只用于 string 字段")
    }
    let parts = try node.members(known: ["file", "code", "label"])
    guard let file = parts["file"] else { throw node.fail("needs `file`", "需要 file") }
    let named = try file.name()
    let folder = node.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    let path = named.hasPrefix("/") || folder.isEmpty ? named : "\(folder)/\(named)"
    let text: TextFile
    do {
      text = try TextFile(path: path)
    } catch let error as TabularError {
      throw file.fail("code table \(error.description)", "代码表 \(error.description)")
    }
    return try CodeTable(
      file: text, codeColumn: try parts["code"]?.name() ?? "code",
      labelColumn: try parts["label"]?.name() ?? "label")
  }

  private mutating func readConstraints(_ node: ManifestNode) throws {
    let parts = try node.members(known: Self.constraintKeys)
    constraints.isRequired = try parts["required"]?.boolean() ?? false
    constraints.isUnique = try parts["unique"]?.boolean() ?? false
    constraints.minimumLength = try parts["minLength"]?.integer(atLeast: 0)
    constraints.maximumLength = try parts["maxLength"]?.integer(atLeast: 0)
    if let length = parts["minLength"] ?? parts["maxLength"], type != .string {
      throw length.fail("lengths are for fields of type string", "长度约束只用于 string 字段")
    }
    constraints.minimum = try parts["minimum"].map(bound)
    constraints.maximum = try parts["maximum"].map(bound)
    constraints.allowed = try parts["enum"]?.items().map { try $0.string() } ?? []
    if let pattern = parts["pattern"] {
      let text = try pattern.string()
      guard (try? Regex(text)) != nil else {
        throw pattern.fail("`\(text)` is not a regular expression", "“\(text)”不是正则表达式")
      }
      constraints.pattern = text
    }
  }

  /// A bound in the form its type is kept in.
  private func bound(_ node: ManifestNode) throws -> String {
    let text = try node.string()
    let isValue =
      switch type {
      case .integer: Int64(text) != nil
      case .number: Double(text)?.isFinite == true
      case .date, .datetime: text.count >= 4 && text.first?.isNumber == true
      case .string, .boolean: false
      }
    guard isValue else {
      throw node.fail(
        "`\(text)` cannot bound a field of type \(type.rawValue)",
        "“\(text)”不能作为 \(type.rawValue) 字段的界限")
    }
    return text
  }
}
