extension ColumnMatch {
  /// Finds columns for the fields that have none by their names as the format cuts them: a Shapefile
  /// keeps ten bytes.
  ///
  /// - Throws: `DatasetsError` where a heading is the cut name of several of them.
  func completed(
    _ columns: [Int?], _ header: [String], normalized: [String]
  ) throws -> [Int?] {
    guard let shortened else { return columns }
    var columns = columns
    let free = Set(header.indices).subtracting(columns.compactMap(\.self))
    var owners: [Int: [Int]] = [:]
    for (index, field) in manifest.fields.enumerated() where columns[index] == nil {
      let names = Set(field.names.map { HeadingText.normalized(shortened($0)) })
      for heading in free where names.contains(normalized[heading]) {
        owners[heading, default: []].append(index)
      }
    }
    for (heading, fields) in owners.sorted(by: { $0.key < $1.key }) {
      guard fields.count == 1, columns[fields[0]] == nil else {
        let names = fields.map { manifest.fields[$0].name }
        throw fault(.cutNameOfSeveral(header[heading], fields: names))
      }
      columns[fields[0]] = heading
    }
    return columns
  }
}
