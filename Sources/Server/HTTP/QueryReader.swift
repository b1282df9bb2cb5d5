import Geometry
import Gewu
import Hummingbird
import Time

/// Reads the parameters of a question and remembers all that is wrong with them.
///
/// ```swift
/// var query = QueryReader(request, known: ["lon", "lat"])
/// let longitude = query.requiredNumber("lon")
/// try query.check()   // one problem that names every wrong field
/// ```
struct QueryReader {
  private let values: [String: String]
  private(set) var problems: [FieldProblem] = []

  /// Takes the parameters; one that is not `known` or stands twice is a problem,
  /// since a misspelt filter would silently answer another question.
  init(_ request: Request, known: [String]) {
    var values: [String: String] = [:]
    for (key, value) in request.uri.queryParameters {
      let name = String(key)
      if !known.contains(name) {
        problems.append(.unknown(name, known: known))
      } else if values.updateValue(String(value), forKey: name) != nil {
        problems.append(
          FieldProblem(field: name, detail: "is given twice", detailChinese: "重复"))
      }
    }
    self.values = values
  }

  /// The text of a parameter; nil where it is absent or empty.
  func text(_ name: String) -> String? {
    guard let value = values[name], !value.isEmpty else { return nil }
    return value
  }

  /// The text of a parameter that must be there.
  mutating func requiredText(_ name: String) -> String {
    guard let text = text(name) else {
      problems.append(.missing(name))
      return ""
    }
    return text
  }

  /// The number of a parameter that must be there; infinities and `nan` are
  /// numbers here, and answered with `invalid` by the look-up.
  mutating func requiredNumber(_ name: String) -> Double {
    guard let text = text(name) else {
      problems.append(.missing(name))
      return .nan
    }
    guard let number = Double(text) else {
      problems.append(.notANumber(name, text))
      return .nan
    }
    return number
  }

  /// The whole number of a parameter, within `range`, or `standard` where it is absent.
  mutating func integer(_ name: String, in range: ClosedRange<Int>, standard: Int) -> Int {
    guard let text = text(name) else { return standard }
    guard let number = Int(text), range.contains(number) else {
      problems.append(.notInRange(name, range))
      return standard
    }
    return number
  }

  /// Whether a parameter says `true` or `false`; `standard` where it is absent.
  mutating func flag(_ name: String, standard: Bool = false) -> Bool {
    guard let text = text(name) else { return standard }
    guard let value = Bool(text) else {
      problems.append(
        FieldProblem(
          field: name, detail: "must be true or false", detailChinese: "必须是 true 或 false"))
      return standard
    }
    return value
  }

  /// The day of a parameter, `YYYY-MM-DD`; nil where it is absent.
  mutating func day(_ name: String) -> String? {
    guard let text = text(name) else { return nil }
    guard Day(text) != nil else {
      problems.append(.notADate(name, text))
      return nil
    }
    return text
  }

  /// The day (`YYYY-MM-DD`) or the moment (RFC 3339) of a parameter; nil where it is absent.
  mutating func moment(_ name: String) -> String? {
    // A plus sign in a query is read as a blank, which no moment has.
    guard let text = text(name)?.replacing(" ", with: "+") else { return nil }
    guard (try? Moment(text)) != nil else {
      problems.append(.notAMoment(name, text))
      return nil
    }
    return text
  }

  /// The box of `bbox=west,south,east,north` in WGS 84 degrees; nil where it is absent.
  mutating func box(_ name: String = "bbox") -> Box? {
    guard let text = text(name) else { return nil }
    let numbers = text.split(separator: ",").compactMap { Double($0.trimmed) }
    guard
      numbers.count == 4, text.split(separator: ",", omittingEmptySubsequences: false).count == 4,
      numbers.allSatisfy(\.isFinite), numbers[0] <= numbers[2], numbers[1] <= numbers[3]
    else {
      problems.append(
        FieldProblem(
          field: name, detail: "must be west,south,east,north in degrees",
          detailChinese: "必须是 西,南,东,北（度）"))
      return nil
    }
    return Box(minX: numbers[0], minY: numbers[1], maxX: numbers[2], maxY: numbers[3])
  }

  /// Notes a problem that the reader of a parameter found.
  mutating func note(_ problem: FieldProblem) { problems.append(problem) }

  /// Throws one problem with all that was wrong.
  func check() throws {
    guard problems.isEmpty else { throw Problem.invalid(problems) }
  }
}
