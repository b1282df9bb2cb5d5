import Datasets
import DemoTruth
import Tabular

extension FaultMaker {
  /// Puts a fault into a number of a person or an organisation.
  func spoilNumber(
    _ fault: Fault, _ cells: inout [TableCell], _ outcome: inout RowOutcome, _ draw: inout Draw
  ) -> Bool {
    guard case .text(let text) = cells[fault.field] else { return false }
    let letters = Array(text)
    let field = manifest.fields[fault.field]
    switch fault.kind {
    case .residentCheck:
      guard letters.count == 18 else { return false }
      cells[fault.field] = .text(
        text.dropLast() + Self.other(than: letters[17], of: "0123456789X", &draw))
      note("resident-id-check", field: fault.field, &outcome)
    case .residentMasked:
      guard letters.count == 18, field.severity == .error || field.masked == .allow,
        field.masked == .refuse || !maker.isFixed(fault.field)
      else { return false }
      cells[fault.field] = .text(text.prefix(6) + "********" + text.suffix(4))
      if field.masked == .allow {
        outcome.remarks.append("masked")
      } else {
        refuse("masked", &outcome)
      }
    case .residentLegacy:
      // Serials from 996 on are those of people born before 1900.
      guard letters.count == 18, text.dropFirst(6).hasPrefix("19"),
        let serial = Int(text.dropFirst(14).prefix(3)), serial < 996
      else { return false }
      cells[fault.field] = .text("\(text.prefix(6))\(text.dropFirst(8).dropLast())")
      outcome.remarks.append("resident-id-legacy")
    case .residentLower:
      guard letters.last == "X" else { return false }
      cells[fault.field] = .text(text.dropLast() + "x")
    case .precisionLost:
      guard letters.count == 18, letters.last != "X", field.severity == .error else { return false }
      cells[fault.field] = .number(text)
      refuse("precision-lost", &outcome)
    case .creditCheck:
      guard letters.count == 18 else { return false }
      let alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
      cells[fault.field] = .text(
        text.dropLast() + Self.other(than: letters[17], of: alphabet, &draw))
      note("credit-code-check", field: fault.field, &outcome)
    default:
      cells[fault.field] = .text("1540000")
      note(
        field.checks.contains { $0.name == "cn.mobile" } ? "mobile" : "phone", field: fault.field,
        &outcome)
    }
    return true
  }

  private static func other(
    than letter: Character, of alphabet: String, _ draw: inout Draw
  ) -> String {
    let others = alphabet.filter { $0 != letter }
    return String(draw.pick(Array(others)))
  }
}
