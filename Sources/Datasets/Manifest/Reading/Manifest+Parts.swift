import Tabular
import Yams

extension Manifest {
  /// Reads Table Schema's missing values: texts, or texts with labels.
  static func missingValues(_ node: ManifestNode) throws -> [String] {
    try node.items().map { item in
      guard item.node.mapping != nil else { return try item.string() }
      guard let value = try item.members(known: ["value", "label"])["value"] else {
        throw item.fail(.needs(["value"]))
      }
      return try value.string()
    }
  }

  /// Reads the part of a Table Dialect that is supported.
  static func dialect(_ node: ManifestNode) throws -> TableDialect {
    let parts = try node.members(known: [
      "delimiter", "header", "headerRows", "headerJoin", "quoteChar", "doubleQuote",
      "lineTerminator", "sheetName", "sheetNumber", "skipInitialSpace", "table",
    ])
    var dialect = TableDialect()
    if let delimiter = parts["delimiter"] {
      dialect.delimiter = try delimiter.character()
      if [0x22, 0x0A, 0x0D].contains(dialect.delimiter) {
        throw delimiter.fail(.cannotDivide)
      }
    }
    if let rows = parts["headerRows"] {
      let numbers = try rows.items().map { try $0.integer(atLeast: 1) }
      guard !numbers.isEmpty, zip(numbers, numbers.dropFirst()).allSatisfy(<) else {
        throw rows.fail(.unorderedHeaderRows)
      }
      dialect.headerRows = numbers
    }
    if let join = parts["headerJoin"] { dialect.headerJoin = try join.string() }
    dialect.sheetName = try parts["sheetName"]?.name()
    dialect.sheetNumber = try parts["sheetNumber"]?.integer(atLeast: 1)
    if let sheet = parts["sheetNumber"], dialect.sheetName != nil {
      throw sheet.fail(.sheetNamedTwice)
    }
    dialect.table = try parts["table"]?.name()
    if try parts["header"]?.boolean() == false { dialect.headerRows = [] }
    if let quote = parts["quoteChar"] {
      dialect.hasQuotes = try !quote.string().isEmpty
      if dialect.hasQuotes, try quote.character() != UInt8(ascii: "\"") {
        throw quote.fail(.onlyDoubleQuotes)
      }
    }
    dialect.skipsInitialSpace = try parts["skipInitialSpace"]?.boolean() ?? false
    if let doubled = parts["doubleQuote"], try !doubled.boolean() {
      throw doubled.fail(.onlyDoubledQuotes)
    }
    return dialect
  }

  /// The name of a field that exists.
  func one(_ node: ManifestNode) throws -> String {
    let name = try node.name()
    guard field(name) != nil else {
      let guess = Suggestion.nearest(to: name, among: fields.map(\.name))
      throw node.fail(.noField(name, suggestion: guess))
    }
    return name
  }

  /// The names of fields that exist, each once.
  func reference(_ node: ManifestNode) throws -> [String] {
    var names: [String] = []
    for item in try node.itemsOrOne() {
      let name = try one(item)
      guard !names.contains(name) else {
        throw item.fail(.namedTwice(field: name))
      }
      names.append(name)
    }
    return names
  }

  func checkFieldNames(_ node: ManifestNode) throws {
    guard !fields.isEmpty else { throw node.fail(.emptyFields) }
    var seen: Set<String> = []
    for (index, item) in try node.items().enumerated() {
      let name = fields[index].name
      let lower = name.lowercased()
      guard !Self.reservedNames.contains(lower) else {
        throw item.fail(.reservedName(name))
      }
      guard seen.insert(lower).inserted else {
        throw item.fail(.definedTwice(field: name))
      }
    }
    try checkColumns(node)
  }

  private func checkColumns(_ node: ManifestNode) throws {
    var taken: [Int: String] = [:]
    for field in fields {
      guard let column = field.column else { continue }
      if let other = taken.updateValue(field.name, forKey: column) {
        throw node.fail(.columnClaimedTwice(column, other, field.name))
      }
    }
  }

  func checkDataset(at node: ManifestNode) throws {
    let isName =
      dataset.first.map { $0.isASCII && $0.isLowercase } == true
      && dataset.allSatisfy {
        $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-" || $0 == "_")
      }
    guard isName else {
      throw node.fail(.badDataset(dataset))
    }
  }
}
