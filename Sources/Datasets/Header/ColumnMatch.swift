import Tabular

/// Matches the headings of a file with the fields of a manifest.
struct ColumnMatch {
  let manifest: Manifest
  let path: String
  /// How the format cuts names; nil where it keeps them.
  var shortened: ((String) -> String)?

  /// The columns of a file without header: field n is column n unless it names another.
  func byOrder(width: Int) throws -> [Int?] {
    try manifest.fields.enumerated().map { index, field in
      let column = (field.column ?? index + 1) - 1
      guard column < width else {
        throw fault(
          "has \(width) columns, but field `\(field.name)` is column \(column + 1)",
          "只有 \(width) 列,而字段 \(field.name) 是第 \(column + 1) 列")
      }
      return column
    }
  }

  func byNames(_ header: [String]) throws -> [Int?] {
    if header.count == 1, manifest.fields.count > 1 { try suspectDelimiter(header[0]) }
    let normalized = header.map(HeadingText.normalized)
    var columns: [Int?] = []
    for field in manifest.fields {
      columns.append(try column(of: field, in: header, normalized: normalized))
    }
    columns = try completed(columns, header, normalized: normalized)
    try checkClaims(columns, header)
    try checkRule(columns, header)
    return columns
  }

  private func column(
    of field: ManifestField, in header: [String], normalized: [String]
  ) throws -> Int? {
    let names = field.normalizedNames
    if let position = field.column {
      guard position <= header.count else {
        throw fault(
          "has \(header.count) columns, but field `\(field.name)` is column \(position)",
          "只有 \(header.count) 列,而字段 \(field.name) 是第 \(position) 列")
      }
      let heading = header[position - 1]
      guard normalized[position - 1].isEmpty || names.contains(normalized[position - 1]) else {
        throw fault(
          "column \(position) is headed \"\(heading)\", which is not a name of field "
            + "`\(field.name)`; correct `column`, or add the heading to its aliases",
          "第 \(position) 列的表头是“\(heading)”,不是字段 \(field.name) 的名称;"
            + "请更正 column 或把表头加入 aliases")
      }
      return position - 1
    }
    let claimed = Set(manifest.fields.compactMap(\.column))
    let found = header.indices.filter {
      !claimed.contains($0 + 1) && names.contains(normalized[$0])
    }
    guard found.count <= 1 else {
      let places = found.map { String($0 + 1) }
      throw fault(
        "has field `\(field.name)` \(found.count) times (columns \(places.joined(separator: ", "))"
          + "); say which one with `gewu: {column: n}`",
        "字段 \(field.name) 出现 \(found.count) 次(第 \(places.joined(separator: "、")) 列);"
          + "请用 gewu 的 column 指定")
    }
    return found.first
  }

  /// Refuses a heading that is the name of two fields.
  private func checkClaims(_ columns: [Int?], _ header: [String]) throws {
    var owner: [Int: String] = [:]
    for (field, column) in zip(manifest.fields, columns) {
      guard let column, let other = owner.updateValue(field.name, forKey: column) else { continue }
      throw fault(
        "has a column \"\(header[column])\" that is a name of both field `\(other)` and field "
          + "`\(field.name)`; correct their aliases",
        "表头“\(header[column])”同时是字段 \(other) 和 \(field.name) 的名称;请更正 aliases")
    }
  }

  private func checkRule(_ columns: [Int?], _ header: [String]) throws {
    let fields = manifest.fields
    let isNeeded: (ManifestField) -> Bool = { field in
      switch manifest.fieldsMatch {
      case .exact, .equal, .subset: true
      case .superset, .partial:
        field.constraints.isRequired || manifest.primaryKey.contains(field.name)
      }
    }
    let missing = zip(fields, columns).filter { $1 == nil && isNeeded($0) }.map(\.0.name)
    guard missing.isEmpty else { throw missingColumns(missing, header) }
    let taken = Set(columns.compactMap(\.self))
    if taken.isEmpty { throw missingColumns(fields.map(\.name), header) }
    if [.exact, .equal, .superset].contains(manifest.fieldsMatch) {
      let extra = header.indices.filter { !taken.contains($0) }
      guard extra.isEmpty else {
        let names = extra.map { "\"\(header[$0])\"" }.joined(separator: ", ")
        throw fault(
          "has columns that the manifest does not know: \(names); add them as fields, or say "
            + "`fieldsMatch: subset`",
          "有清单中没有的列:\(names);请增加字段,或设 fieldsMatch: subset")
      }
    }
    if manifest.fieldsMatch == .exact, columns.compactMap(\.self) != Array(fields.indices) {
      throw fault(
        "has the columns in another order than the manifest; order the fields as the file does, "
          + "or say `fieldsMatch: equal`",
        "列的顺序与清单不同;请调整字段顺序,或设 fieldsMatch: equal")
    }
  }

  private func missingColumns(_ missing: [String], _ header: [String]) -> DatasetsError {
    let names = missing.joined(separator: ", ")
    let found = header.prefix(40).map { "\"\($0)\"" }.joined(separator: ", ")
    return fault(
      "lacks the column\(missing.count == 1 ? "" : "s") \(names) (it has: \(found)); is it the "
        + "right file? If it is, add its headings to the fields' aliases",
      "缺少列:\(names)(现有:\(found));请确认文件是否正确,若正确请把表头加入字段的 aliases")
  }

  private func suspectDelimiter(_ heading: String) throws {
    for (delimiter, name) in [(",", "a comma"), (";", "a semicolon"), ("\t", "a tab")] {
      guard heading.contains(delimiter) else { continue }
      throw fault(
        "has one column only; it seems to be divided by \(name): set `dialect: {delimiter: "
          + "\"\(delimiter == "\t" ? "\\t" : delimiter)\"}` in the manifest",
        "只有一列;分隔符似乎是“\(delimiter == "\t" ? "\\t" : delimiter)”:请在清单的 dialect 中设置 delimiter")
    }
  }

  func fault(_ message: String, _ chinese: String) -> DatasetsError {
    DatasetsError(
      path: path, line: manifest.hasHeader ? manifest.dialect.headerRow : nil, message: message,
      messageChinese: chinese)
  }
}
