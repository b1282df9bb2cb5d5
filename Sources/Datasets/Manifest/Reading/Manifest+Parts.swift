import Tabular
import Yams

extension Manifest {
  /// Reads Table Schema's missing values: texts, or texts with labels.
  static func missingValues(_ node: ManifestNode) throws -> [String] {
    try node.items().map { item in
      guard item.node.mapping != nil else { return try item.string() }
      guard let value = try item.members(known: ["value", "label"])["value"] else {
        throw item.fail("needs `value`", "需要 value")
      }
      return try value.string()
    }
  }

  /// Reads the part of a Table Dialect that is supported.
  static func dialect(_ node: ManifestNode) throws -> TableDialect {
    let parts = try node.members(known: [
      "delimiter", "header", "headerRows", "headerJoin", "quoteChar", "doubleQuote",
      "lineTerminator", "sheetName", "sheetNumber", "table",
    ])
    var dialect = TableDialect()
    if let delimiter = parts["delimiter"] {
      dialect.delimiter = try delimiter.character()
      if [0x22, 0x0A, 0x0D].contains(dialect.delimiter) {
        throw delimiter.fail("cannot divide fields", "不能作为分隔符")
      }
    }
    if let rows = parts["headerRows"] {
      let numbers = try rows.items().map { try $0.integer(atLeast: 1) }
      guard !numbers.isEmpty, zip(numbers, numbers.dropFirst()).allSatisfy(<) else {
        throw rows.fail(
          "must name rows in ascending order: [1] or [2, 3]", "必须按升序列出行号,如 [1] 或 [2, 3]")
      }
      dialect.headerRows = numbers
    }
    if let join = parts["headerJoin"] { dialect.headerJoin = try join.string() }
    dialect.sheetName = try parts["sheetName"]?.name()
    dialect.sheetNumber = try parts["sheetNumber"]?.integer(atLeast: 1)
    if let sheet = parts["sheetNumber"], dialect.sheetName != nil {
      throw sheet.fail(
        "names a sheet that `sheetName` names already; keep one of them",
        "与 sheetName 重复指定工作表;请只保留一个")
    }
    dialect.table = try parts["table"]?.name()
    if try parts["header"]?.boolean() == false { dialect.headerRows = [] }
    if let quote = parts["quoteChar"], try quote.character() != UInt8(ascii: "\"") {
      throw quote.fail("only the double quote is read", "仅支持双引号")
    }
    if let doubled = parts["doubleQuote"], try !doubled.boolean() {
      throw doubled.fail("only doubled quotes are read (RFC 4180)", "仅支持以两个引号表示引号(RFC 4180)")
    }
    return dialect
  }

  /// The name of a field that exists.
  func one(_ node: ManifestNode) throws -> String {
    let name = try node.name()
    guard field(name) != nil else {
      let guess = Suggestion.nearest(to: name, among: fields.map(\.name))
      throw node.fail(
        "there is no field `\(name)`" + (guess.map { "; did you mean `\($0)`?" } ?? ""),
        "没有字段 \(name)" + (guess.map { ";是否应为 \($0)?" } ?? ""))
    }
    return name
  }

  /// The names of fields that exist, each once.
  func reference(_ node: ManifestNode) throws -> [String] {
    var names: [String] = []
    for item in try node.itemsOrOne() {
      let name = try one(item)
      guard !names.contains(name) else {
        throw item.fail("field `\(name)` is named twice", "字段 \(name) 重复")
      }
      names.append(name)
    }
    return names
  }

  func checkFieldNames(_ node: ManifestNode) throws {
    guard !fields.isEmpty else { throw node.fail("must list a field", "至少需要一个字段") }
    var seen: Set<String> = []
    for (index, item) in try node.items().enumerated() {
      let name = fields[index].name
      let lower = name.lowercased()
      guard !Self.reservedNames.contains(lower) else {
        throw item.fail(
          "`\(name)` is the name of a column that every table has; choose another and give "
            + "the heading under `gewu: {aliases: […]}`",
          "“\(name)”是每个表都有的列名;请另取字段名,并在 gewu 的 aliases 中写表头")
      }
      guard seen.insert(lower).inserted else {
        throw item.fail("field `\(name)` is defined twice", "字段 \(name) 重复定义")
      }
    }
    try checkColumns(node)
  }

  private func checkColumns(_ node: ManifestNode) throws {
    var taken: [Int: String] = [:]
    for field in fields {
      guard let column = field.column else { continue }
      if let other = taken.updateValue(field.name, forKey: column) {
        throw node.fail(
          "fields `\(other)` and `\(field.name)` both claim column \(column)",
          "字段 \(other) 与 \(field.name) 都指定了第 \(column) 列")
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
      throw node.fail(
        "`\(dataset)` cannot identify a data set: use lower-case letters, digits, - and _, a "
          + "letter first, and put the full name into `title`",
        "“\(dataset)”不能作为数据资源标识:请用小写字母、数字、- 和 _,以字母开头,全称写在 title")
    }
  }
}
