import Datasets
import DemoTruth
import Tabular

extension FaultMaker {
  /// Puts a fault into the value of any other field.
  func spoil(
    _ fault: Fault, _ row: DemoRow, _ cells: inout [TableCell], _ outcome: inout RowOutcome,
    _ draw: inout Draw
  ) -> Bool {
    let at = fault.field
    let field = manifest.fields[at]
    switch fault.kind {
    case .missingRequired:
      cells[at] = .empty
      // A key is required whatever the field says.
      if manifest.primaryKey.contains(field.name) {
        refuse("required", &outcome)
      } else {
        note("required", field: at, &outcome)
      }
    case .nullMarker: cells[at] = .text("\\N")
    case .unknownCode:
      cells[at] = .text("Z?")
      note("code-unknown", field: at, &outcome)
    case .notAllowed:
      cells[at] = .text("未列项")
      note("not-allowed", field: at, &outcome)
    case .badDate, .badNumber, .commaDecimal:
      guard field.severity == .error else { return false }
      cells[at] = .text(
        fault.kind == .badDate ? "去年冬天" : fault.kind == .badNumber ? "若干" : "5,000000")
      refuse("type-\(field.type.rawValue)", &outcome)
    case .cellError:
      guard field.severity == .error, form == .xlsx else { return false }
      cells[at] = .error("#N/A")
      refuse("cell-error", &outcome)
    case .tooLong:
      let most = field.constraints.maximumLength ?? 60
      cells[at] = .text(String(repeating: "长", count: most + 1))
      note("max-length", field: at, &outcome)
    default: return vary(fault, row, &cells, &outcome, &draw)
    }
    return true
  }

  /// Writes a value in another manner that an importer has to understand.
  private func vary(
    _ fault: Fault, _ row: DemoRow, _ cells: inout [TableCell], _ outcome: inout RowOutcome,
    _ draw: inout Draw
  ) -> Bool {
    let at = fault.field
    switch fault.kind {
    case .dateSentinel:
      let rules = manifest.fields[at].constraints
      guard rules.minimum == nil, rules.maximum == nil else { return false }
      cells[at] = .text(
        draw.pick(["9999-12-31", "9999-09-09", "2099-12-31", "1899-12-31", "00:00;00"]))
      outcome.remarks.append("date-sentinel")
    case .otherDateFormat:
      let style = styles[at]
      guard let cell = style.cell(row.values[at], otherThan: style.pattern, &draw) else {
        return false
      }
      cells[at] = cell
    case .label:
      guard case .text(let code) = row.values[at],
        let entry = manifest.fields[at].codeTable?.entries.first(where: { $0.code == code }),
        !entry.label.isEmpty
      else { return false }
      cells[at] = .text(entry.label)
    case .quotedNewline:
      guard case .text(let text) = row.values[at] else { return false }
      let most = manifest.fields[at].constraints.maximumLength ?? 200
      guard text.unicodeScalars.count + 8 <= most else { return false }
      cells[at] = .text("\(text)\n“另附”,见\"附件\"")
    case .wideSpaces:
      guard case .text(let text) = row.values[at], !text.isEmpty else { return false }
      cells[at] = .text("　\(text) ")
    default: return false
    }
    return true
  }
}
