extension DbfReader {
  /// The table as text, a row a record that is not deleted.
  package struct Texts: Equatable {
    package var fields: [String]
    package var rows: [Row]
    package var deletedCount: Int
    package var cutTextCount: Int
    package var encoding: String
    package var isEncodingGuessed = false

    /// Whether any text depends on the encoding at all.
    fileprivate var hasNonAscii: Bool {
      func isBeyond(_ text: String?) -> Bool { text?.utf8.contains { $0 >= 0x80 } == true }
      return fields.contains(where: isBeyond)
        || rows.contains { $0.values.contains(where: isBeyond) }
    }
  }

  /// A record: its place in the file (from 1, deleted ones counted) and its values.
  package struct Row: Equatable {
    package var number: Int
    package var values: [String?]
  }

  /// Where a text is not in the encoding that was tried.
  private struct Misfit: Error {
    var record: Int
    var field: Int
    var offset: Int
  }

  /// Decodes the table, strictly.
  ///
  /// The encoding is `encoding` where one is given, else that of the `.cpg` file,
  /// else of the language driver, else whichever of UTF-8 and GB18030 the whole
  /// table is valid in. Throws `TabularError` that names the record, the field
  /// and the byte where a text does not fit.
  package func texts(encoding: String? = nil, codePage: String? = nil) throws -> Texts {
    let said: (label: String, en: String, zh: String)? =
      if let encoding {
        (encoding, "as was asked for", "按指定的编码")
      } else if let codePage, !DbfEncoding.name(for: codePage).isEmpty {
        (codePage, "as the .cpg file says", "按 .cpg 文件")
      } else if let driver = DbfEncoding.name(forDriver: languageDriver) {
        (driver, "as the header of the table says", "按表头")
      } else {
        nil
      }
    guard let said else { return try guessedTexts() }
    guard let converter = DbfText(DbfEncoding.name(for: said.label)) else {
      throw TabularError(
        .encoding, path: file,
        message: "no encoding is called '\(said.label)'; use for example UTF-8, GB18030 or CP1252",
        messageChinese: "没有名为“\(said.label)”的编码，可用 UTF-8、GB18030、CP1252 等")
    }
    do {
      return try texts(converter, allowsCut: true)
    } catch let misfit as Misfit {
      throw failure(
        misfit, "not \(converter.encoding), \(said.en)", "不是 \(converter.encoding)（\(said.zh)）")
    }
  }

  private func guessedTexts() throws -> Texts {
    var first: Misfit?
    // Without tolerance first: a cut character in one encoding may be whole in the other.
    for allowsCut in [false, true] {
      for encoding in ["UTF-8", "GB18030"] {
        guard let converter = DbfText(encoding) else { continue }
        do {
          var result = try texts(converter, allowsCut: allowsCut)
          result.isEncodingGuessed = result.hasNonAscii
          return result
        } catch let misfit as Misfit {
          if first == nil || encoding == "GB18030" { first = misfit }
        }
      }
    }
    throw failure(
      first ?? Misfit(record: 0, field: 0, offset: 0), "neither UTF-8 nor GB18030",
      "既不是 UTF-8 也不是 GB18030")
  }

  private func texts(_ converter: DbfText, allowsCut: Bool) throws -> Texts {
    var result = Texts(
      fields: [], rows: [], deletedCount: 0, cutTextCount: 0, encoding: converter.encoding)
    for (index, field) in fields.enumerated() {
      switch converter.decode(field.rawName) {
      // Names are cut at ten bytes, wherever a character ends.
      case .whole(let text), .cut(let text): result.fields.append(text)
      case .invalid: throw Misfit(record: -1, field: index, offset: field.rawName.startIndex)
      }
    }
    result.rows.reserveCapacity(recordCount)
    for record in 0..<recordCount {
      if try isDeleted(record) {
        result.deletedCount += 1
        continue
      }
      var row = Row(number: record + 1, values: [])
      row.values.reserveCapacity(fields.count)
      for (index, field) in fields.enumerated() {
        let (value, isFull) = value(record, field)
        if value.isEmpty {
          row.values.append(nil)
          continue
        }
        switch converter.decode(value) {
        case .whole(let text): row.values.append(text)
        case .cut(let text) where isFull && allowsCut:
          row.values.append(text)
          result.cutTextCount += 1
        case .cut(let text):
          throw Misfit(record: record, field: index, offset: value.startIndex + text.utf8.count)
        case .invalid(let offset):
          throw Misfit(record: record, field: index, offset: value.startIndex + offset)
        }
      }
      result.rows.append(row)
    }
    return result
  }

  private func failure(_ misfit: Misfit, _ what: String, _ chinese: String) -> TabularError {
    guard misfit.field < fields.count, misfit.record >= 0 else {
      return TabularError(
        .encoding, path: file,
        message:
          "the names of the fields are \(what); name the right encoding, for example GB18030",
        messageChinese: "字段名\(chinese)；请指明正确的编码，如 GB18030")
    }
    let name = String(decoding: fields[misfit.field].rawName, as: UTF8.self)
    return TabularError(
      .encoding, path: file,
      message:
        "record \(misfit.record + 1), field \(name), byte \(misfit.offset): the text is \(what); "
        + "name the right encoding, for example GB18030",
      messageChinese: "第 \(misfit.record + 1) 条记录，字段 \(name)，第 \(misfit.offset) 字节：文本\(chinese)；"
        + "请指明正确的编码，如 GB18030")
  }
}
