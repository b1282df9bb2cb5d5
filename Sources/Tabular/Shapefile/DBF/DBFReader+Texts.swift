extension DBFReader {
  /// The table as text, a row a record that is not deleted.
  package struct Texts: Equatable {
    package var fields: [String]
    package var rows: [Row]
    package var deletedCount: Int
    package var cutTextCount: Int
    package var encoding: String
    package var isEncodingGuessed = false
  }

  /// A record: its place in the file (from 1, deleted ones counted) and its values.
  package struct Row: Equatable {
    package var number: Int
    package var values: [String?]
  }

  /// Decodes the table, strictly.
  ///
  /// Throws `TabularError` that names the record, the field and the byte where a text does not fit
  /// the encoding that `encoding(_:codePage:)` decides on.
  package func texts(encoding: String? = nil, codePage: String? = nil) throws -> Texts {
    let decided = try self.encoding(encoding, codePage: codePage)
    guard let converter = DBFText(decided.name) else {
      throw failure(Misfit(record: -1, field: 0, offset: 0), decided)
    }
    var result = Texts(
      fields: try names(converter, decided), rows: [], deletedCount: 0, cutTextCount: 0,
      encoding: converter.encoding, isEncodingGuessed: decided.isGuessed)
    result.rows.reserveCapacity(recordCount)
    for record in 0..<recordCount {
      if try isDeleted(record) {
        result.deletedCount += 1
        continue
      }
      var row = Row(number: record + 1, values: [])
      row.values.reserveCapacity(fields.count)
      for index in fields.indices {
        let (text, isCut) = try text(record, index, converter, decided)
        row.values.append(text)
        if isCut { result.cutTextCount += 1 }
      }
      result.rows.append(row)
    }
    return result
  }

  /// A value as text, and whether its last character was cut in two and left out.
  private func text(
    _ record: Int, _ index: Int, _ converter: DBFText, _ encoding: Encoding
  ) throws -> (text: String?, isCut: Bool) {
    let (value, isFull) = value(record, fields[index])
    if value.isEmpty { return (nil, false) }
    switch converter.decode(value) {
    case .whole(let text): return (text, false)
    case .cut(let text) where isFull && encoding.allowsCut: return (text, true)
    case .cut(let text):
      throw failure(
        Misfit(record: record, field: index, offset: value.startIndex + text.utf8.count), encoding)
    case .invalid(let offset):
      throw failure(
        Misfit(record: record, field: index, offset: value.startIndex + offset), encoding)
    }
  }
}
