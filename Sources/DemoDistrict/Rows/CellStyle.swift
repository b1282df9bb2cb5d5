import Datasets
import DemoTruth
import Foundation
import Tabular
import Time

/// How the values of one field are written in one file.
struct CellStyle {
  let field: ManifestField
  let form: FileForm
  /// The pattern of dates that the file keeps to; nil for ISO 8601.
  let pattern: String?
  /// Whether dates of a workbook are text.
  let isDateText: Bool
  /// The texts that stand for no value.
  let missing: [String]

  init(_ field: ManifestField, manifest: Manifest, form: FileForm, seed: UInt64) {
    self.field = field
    self.form = form
    var draw = Draw(Draw.stream(seed, "style.\(manifest.dataset).\(field.name)"), 0)
    let formats = field.formats.filter { field.type == .date || $0.contains("%S") }
    let usable = formats.isEmpty ? field.formats : formats
    pattern = usable.isEmpty ? nil : draw.below(3) == 0 ? draw.pick(usable) : usable[0]
    isDateText = !form.isWorkbook || draw.below(10) < 3
    missing = (field.missingValues ?? manifest.missingValues).filter { !$0.isEmpty }
  }

  /// The pattern of dates where it leaves a part of them out; nil where nothing is lost.
  var partPattern: String? {
    guard isDateText, let pattern, field.type == .date || field.type == .datetime else {
      return nil
    }
    let hasDay = pattern.contains("%d") || pattern.contains("%F")
    let hasSeconds = pattern.contains("%S") || pattern.contains("%T")
    return hasDay && (hasSeconds || field.type == .date) ? nil : pattern
  }

  /// A value as the file has it.
  func cell(_ value: DemoValue, _ draw: inout Draw) -> TableCell {
    switch value {
    case .none:
      guard form.isText, !missing.isEmpty, draw.below(8) == 0 else { return .empty }
      return .text(draw.pick(missing))
    case .text(let text): return .text(text)
    case .integer(let number): return digits(String(number))
    case .decimal(let text): return digits(text)
    case .boolean(let value):
      return .text((value ? field.trueValues : field.falseValues).first ?? "")
    case .date(let day): return date(day, seconds: nil, pattern: pattern)
    case .moment(let day, let seconds): return date(day, seconds: seconds, pattern: pattern)
    }
  }

  /// A day or moment in another of the field's patterns than the file's own.
  func cell(_ value: DemoValue, otherThan used: String?, _ draw: inout Draw) -> TableCell? {
    let others = field.formats.filter { $0 != used }
    guard !others.isEmpty else { return nil }
    let other = draw.pick(others)
    return switch value {
    case .date(let day): .text(Self.text(day, seconds: 0, other))
    case .moment(let day, let seconds): .text(Self.text(day, seconds: seconds, other))
    default: nil
    }
  }

  private func digits(_ text: String) -> TableCell {
    field.type == .string || form.isText || losesDigits(text) ? .text(text) : .number(text)
  }

  /// Whether a fraction would come back as another: libxlsxwriter writes sixteen digits (93.1 becomes
  /// 93.09999999999999), so such a number is stored as text, as many a cell of an office's workbook is.
  private func losesDigits(_ text: String) -> Bool {
    guard form == .xlsx, text.utf8.contains(UInt8(ascii: ".")), let value = Double(text) else {
      return false
    }
    return Double(String(format: "%.16G", value)) != value
  }

  private func date(_ day: Day, seconds: Int?, pattern: String?) -> TableCell {
    guard field.type == .date || field.type == .datetime else {
      return .text(Digits.padded(day.number, 8))
    }
    if !isDateText {
      return .date(seconds.map { "\(day.text)T\(Self.time($0))" } ?? day.text)
    }
    if let pattern { return .text(Self.text(day, seconds: seconds ?? 0, pattern)) }
    return .text(
      field.type == .date ? day.text : "\(day.text)T\(Self.time(seconds ?? 0))")
  }

  private static func time(_ seconds: Int) -> String {
    "\(Digits.padded(seconds / 3_600, 2)):\(Digits.padded(seconds / 60 % 60, 2)):"
      + Digits.padded(seconds % 60, 2)
  }

  /// A moment in a pattern of strptime.
  static func text(_ day: Day, seconds: Int, _ pattern: String) -> String {
    var text = ""
    var isDirective = false
    for letter in pattern {
      if isDirective {
        text += part(letter, day, seconds)
        isDirective = false
      } else if letter == "%" {
        isDirective = true
      } else {
        text.append(letter)
      }
    }
    return text
  }

  private static func part(_ letter: Character, _ day: Day, _ seconds: Int) -> String {
    switch letter {
    case "Y": Digits.padded(day.year, 4)
    case "y": Digits.padded(day.year % 100, 2)
    case "m": Digits.padded(day.month, 2)
    case "d": Digits.padded(day.day, 2)
    case "H": Digits.padded(seconds / 3_600, 2)
    case "M": Digits.padded(seconds / 60 % 60, 2)
    case "S": Digits.padded(seconds % 60, 2)
    case "F": day.text
    case "T": time(seconds)
    case "z": "+08:00"
    default: String(letter)
    }
  }
}
