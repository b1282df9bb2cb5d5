extension Assembly {
  /// All that the subjects are, in bytes that depend on rows, rules and decisions alone: no number
  /// of a row or a batch, no order of arrival, no event.
  public func canonicalForm() -> [UInt8] {
    var writer = CanonicalWriter()
    for subject in subjects.sorted(by: { $0.key < $1.key }) { write(subject, to: &writer) }
    for item in review {
      writer.word("review")
      for word in item.reason.words { writer.word(word) }
      for row in item.rows { write(row: row, to: &writer) }
      writer.endLine()
    }
    return writer.bytes
  }

  private func write(_ subject: Subject, to writer: inout CanonicalWriter) {
    writer.word("subject")
    writer.hex(subject.key.bytes)
    writer.word(subject.isRetired ? "retired" : "standing")
    writer.endLine()
    for row in subject.members {
      writer.word("row")
      write(row: row, to: &writer)
      writer.endLine()
    }
    for winner in subject.winners {
      writer.word("value")
      writer.word(rules.attributes[winner.attribute].name)
      writer.text(table.pool[winner.stated])
      writer.text(table.pool[winner.reading])
      writer.word(winner.criterion.rawValue)
      write(row: winner.row, to: &writer)
      writer.endLine()
    }
    for fact in subject.facts { write(fact, to: &writer) }
    for conflict in subject.conflicts {
      writer.word("conflict")
      writer.word(rules.conflicts[conflict.rule].kind)
      writer.word(conflict.state.rawValue)
      writer.word(conflict.criterion?.rawValue ?? "")
      for value in conflict.values {
        writer.word(rules.attributes[value.attribute].name)
        writer.text(table.pool[value.stated])
        write(row: value.row, to: &writer)
      }
      writer.endLine()
    }
  }

  private func write(_ fact: Fact, to writer: inout CanonicalWriter) {
    writer.word("fact")
    writer.word(fact.kind.rawValue)
    writer.text(table.pool[fact.place])
    writer.text(table.pool[fact.stated])
    writer.text(table.pool[fact.division])
    for day in [fact.from, fact.to] { writer.word(day == CivilDay.unknown ? "" : String(day)) }
    for flag in [fact.mayMove, fact.isMain, fact.isLastResort] { writer.word(flag ? "1" : "0") }
    for row in fact.rows { write(row: row, to: &writer) }
    writer.endLine()
  }

  private func write(row: Int, to writer: inout CanonicalWriter) {
    writer.word(rules.sources[Int(table.rows[row].source)].dataSet)
    writer.text(table.pool[table.rows[row].key])
  }
}

/// Writes fields apart by tabs and lines, with what could be mistaken for either escaped.
struct CanonicalWriter {
  private(set) var bytes: [UInt8] = []

  mutating func word(_ word: String) { text(Array(word.utf8)[...]) }

  mutating func text(_ text: ArraySlice<UInt8>) {
    for byte in text {
      switch byte {
      case 0x09: bytes += [0x5C, 0x74]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0x5C: bytes += [0x5C, 0x5C]
      default: bytes.append(byte)
      }
    }
    bytes.append(0x09)
  }

  mutating func hex(_ text: [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    self.text(text.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }[...])
  }

  mutating func endLine() { bytes.append(0x0A) }
}
