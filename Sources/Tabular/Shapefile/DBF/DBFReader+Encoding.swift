extension DBFReader {
  /// How the texts of a table are encoded, and who says so.
  struct Encoding: Sendable {
    /// iconv's name of it.
    var name: String
    /// Who says so, in English and Chinese; nil where it is only the first that fits.
    var said: (english: String, chinese: String)?
    /// Whether a character cut in two at the end of a full field is left out.
    var allowsCut = true
    /// Whether no one named it and it matters.
    var isGuessed = false
  }

  /// Where a text is not in the encoding that was tried.
  struct Misfit: Error {
    var record: Int
    var field: Int
    var offset: Int
  }

  /// Decides on the encoding: `encoding` where one is given, else that of the `.cpg` file, else of
  /// the language driver, else whichever of UTF-8 and GB18030 the whole table is valid in.
  ///
  /// - Throws: `TabularError` where the name is not known, or none of the two fits.
  func encoding(_ encoding: String?, codePage: String?) throws -> Encoding {
    let said: (label: String, en: String, zh: String)? =
      if let encoding {
        (encoding, "as was asked for", "按指定的编码")
      } else if let codePage, !DBFEncoding.name(for: codePage).isEmpty {
        (codePage, "as the .cpg file says", "按 .cpg 文件")
      } else if let driver = DBFEncoding.name(forDriver: languageDriver) {
        (driver, "as the header of the table says", "按表头")
      } else {
        nil
      }
    guard let said else { return try fittingEncoding() }
    let name = DBFEncoding.name(for: said.label)
    guard DBFText(name) != nil else {
      throw TabularError(
        .encoding, path: file,
        message: "no encoding is called '\(said.label)'; use for example UTF-8, GB18030 or CP1252",
        messageChinese: "没有名为“\(said.label)”的编码，可用 UTF-8、GB18030、CP1252 等")
    }
    return Encoding(name: name, said: (said.en, said.zh))
  }

  private func fittingEncoding() throws -> Encoding {
    var first: Misfit?
    // Without tolerance first: a cut character in one encoding may be whole in the other.
    for allowsCut in [false, true] {
      for name in ["UTF-8", "GB18030"] {
        guard let converter = DBFText(name) else { continue }
        var encoding = Encoding(name: name, allowsCut: allowsCut)
        do {
          encoding.isGuessed = try fits(converter, allowsCut: allowsCut)
          return encoding
        } catch let misfit as Misfit {
          if first == nil || name == "GB18030" { first = misfit }
        }
      }
    }
    let misfit = first ?? Misfit(record: 0, field: 0, offset: 0)
    throw failure(misfit, Encoding(name: ""))
  }

  /// Tries an encoding on all texts; answers whether any of them depends on it.
  private func fits(_ converter: DBFText, allowsCut: Bool) throws -> Bool {
    var isNeeded = false
    for (index, field) in fields.enumerated() where rawName(field).contains(where: { $0 >= 0x80 }) {
      isNeeded = true
      guard case .invalid = converter.decode(rawName(field)) else { continue }
      throw Misfit(record: -1, field: index, offset: field.nameRange.lowerBound)
    }
    for record in 0..<recordCount where try !isDeleted(record) {
      for (index, field) in fields.enumerated() {
        let (value, isFull) = value(record, field)
        guard value.contains(where: { $0 >= 0x80 }) else { continue }
        isNeeded = true
        switch converter.decode(value) {
        case .whole: continue
        case .cut where isFull && allowsCut: continue
        case .cut(let text):
          throw Misfit(record: record, field: index, offset: value.startIndex + text.utf8.count)
        case .invalid(let offset):
          throw Misfit(record: record, field: index, offset: value.startIndex + offset)
        }
      }
    }
    return isNeeded
  }

  /// The names of the fields, which are cut at ten bytes wherever a character ends.
  func names(_ converter: DBFText, _ encoding: Encoding) throws -> [String] {
    try fields.enumerated().map { index, field in
      switch converter.decode(rawName(field)) {
      case .whole(let text), .cut(let text): return text
      case .invalid:
        throw failure(
          Misfit(record: -1, field: index, offset: field.nameRange.lowerBound), encoding)
      }
    }
  }

  /// What is said of a text that does not fit.
  func failure(_ misfit: Misfit, _ encoding: Encoding) -> TabularError {
    let what: String
    let chinese: String
    if let said = encoding.said {
      what = "not \(encoding.name), \(said.english)"
      chinese = "不是 \(encoding.name)（\(said.chinese)）"
    } else {
      (what, chinese) = ("neither UTF-8 nor GB18030", "既不是 UTF-8 也不是 GB18030")
    }
    guard misfit.field < fields.count, misfit.record >= 0 else {
      return TabularError(
        .encoding, path: file,
        message:
          "the names of the fields are \(what); name the right encoding, for example GB18030",
        messageChinese: "字段名\(chinese)；请指明正确的编码，如 GB18030")
    }
    let name = String(decoding: rawName(fields[misfit.field]), as: UTF8.self)
    return TabularError(
      .encoding, path: file,
      message:
        "record \(misfit.record + 1), field \(name), byte \(misfit.offset): the text is \(what); "
        + "name the right encoding, for example GB18030",
      messageChinese: "第 \(misfit.record + 1) 条记录，字段 \(name)，第 \(misfit.offset) 字节：文本\(chinese)；"
        + "请指明正确的编码，如 GB18030")
  }
}
