package import Datasets
package import Warehouse

/// What the program says of quarantine: lists for people, answers for machines, tables that go back.
package enum QuarantineWords {
  /// The reasons of one row as a table in the department's own layout says them.
  ///
  /// - Parameter outline: the manifest that the data set was last loaded by, whose names of fields
  ///   count where the reason has none.
  package static func cell(
    of reasons: [QuarantinedRow.Reason], _ outline: ManifestOutline, _ language: Language
  ) -> String {
    reasons.map { $0.wording(outline, language) }
      .joined(separator: language == .chinese ? "；" : "; ")
  }
}

extension QuarantinedRow.Reason {
  /// What is wrong, with the name of the field in front.
  package var wording: Wording {
    if let kept { return Wording("\(kept.english)", "\(kept.chinese)") }
    return ReasonWords.labelled(
      ReasonWords.sentence(code, arguments), field: field, arguments: arguments)
  }

  /// What is wrong, with the name of the field in front and its value behind that.
  ///
  /// The store has no value of a field that is sealed, and a masked one of a personal field.
  var wordingWithValue: Wording {
    let label = ReasonWords.label(of: field, arguments)
    guard let label, let value, !value.isEmpty else { return wording }
    if let kept {
      return Wording("\(kept.english) ('\(value)')", "\(kept.chinese)（“\(value)”）")
    }
    return Wording("\(label.english) '\(value)': ", "\(label.chinese)“\(value)”：")
      + ReasonWords.sentence(code, arguments)
  }

  fileprivate func wording(_ outline: ManifestOutline, _ language: Language) -> String {
    let text = wording[language]
    // A label that is the field's own name gives way to what people call it now.
    guard let field, text.hasPrefix("\(field):") || text.hasPrefix("\(field)：") else { return text }
    let names = field.split(separator: ",").map {
      outline.title(of: String($0), inChinese: language == .chinese)
    }
    return names.listed()[language] + text.dropFirst(field.count)
  }
}

extension ReasonCount {
  /// One of the sentences, in each language the first of the alphabet.
  package var example: Wording {
    let wordings = examples.map(\.wording)
    return Wording(
      english: wordings.map(\.english).min() ?? "",
      chinese: wordings.map(\.chinese).min() ?? "")
  }

  /// What a machine is told.
  package struct Answer: Encodable {
    let count: ReasonCount

    package enum CodingKeys: String, CodingKey {
      case dataset, code, rows, example
      case exampleChinese = "example_zh"
    }

    package func encode(to encoder: any Encoder) throws {
      var members = encoder.container(keyedBy: CodingKeys.self)
      try members.encode(count.dataset, forKey: .dataset)
      try members.encode(count.code, forKey: .code)
      try members.encode(count.rows, forKey: .rows)
      try members.encode(count.example.english, forKey: .example)
      try members.encode(count.example.chinese, forKey: .exampleChinese)
    }
  }

  package var answer: Answer { Answer(count: self) }
}

extension QuarantinedRow {
  /// What a machine is told, with every reason in both languages; the row as it came only where
  /// somebody has said what for.
  package struct Answer: Encodable {
    let row: QuarantinedRow
    let isUnmasked: Bool

    package enum CodingKeys: String, CodingKey {
      case id, number, batch, dataset, row, line, raw, status, reasons
      case byteOffset = "byte_offset"
    }

    struct Reason: Encodable {
      var code: String
      var field: String?
      var value: String?
      var message: String
      var messageChinese: String

      enum CodingKeys: String, CodingKey {
        case code, field, value, message
        case messageChinese = "message_zh"
      }
    }

    package func encode(to encoder: any Encoder) throws {
      var members = encoder.container(keyedBy: CodingKeys.self)
      try members.encode(row.id, forKey: .id)
      try members.encode(row.number, forKey: .number)
      try members.encode(row.batch, forKey: .batch)
      try members.encode(row.dataset, forKey: .dataset)
      try members.encode(row.row, forKey: .row)
      try members.encode(row.line, forKey: .line)
      try members.encode(row.byteOffset, forKey: .byteOffset)
      if isUnmasked { try members.encode(row.raw, forKey: .raw) }
      try members.encode(row.status, forKey: .status)
      let reasons = row.reasons.map { reason in
        let wording = reason.wording
        return Reason(
          code: reason.code, field: reason.field, value: reason.value, message: wording.english,
          messageChinese: wording.chinese)
      }
      try members.encode(reasons, forKey: .reasons)
    }
  }

  /// Without what stands in the row but for the masked values of its reasons.
  package var answer: Answer { Answer(row: self, isUnmasked: false) }

  /// With the row as it came.
  package var unmaskedAnswer: Answer { Answer(row: self, isUnmasked: true) }
}
