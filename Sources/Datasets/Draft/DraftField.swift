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
  /// The texts for true and false; none where it is no truth value or they are `true` and `false`.
  var truths: (yes: String, no: String)?
  /// Whether it is a counter: whole numbers without large gaps.
  var isCounter = false
  var isNamedByPosition = false
  /// Whether all numbers have three digits behind a point, so that it may divide thousands.
  var hasThreePlaces = false
  var evidence: [DraftFact] = []
  /// Whether every row has a value of its own here.
  var isUnique = false

  /// Proposes a field for a column.
  ///
  /// - Parameters:
  ///   - rows: how many data rows were looked at.
  ///   - total: how many there are.
  ///   - known: a field of another manifest with this heading.
  init(
    _ column: ColumnEvidence, heading: String, at index: Int, rows: Int, of total: Int,
    known: ManifestField?
  ) {
    self.heading = heading
    self.column = index + 1
    name = known?.name ?? Self.identifier(heading) ?? "column_\(index + 1)"
    isUnique = column.isUnique && column.values == rows && rows > 1
    if let range = column.range, column.integers == column.values, rows >= 20 {
      isCounter = range.upperBound - range.lowerBound < Double(total) * 10
    }
    sensitivity = known?.sensitivity ?? .none
    guard column.values > 0 else {
      evidence.append(.noValues)
      return
    }
    if !proposeCheck(column), !proposeDate(column), !proposeTruth(column, known) {
      proposeNumber(column, known)
    }
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
      evidence.append(.valid(valid, of: column.values, check: check.name))
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
      evidence.append(.alsoDates)
      return false
    }
    let forms = ColumnEvidence.dateForms + ColumnEvidence.timeForms
    let used = forms.indices.filter { column.dates[$0] > 0 }
      .sorted { (column.dates[$0], $1) > (column.dates[$1], $0) }
    type = used.contains { $0 >= days } ? .datetime : .date
    formats = used.map { forms[$0] }
    if type == .datetime { formats += ["%Y-%m-%d"].filter { !formats.contains($0) } }
    for index in used { evidence.append(.inForm(forms[index], column.dates[index])) }
    if column.dateCells > 0 { evidence.append(.dateCells(column.dateCells)) }
    if dated < column.values { evidence.append(.notDates(column.values - dated)) }
    return true
  }

  /// The pairs of texts for true and false that are known without asking.
  private static let truthTexts = [
    ("true", "false"), ("yes", "no"), ("y", "n"), ("t", "f"), ("是", "否"), ("√", "×"),
  ]

  /// Truth values: truth cells, or both texts of a known pair and no other.
  private mutating func proposeTruth(_ column: ColumnEvidence, _ known: ManifestField?) -> Bool {
    guard known?.type != .string else { return false }
    if column.truthCells == column.values {
      type = .boolean
      return true
    }
    guard column.list.count == 2, !column.isListFull else { return false }
    let found = column.list.keys.sorted()
    for (yes, no) in Self.truthTexts {
      guard let first = found.first(where: { $0.lowercased() == yes }),
        let second = found.first(where: { $0.lowercased() == no })
      else { continue }
      type = .boolean
      truths = (first, second)
      evidence.append(
        .distinct(
          [first, second].map { .init(text: $0, count: column.list[$0] ?? 0) }, count: 2))
      return true
    }
    return false
  }

  private mutating func proposeNumber(_ column: ColumnEvidence, _ known: ManifestField?) {
    guard column.numbers > 0 else { return }
    if column.leadingZeros > 0 {
      evidence.append(.leadingZeros(column.leadingZeros, of: column.values))
      return
    }
    if column.lostNumbers > 0 {
      evidence.append(.lostDigits(column.lostNumbers))
    }
    guard column.longNumbers == 0, column.lostNumbers == 0 else {
      if column.longNumbers > 0 {
        evidence.append(.longNumbers(column.longNumbers))
      }
      return
    }
    let others = column.values - column.numbers
    if others > 0, others * 100 <= column.values * 5 {
      evidence.append(.notNumbers(others, of: column.values))
    }
    // Whole numbers may be codes, of which the others are part; of measures a few are broken.
    let isMeasure = column.integers < column.numbers || Self.isCoordinateHeading(heading)
    guard others == 0 || isMeasure && others * 100 <= column.values else { return }
    if known?.type == .string || Self.isCodeHeading(heading) {
      evidence.append(.numbersThatName)
      return
    }
    type = column.integers == column.values && others == 0 ? .integer : .number
    if column.grouped > 0 {
      groupCharacter = ","
      evidence.append(.grouped(column.grouped))
    }
    hasThreePlaces = column.threePlaces > 1 && column.threePlaces == column.numbers
    if let range = column.range {
      evidence.append(.range(Self.plain(range.lowerBound), Self.plain(range.upperBound)))
    }
  }

  private mutating func describe(_ column: ColumnEvidence, _ rows: Int) {
    if isUnique { evidence.append(.allDifferent) }
    if column.empty > 0 { evidence.append(.empty(column.empty, rows: rows)) }
    for (text, count) in column.missing.sorted(by: { $0.key < $1.key }) {
      evidence.append(.missing(text, count))
    }
    if type == .string, check == nil, !isUnique, !column.isListFull,
      column.list.count * 4 <= column.values, sensitivity == .none
    {
      let shown = column.list.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(12)
      evidence.append(
        .distinct(
          shown.map { .init(text: String($0.key.prefix(20)), count: $0.value) },
          count: column.list.count))
    }
    if type == .string { evidence.append(.longest(column.longest)) }
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

  private static func isCoordinateHeading(_ heading: String) -> Bool {
    let lower = heading.lowercased()
    return ["经度", "纬度", "lon", "lat", "lng"].contains { lower.contains($0) }
      || ["x", "y"].contains(lower)
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
    // YAML reads the word as no value.
    return Manifest.reservedNames.contains(name) || name == "null" ? name + "_1" : name
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }
}
