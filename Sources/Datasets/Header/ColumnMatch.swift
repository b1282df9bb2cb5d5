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
        throw fault(.tooNarrow(width: width, field: field.name, column: column + 1))
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
        throw fault(.tooNarrow(width: header.count, field: field.name, column: position))
      }
      guard normalized[position - 1].isEmpty || names.contains(normalized[position - 1]) else {
        let shown = SeenHeadings([position - 1], of: header, in: seen(header)).shown.first
        throw fault(.foreignHeading(shown, field: field.name, column: position))
      }
      return position - 1
    }
    let claimed = Set(manifest.fields.compactMap(\.column))
    let found = header.indices.filter {
      !claimed.contains($0 + 1) && names.contains(normalized[$0])
    }
    guard found.count <= 1 else {
      throw fault(.repeated(field: field.name, columns: found.map { $0 + 1 }))
    }
    return found.first
  }

  /// Refuses a heading that is the name of two fields.
  private func checkClaims(_ columns: [Int?], _ header: [String]) throws {
    var owner: [Int: String] = [:]
    for (field, column) in zip(manifest.fields, columns) {
      guard let column, let other = owner.updateValue(field.name, forKey: column) else { continue }
      throw fault(.claimedTwice(header[column], other, field.name))
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
        throw fault(
          .unknown(
            columns: extra.map { $0 + 1 }, SeenHeadings(extra, of: header, in: seen(header))))
      }
    }
    if manifest.fieldsMatch == .exact, columns.compactMap(\.self) != Array(fields.indices) {
      throw fault(.otherOrder)
    }
  }

  private func missingColumns(_ missing: [String], _ header: [String]) -> DatasetsError {
    fault(.missing(missing, header: seen(header)))
  }

  /// The headings as far as a message may repeat them.
  private func seen(_ header: [String]) -> SeenHeadings {
    var known: Set<String> = []
    for field in manifest.fields {
      known.formUnion(field.names)
      if let shortened { known.formUnion(field.names.map(shortened)) }
    }
    return SeenHeadings(header, known: known, expected: manifest.fields.count)
  }

  private func suspectDelimiter(_ heading: String) throws {
    for delimiter: Character in [",", ";", "\t"] where heading.contains(delimiter) {
      throw fault(.oneColumn(delimiter: delimiter))
    }
  }

  func fault(_ fault: HeaderFault) -> DatasetsError {
    DatasetsError(
      path: path, line: manifest.hasHeader ? manifest.dialect.headerRow : nil, .header(fault))
  }
}
