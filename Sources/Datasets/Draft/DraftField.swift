/// A field as a draft proposes it, with the evidence that speaks for it.
struct DraftField {
  var name: String
  var heading: String
  var column: Int
  var type = FieldType.string
  var formats: [String] = []
  var check: Check?
  var sensitivity = Sensitivity.none
  var groupCharacter: Character?
  var isNamedByPosition = false
  var evidence: [String] = []
  /// Whether every row has a value of its own here.
  var isUnique = false

  /// Proposes a field for a column.
  ///
  /// - Parameters:
  ///   - rows: how many data rows there are.
  ///   - known: a field of another manifest with this heading.
  init(
    _ column: ColumnEvidence, heading: String, at index: Int, rows: Int, known: ManifestField?
  ) {
    self.heading = heading
    self.column = index + 1
    name = known?.name ?? Self.identifier(heading) ?? "column_\(index + 1)"
    isUnique = column.isUnique && column.values == rows && rows > 1
    sensitivity = known?.sensitivity ?? .none
    guard column.values > 0 else {
      evidence.append("no row has a value")
      return
    }
    if !proposeCheck(column), !proposeDate(column) { proposeNumber(column, known) }
    describe(column, rows)
  }

  /// A named check: nearly all values must have the form, and half of them be right.
  private mutating func proposeCheck(_ column: ColumnEvidence) -> Bool {
    let enough = column.values - column.values / 10
    for (index, check) in ColumnEvidence.checks.enumerated() {
      let (formed, valid) = (column.formed[index], column.valid[index])
      guard formed >= enough, valid * 2 >= formed else { continue }
      self.check = check
      if check.isPersonal { sensitivity = .personal }
      let what =
        switch check.name {
        case "cn.resident-id": "valid resident identity numbers"
        case "cn.credit-code": "valid credit codes"
        case "cn.mobile": "mobile numbers"
        default: check.name
        }
      evidence.append("\(valid) of \(column.values) values are \(what)")
      return true
    }
    return false
  }

  /// Dates: all values in a few forms, or date cells; a hundredth may be something else.
  private mutating func proposeDate(_ column: ColumnEvidence) -> Bool {
    let dated = column.dates.reduce(column.dateCells, +)
    guard dated * 100 >= column.values * 99 else { return false }
    let days = ColumnEvidence.dateForms.count
    let digitsOnly = column.dates[ColumnEvidence.dateForms.firstIndex(of: "%Y%m%d") ?? 0]
    if digitsOnly == column.values, !Self.isDateHeading(heading) {
      evidence.append("all values would also be dates of 8 digits")
      return false
    }
    let forms = ColumnEvidence.dateForms + ColumnEvidence.timeForms
    let used = forms.indices.filter { column.dates[$0] > 0 }
      .sorted { (column.dates[$0], $1) > (column.dates[$1], $0) }
    type = used.contains { $0 >= days } ? .datetime : .date
    formats = used.map { forms[$0] }
    if type == .datetime { formats += ["%Y-%m-%d"].filter { !formats.contains($0) } }
    for index in used { evidence.append("\(column.dates[index]) values as \(forms[index])") }
    if column.dateCells > 0 { evidence.append("\(column.dateCells) date cells") }
    if dated < column.values { evidence.append("\(column.values - dated) values are no date") }
    return true
  }

  private mutating func proposeNumber(_ column: ColumnEvidence, _ known: ManifestField?) {
    guard column.numbers > 0 else { return }
    if column.leadingZeros > 0 {
      evidence.append("\(column.leadingZeros) of \(column.values) values begin with a zero: text")
      return
    }
    if column.lostNumbers > 0 {
      evidence.append(
        "\(column.lostNumbers) number cells have lost digits; set the column to text (文本) and "
          + "enter them again")
    }
    guard column.longNumbers == 0, column.lostNumbers == 0 else {
      if column.longNumbers > 0 {
        evidence.append("\(column.longNumbers) values have more than 15 digits: text")
      }
      return
    }
    guard column.numbers == column.values else {
      if column.numbers * 100 >= column.values * 95 {
        evidence.append(
          "\(column.values - column.numbers) of \(column.values) values are no number")
      }
      return
    }
    if known?.type == .string || Self.isCodeHeading(heading) {
      evidence.append("all values are numbers, but the heading says that they name something")
      return
    }
    type = column.integers == column.values ? .integer : .number
    if column.grouped > 0 {
      groupCharacter = ","
      evidence.append("\(column.grouped) values with separators of thousands")
    }
    if let range = column.range {
      evidence.append("from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))")
    }
  }

  private mutating func describe(_ column: ColumnEvidence, _ rows: Int) {
    if isUnique { evidence.append("every row has a value of its own") }
    if column.empty > 0 { evidence.append("\(column.empty) of \(rows) rows have no value") }
    for (text, count) in column.missing.sorted(by: { $0.key < $1.key }) {
      evidence.append("\(count) times \(text)")
    }
    if type == .string, check == nil, !isUnique, !column.isListFull,
      column.list.count * 4 <= column.values
    {
      let shown = column.list.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(12)
      let texts = shown.map { "\($0.key.prefix(20)) (\($0.value))" }
      let rest = column.list.count > 12 ? ", …" : ""
      if sensitivity == .none {
        evidence.append("\(column.list.count) distinct: \(texts.joined(separator: ", "))\(rest)")
      }
    }
    if type == .string { evidence.append("at most \(column.longest) characters") }
  }

  private static func isDateHeading(_ heading: String) -> Bool {
    let lower = heading.lowercased()
    return ["日期", "时间", "年月", "日", "date", "time", "day", "rq", "sj"].contains {
      lower.contains($0)
    }
  }

  private static func isCodeHeading(_ heading: String) -> Bool {
    let lower = heading.lowercased()
    return ["编号", "编码", "代码", "证号", "号码", "证件", "电话", "手机", "code", "phone"].contains {
      lower.contains($0)
    } || lower == "id" || lower.hasSuffix("_id") || lower.hasSuffix("号") || lower.hasSuffix("码")
      || lower.hasSuffix(" no")
  }

  /// A heading of ASCII letters and digits as a name; nil where nothing is left of it.
  private static func identifier(_ heading: String) -> String? {
    var name = ""
    for character in heading.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        name.append(character)
      } else if character.isASCII {
        if !name.isEmpty, name.last != "_" { name.append("_") }
      } else {
        return nil
      }
    }
    while name.last == "_" { name.removeLast() }
    guard let first = name.first, first.isLetter else { return nil }
    return Manifest.reservedNames.contains(name) ? name + "_1" : name
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }
}
