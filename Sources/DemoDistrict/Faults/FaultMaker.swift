import Datasets
import DemoTruth
import Geometry
import Tabular

/// Puts faults into rows, and says what becomes of each row.
///
/// Nothing here asks the importer: a fault is made so that its consequence is known.
struct FaultMaker {
  var maker: RowMaker
  let styles: [CellStyle]
  let form: FileForm
  /// The fields that a department may mask.
  private let masking: [Int]
  /// The fields of resident IDs in which a department may have the number of another paper.
  private let papers: [Int]
  /// The fields of resident IDs in which a department may have an old number.
  private let numbers: [Int]

  init(maker: RowMaker, styles: [CellStyle], form: FileForm) {
    (self.maker, self.styles, self.form) = (maker, styles, form)
    let fields = maker.manifest.fields
    masking = fields.indices.filter { fields[$0].masked == .allow }
    numbers = fields.indices.filter { index in
      fields[index].checks.contains { $0.name == "cn.resident-id" }
    }
    papers = numbers.filter { fields[$0].severity != .error }
  }

  var manifest: Manifest { maker.manifest }

  /// The cells of a good row.
  func cells(_ row: DemoRow, _ draw: inout Draw) -> [TableCell] {
    var cells: [TableCell] = []
    cells.reserveCapacity(row.values.count + 1)
    for (value, style) in zip(row.values, styles) { cells.append(style.cell(value, &draw)) }
    return cells
  }

  /// What becomes of a good row.
  func outcome(of row: DemoRow) -> RowOutcome {
    var outcome = RowOutcome(unit: unit(of: row))
    // Departments mask numbers themselves.
    for index in masking where isMasked(row.values[index]) { outcome.remarks.append("masked") }
    // Who has no resident ID is known by another paper, where the field takes one.
    for index in papers where isOtherPaper(row.values[index]) {
      outcome.remarks.append("resident-id-form")
    }
    for index in numbers where isOldNumber(row.values[index]) {
      outcome.remarks.append("resident-id-legacy")
    }
    return outcome
  }

  /// Whether a value has a remark as it is, so that no fault is put into it.
  private func hasRemark(_ value: DemoValue, _ field: Int) -> Bool {
    isMasked(value) || (papers.contains(field) && isOtherPaper(value))
      || (numbers.contains(field) && isOldNumber(value))
  }

  private func isOldNumber(_ value: DemoValue) -> Bool {
    guard case .text(let text) = value, text.utf8.count == 15 else { return false }
    return text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
  }

  private func isOtherPaper(_ value: DemoValue) -> Bool {
    guard case .text(let text) = value, !isMasked(value) else { return false }
    return text.utf8.count != 18 && text.utf8.count != 15
  }

  private func isMasked(_ value: DemoValue) -> Bool {
    if case .text(let text) = value { text.utf8.contains(UInt8(ascii: "*")) } else { false }
  }

  /// The code that the first of the location rules that gives a place attaches the row to.
  func unit(of row: DemoRow, hasPosition: Bool = true, lost: Int? = nil) -> String? {
    for location in manifest.locations {
      switch location {
      case .coordinates, .geometry:
        if hasPosition, row.isPlaced { return maker.view.shared.ground.grids[row.cell].code }
      case .grid(let field, let name):
        let isLost = lost.map { manifest.fields[$0].name == field } ?? false
        if !isLost, let level = DivisionLevel(rawValue: name),
          let code = maker.unit(of: row, field: field, level)
        {
          return code
        }
      case .none, .undecided, .address: continue
      }
    }
    return nil
  }

  /// Puts a fault into a row, besides what it has.
  ///
  /// - Returns: false where the row is not one that can have it; nothing is changed then.
  func apply(
    _ fault: Fault, to row: inout DemoRow, _ cells: inout [TableCell],
    _ outcome: inout RowOutcome, _ draw: inout Draw
  ) -> Bool {
    if fault.field >= 0, hasRemark(row.values[fault.field], fault.field) { return false }
    if papers.contains(fault.field), isOtherPaper(row.values[fault.field]) { return false }
    return switch fault.kind {
    case .shortRow, .longRow, .blankRow: shape(fault.kind, &cells, &outcome)
    case .coordinateZero, .coordinateFar, .coordinateSwapped, .coordinateMissing,
      .coordinateOutside, .unitUnknown:
      displace(fault, row, &cells, &outcome)
    case .shapeMissing, .shapeZero, .shapeFar, .shapeOutside:
      reshape(fault.kind, &row, &outcome)
    case .residentCheck, .residentMasked, .residentLegacy, .residentLower, .precisionLost,
      .creditCheck, .badMobile:
      spoilNumber(fault, &cells, &outcome, &draw)
    default: spoil(fault, row, &cells, &outcome, &draw)
    }
  }

  /// Changes a text of a row whose key another row has.
  ///
  /// - Returns: the field of the text; nil where the row has none that may be changed.
  func alter(_ cells: inout [TableCell], to text: String) -> Int? {
    guard let free = freeText else { return nil }
    cells[free] = .text(text)
    return free
  }

  /// A field for any text; nil where there is none.
  var freeText: Int? {
    manifest.fields.indices.first { index in
      let field = manifest.fields[index]
      let rules = field.constraints
      return field.type == .string && !maker.isFixed(index) && field.checks.isEmpty
        && field.codeTable == nil && rules.allowed.isEmpty && rules.pattern == nil
        && (rules.maximumLength ?? 99) >= 8 && (rules.minimumLength ?? 0) <= 4
        && !manifest.partition.contains(field.name)
        && !manifest.hashExclusions.contains(field.name)
    }
  }

  /// Adds what fails a check, a code or a constraint: a reason, or a remark where the field says
  /// that it is no error.
  func note(_ code: String, field: Int, _ outcome: inout RowOutcome) {
    if manifest.fields[field].severity == .error {
      outcome.reasons.append(code)
      outcome.unit = nil
    } else {
      outcome.remarks.append(code)
    }
  }

  func refuse(_ code: String, _ outcome: inout RowOutcome) {
    outcome.reasons.append(code)
    outcome.unit = nil
  }

  private func shape(
    _ kind: FaultKind, _ cells: inout [TableCell], _ outcome: inout RowOutcome
  ) -> Bool {
    switch kind {
    case .shortRow:
      cells.removeLast()
      refuse("fields-missing", &outcome)
    case .longRow:
      cells.append(.text("多出的一列"))
      refuse("fields-extra", &outcome)
    default:
      for index in cells.indices { cells[index] = .empty }
      outcome = RowOutcome(isBlank: true)
    }
    return true
  }
}
