extension DBFReader {
  /// How the texts of a table are encoded, and who says so.
  struct Encoding: Sendable {
    /// iconv's name of it.
    var name: String
    /// Who says so; nil where it is only the first that fits.
    var claim: DBFFact.Claim?
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
    let said: (label: String, by: DBFFact.Claim)
    if let encoding {
      said = (encoding, .caller)
    } else if let codePage, !DBFEncoding.name(for: codePage).isEmpty {
      said = (codePage, .codePageFile)
    } else if let driver = DBFEncoding.name(forDriver: languageDriver) {
      said = (driver, .header)
    } else {
      return try fittingEncoding()
    }
    let name = DBFEncoding.name(for: said.label)
    guard DBFText(name) != nil else {
      throw TabularError(.encoding, path: file, .text(.noSuchEncoding(said.label)))
    }
    // Whoever asks knows; files and headers are copied from one table to the next.
    if said.by != .caller, name != "UTF-8", try likeness().isCertainlyUTF8 {
      throw TabularError(
        .encoding, path: file, .dbf(.isUTF8(not: said.label, by: said.by)))
    }
    return Encoding(name: name, claim: said.by)
  }

  /// What speaks for UTF-8 in the texts.
  private func likeness() throws -> UTF8Likeness {
    var likeness = UTF8Likeness()
    for record in 0..<recordCount where try !isDeleted(record) {
      for field in fields {
        likeness.add(UnsafeRawBufferPointer(rebasing: value(record, field).bytes))
      }
    }
    return likeness
  }

  private func fittingEncoding() throws -> Encoding {
    var first: Misfit?
    // Without tolerance first: a cut character in one encoding may be whole in the other. What is
    // nearly UTF-8 is not tried as GB18030, which would accept it as other characters.
    let names = try likeness().isNearlyUTF8 ? ["UTF-8"] : ["UTF-8", "GB18030"]
    for allowsCut in [false, true] {
      for name in names {
        guard let converter = DBFText(name) else { continue }
        var encoding = Encoding(name: name, allowsCut: allowsCut)
        do {
          encoding.isGuessed = try fits(converter, allowsCut: allowsCut)
          if name == "GB18030" { try refuseUnlikely() }
          return encoding
        } catch let misfit as Misfit {
          if first == nil || name == "GB18030" { first = misfit }
        }
      }
    }
    let misfit = first ?? Misfit(record: 0, field: 0, offset: 0)
    throw failure(misfit, Encoding(name: ""))
  }

  /// Refuses texts that GB18030 would make hardly Chinese.
  private func refuseUnlikely() throws {
    var likeness = ChineseLikeness()
    for field in fields { likeness.add(UnsafeRawBufferPointer(rebasing: rawName(field))) }
    for record in 0..<recordCount where try !isDeleted(record) {
      for field in fields {
        let value = value(record, field).bytes
        likeness.add(UnsafeRawBufferPointer(rebasing: value), at: value.startIndex)
      }
    }
    guard likeness.isUnlikely else { return }
    let offset = likeness.firstOther ?? likeness.first ?? 0
    throw TabularError(.encoding, path: file, .dbf(.unlikely(record: record(at: offset))))
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

  /// The fault of a text that does not fit.
  func failure(_ misfit: Misfit, _ encoding: Encoding) -> TabularError {
    let text: DBFFact.Text =
      if misfit.field < fields.count, misfit.record >= 0 {
        .value(record: misfit.record + 1, field: misfit.field + 1, byte: misfit.offset)
      } else {
        .fieldNames
      }
    let fact: DBFFact =
      if let claim = encoding.claim {
        .notInEncoding(text, encoding: encoding.name, by: claim)
      } else {
        .inNoEncoding(text)
      }
    return TabularError(.encoding, path: file, .dbf(fact))
  }
}
