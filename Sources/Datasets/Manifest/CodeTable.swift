package import Tabular

/// A table of codes and labels; a field that refers to it accepts either and keeps the code.
package struct CodeTable: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// The code, which is kept.
    package var code: String
    package var label: String

    package init(code: String, label: String) {
      self.code = code
      self.label = label
    }
  }

  /// The file it came from.
  package var path: String
  /// The codes in the order of the file.
  package var entries: [Entry]

  package init(path: String, entries: [Entry]) {
    self.path = path
    self.entries = entries
  }

  /// Reads a CSV file with a header.
  ///
  /// - Throws: `TabularError`, or `DatasetsError` where a column is missing, a row is malformed, or
  ///   a text would mean two different codes.
  package init(file: TextFile, codeColumn: String = "code", labelColumn: String = "label") throws {
    let table = CSVTable(file)
    let path = table.path
    guard let header = table.header else {
      throw DatasetsError(path: path, .codes(.noHeader))
    }
    guard table.headerFault == .none else {
      throw DatasetsError(
        path: path, line: table.headerLine,
        .header(.malformed(row: table.headerLine, table.headerFault)))
    }
    guard let code = header.firstIndex(of: codeColumn) else {
      throw Self.missing(codeColumn, in: header, path: path)
    }
    guard let label = header.firstIndex(of: labelColumn) else {
      throw Self.missing(labelColumn, in: header, path: path)
    }
    let entries = try table.rows.map { row in
      guard row.fault == .none, row.values.count > max(code, label) else {
        throw DatasetsError(path: path, line: row.line, .codes(.malformedRow))
      }
      return Entry(code: row.values[code] ?? "", label: row.values[label] ?? "")
    }
    self.init(path: path, entries: entries)
    try checkMeanings()
  }

  /// Each accepted text and the code it means.
  package var meanings: [String: String] {
    var meanings: [String: String] = [:]
    for entry in entries where !entry.label.isEmpty { meanings[entry.label] = entry.code }
    for entry in entries { meanings[entry.code] = entry.code }
    return meanings
  }

  private func checkMeanings() throws {
    var seen: [String: Int] = [:]
    for (row, entry) in entries.enumerated() {
      for text in [entry.code, entry.label] where !text.isEmpty {
        if let other = seen[text], entries[other].code != entry.code {
          throw DatasetsError(path: path, .codes(.twoMeanings(rows: other + 1, row + 1)))
        }
        seen[text] = row
      }
    }
  }

  private static func missing(_ name: String, in header: [String], path: String) -> DatasetsError {
    DatasetsError(path: path, line: 1, .codes(.noColumn(name, columns: header.count)))
  }
}

extension CodeTable {
  /// The texts that are accepted, with the place of the entry that each means: codes before labels,
  /// and both as ``lenient(_:to:)`` makes them.
  var index: ByteTable {
    var texts = entries.enumerated().map { (text: $1.code, value: $0) }
    texts += entries.enumerated().filter { !$1.label.isEmpty }.map { (text: $1.label, value: $0) }
    let lenient = texts.compactMap { entry -> (text: String, value: Int)? in
      let text = Self.lenient(entry.text)
      return text == entry.text || text.isEmpty ? nil : (text, entry.value)
    }
    return ByteTable(texts + lenient)
  }

  private static func lenient(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: max(bytes.count, 1)) { target in
        target.baseAddress.map { lenient(bytes, to: $0) } ?? 0
      }
    }
  }

  /// Writes a text without regard to width, case and space, and returns its length.
  static func lenient(
    _ bytes: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var length = 0
    for index in 0..<TextWidth.narrow(bytes, to: target) where target[index] != 0x20 {
      target[length] = ASCII.upper(target[index])
      length += 1
    }
    return length
  }
}
