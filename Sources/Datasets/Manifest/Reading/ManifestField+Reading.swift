import Tabular

extension ManifestField {
  private static let keys = [
    "name", "title", "description", "type", "format", "constraints", "missingValues",
    "trueValues", "falseValues", "decimalChar", "groupChar", "bareNumber", "example", "rdfType",
    "gewu",
  ]
  private static let ownKeys = [
    "aliases", "column", "title_zh", "check", "checks", "codes", "severity", "sensitive",
    "searchable", "public",
    "masked", "sentinels", "normalize", "formats", "trim", "unit", "groupSize",
  ]
  private static let constraintKeys = [
    "required", "unique", "minLength", "maxLength", "minimum", "maximum", "pattern", "enum",
  ]

  init(_ node: ManifestNode) throws {
    let parts = try node.members(known: Self.keys)
    guard let name = parts["name"] else { throw node.fail(.fieldWithoutName) }
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
      throw bare.fail(.signsAroundNumbers)
    }
    if let own = parts["gewu"] { try readOwn(own) }
    if let constraints = parts["constraints"] { try readConstraints(constraints) }
  }

  private mutating func readFormat(_ node: ManifestNode) throws {
    let format = try node.string()
    if format == "default" || format == "any" && type == .string { return }
    guard type == .date || type == .datetime else {
      if type == .string, ["email", "uri", "uuid", "binary"].contains(format) {
        throw node.fail(.uncheckedFormat(format))
      }
      throw node.fail(.formatless(type: type))
    }
    try append(format: format, at: node)
  }

  private mutating func append(format: String, at node: ManifestNode) throws {
    do throws(DatePatternFault) {
      _ = try DatePattern(format)
    } catch {
      throw node.fail(.badFormat(format, error))
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
      throw first.fail(.checksAreForText)
    }
    if let sensitive = own["sensitive"] {
      sensitivity = try sensitive.choice(Sensitivity.self)
      isSensitivityStated = true
    }
    if let searchable = own["searchable"] { isSearchable = try searchable.boolean() }
    if let mark = own["public"] {
      isPublic = try mark.boolean()
      guard !isPublic || sensitivity == .none && !checks.contains(where: \.isPersonal) else {
        throw mark.fail(.publicAndPersonal(field: name))
      }
    }
    if let trim = own["trim"] { isTrimmed = try trim.boolean() }
    if let severity = own["severity"] { self.severity = try severity.choice(Severity.self) }
    unit = try own["unit"]?.string()
    if let size = own["groupSize"] {
      groupSize = try size.integer(atLeast: 3)
      guard groupSize <= 4 else { throw size.fail(.groupSize) }
      guard groupCharacter != nil else { throw size.fail(.groupSizeWithoutCharacter) }
    }
    try readTreatment(own)
    for format in try own["formats"]?.items() ?? [] {
      guard type == .date || type == .datetime else {
        throw format.fail(.formatsAreForDates)
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
        throw rule.fail(.maskedWithoutCheck)
      }
    }
    if let steps = own["normalize"] {
      normalizations = try steps.itemsOrOne().map { try $0.choice(Normalization.self) }
      guard type == .string || normalizations == [.nfkc] else {
        throw steps.fail(.onlyNFKC(type: type))
      }
    }
    if let dates = own["sentinels"] {
      guard type == .date || type == .datetime else {
        throw dates.fail(.sentinelsAreForDates)
      }
      sentinels = try dates.itemsOrOne().map { try $0.name() }
    }
  }

  private func readCodes(_ node: ManifestNode) throws -> CodeTable {
    guard type == .string else {
      throw node.fail(.codesAreForText)
    }
    let parts = try node.members(known: ["file", "code", "label"])
    guard let file = parts["file"] else { throw node.fail(.needs(["file"])) }
    let named = try file.name()
    let folder = FolderBounds.folder(of: node.path)
    let path = folder == "." ? named : "\(folder)/\(named)"
    let root = node.root ?? folder
    guard !named.hasPrefix("/"), FolderBounds([root, "\(root)/../GeoData"]).hold(path) else {
      throw file.fail(.leadsOut)
    }
    let text: TextFile
    do {
      text = try TextFile(path: path)
    } catch let error as TabularError {
      throw file.fail(.codeTable(error))
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
      throw length.fail(.lengthsAreForText)
    }
    constraints.minimum = try parts["minimum"].map(bound)
    constraints.maximum = try parts["maximum"].map(bound)
    constraints.allowed = try parts["enum"]?.items().map { try $0.string() } ?? []
    if let pattern = parts["pattern"] {
      let text = try pattern.string()
      do throws(PatternFault) {
        _ = try LinearPattern(text)
      } catch {
        throw pattern.fail(.badPattern(text, error))
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
      throw node.fail(.badBound(text, type: type))
    }
    return text
  }
}
