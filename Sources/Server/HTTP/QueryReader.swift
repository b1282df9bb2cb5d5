import Foundation
import Geometry
import Gewu
import Hummingbird
import Time
import Words

/// Reads the parameters of a question and remembers all that is wrong with them.
///
/// ```swift
/// var query = QueryReader(request, known: ["lon", "lat"])
/// let longitude = query.requiredNumber("lon")
/// try query.check()   // one problem that names every wrong field
/// ```
struct QueryReader {
  private let values: [String: [String]]
  private(set) var problems: [FieldProblem] = []

  /// Takes the parameters; one that is not `known` or stands twice is a problem,
  /// since a misspelt filter would silently answer another question.
  ///
  /// A plus sign is a blank, as forms and libraries write it (`%2B` is a plus); SQLite would read a text up to
  /// a NUL only, so that none may be there.
  ///
  /// - Parameter repeatable: those that may stand several times.
  init(_ request: Request, known: [String], repeatable: Set<String> = []) {
    var values: [String: [String]] = [:]
    for parameter in (request.uri.query ?? "").split(separator: "&") {
      let parts = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = Self.decoded(parts[0])
      let value = parts.count > 1 ? Self.decoded(parts[1]) : ""
      if value.utf8.contains(0) {
        problems.append(FieldProblem(name, FieldWords.hasNUL))
      } else if !known.contains(name) {
        problems.append(FieldProblem(name, FieldWords.unknown(known: known)))
      } else if value.isEmpty {
        problems.append(FieldProblem(name, FieldWords.empty))
      } else if values[name] != nil, !repeatable.contains(name) {
        problems.append(FieldProblem(name, FieldWords.twice))
      } else {
        values[name, default: []].append(value)
      }
    }
    self.values = values
  }

  private static func decoded(_ text: Substring) -> String {
    let blank = String(text.replacing("+", with: " "))
    return blank.removingPercentEncoding ?? blank
  }

  /// The text of a parameter; nil where it is absent.
  func text(_ name: String) -> String? { values[name]?.last }

  /// The texts of a parameter that may stand several times, in their order.
  func texts(_ name: String) -> [String] { values[name] ?? [] }

  /// The code in the path.
  mutating func code(of context: BasicRequestContext) -> String {
    let raw = context.parameters.get("code") ?? ""
    let code = raw.removingPercentEncoding ?? raw
    if code.utf8.contains(0) { note("code", FieldWords.hasNUL) }
    return code
  }

  /// The text of a parameter that must be there.
  mutating func requiredText(_ name: String) -> String {
    guard let text = text(name) else {
      noteMissing(name)
      return ""
    }
    return text
  }

  /// Notes that a parameter is not there, unless something else is wrong with it.
  private mutating func noteMissing(_ name: String) {
    if problems.allSatisfy({ $0.field != name }) { note(name, FieldWords.missing) }
  }

  /// The number of a parameter that must be there; infinities and `nan` are
  /// numbers here, and answered with `invalid` by the look-up.
  mutating func requiredNumber(_ name: String) -> Double {
    guard let text = text(name) else {
      noteMissing(name)
      return .nan
    }
    guard let number = Self.number(text) else {
      note(name, FieldWords.notANumber(text))
      return .nan
    }
    return number
  }

  /// A decimal number, an infinity or `nan`: what `Double` reads but for hexadecimal digits.
  private static func number(_ text: some StringProtocol) -> Double? {
    let text = text.trimmed
    return text.utf8.contains { $0 | 0x20 == UInt8(ascii: "x") } ? nil : Double(text)
  }

  /// The whole number of a parameter, within `range`, or `standard` where it is absent.
  mutating func integer(_ name: String, in range: ClosedRange<Int>, standard: Int) -> Int {
    guard let text = text(name) else { return standard }
    guard let number = Int(text), text.first != "+", range.contains(number) else {
      note(name, FieldWords.notInRange(range))
      return standard
    }
    return number
  }

  /// The number from 1 of a batch or a generation; nil where it is absent.
  mutating func number(_ name: String) -> Int64? {
    text(name).map { _ in Int64(integer(name, in: 1...Int.max, standard: 1)) }
  }

  /// Whether a parameter says `true` or `false`; `standard` where it is absent.
  mutating func flag(_ name: String, standard: Bool = false) -> Bool {
    guard let text = text(name) else { return standard }
    guard let value = Bool(text) else {
      note(name, FieldWords.notAFlag)
      return standard
    }
    return value
  }

  /// One of the names of `Choice`; notes a problem that names them all where it is none of them.
  mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ name: String, standard: Choice
  ) -> Choice {
    guard let text = text(name) else { return standard }
    if let choice = Choice(rawValue: text) { return choice }
    note(name, FieldWords.notAChoice(text, of: Choice.allCases.map(\.rawValue)))
    return standard
  }

  /// The day of a parameter, `YYYY-MM-DD`; nil where it is absent.
  mutating func day(_ name: String) -> String? {
    guard let text = text(name) else { return nil }
    guard Day(text) != nil else {
      note(name, FieldWords.notADate(text))
      return nil
    }
    return text
  }

  /// The days of `from` and `to`; one that ends before it begins is a problem, since it would answer
  /// that there is nothing.
  mutating func days() -> (from: String?, to: String?) {
    let (from, to) = (day("from"), day("to"))
    if let from, let to, to < from { note("to", FieldWords.isBefore("from")) }
    return (from, to)
  }

  /// The days or months of `from` and `to`; one that ends before it begins is a problem.
  mutating func daysOrMonths() -> (from: String?, to: String?) {
    let (from, to) = (dayOrMonth("from"), dayOrMonth("to"))
    if let from, let to, from.prefix(to.count) > to.prefix(from.count) {
      note("to", FieldWords.isBefore("from"))
    }
    return (from, to)
  }

  /// The day (`YYYY-MM-DD`) or the month (`YYYY-MM`) of a parameter; nil where it is absent.
  mutating func dayOrMonth(_ name: String) -> String? {
    guard let text = text(name) else { return nil }
    guard Day(text) != nil || Day("\(text)-01") != nil else {
      note(name, FieldWords.notADayOrMonth(text))
      return nil
    }
    return text
  }

  /// The day (`YYYY-MM-DD`) or the moment (RFC 3339) of a parameter; nil where it is absent.
  mutating func moment(_ name: String) -> String? {
    // A plus sign in a query is read as a blank, which no moment has.
    guard let text = text(name)?.replacing(" ", with: "+") else { return nil }
    do {
      _ = try Moment(text, in: .utc)
      return text
    } catch {
      note(name, Words.wording(of: error))
      return nil
    }
  }

  /// The window of `bbox=west,south,east,north` in WGS 84 degrees; nil where it is absent.
  mutating func window(_ name: String = "bbox") -> MapWindow? {
    guard let text = text(name) else { return nil }
    let numbers = text.split(separator: ",").compactMap(Self.number)
    guard
      numbers.count == 4, text.split(separator: ",", omittingEmptySubsequences: false).count == 4,
      let window = MapWindow(
        west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
    else {
      note(name, FieldWords.notABox)
      return nil
    }
    return window
  }

  /// The window of a `bbox` that must be there.
  mutating func requiredWindow(_ name: String = "bbox") -> MapWindow? {
    if text(name) == nil { noteMissing(name) }
    return window(name)
  }

  /// Notes what the reader of a parameter found wrong with it.
  mutating func note(_ name: String, _ detail: Wording) {
    problems.append(FieldProblem(name, detail))
  }

  /// Throws one problem with all that was wrong.
  func check() throws {
    guard problems.isEmpty else { throw Problem.invalid(problems) }
  }
}

extension QueryReader {
  /// The reference system of `crs`; WGS 84 where it is absent.
  mutating func crs(_ name: String = "crs") -> CRSName {
    guard let text = text(name) else { return .wgs84 }
    do {
      let crs = try CRSName(text)
      if crs.namesFile { note(name, FieldWords.crsNamesFile) }
      return crs
    } catch {
      note(name, FieldWords.unknownCRS(text))
      return .wgs84
    }
  }
}
