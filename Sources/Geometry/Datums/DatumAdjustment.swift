/// What somebody knows of the datum of a reference system that no registry says.
///
/// Written behind the name of the system: `+towgs84=dx,dy,dz` or `+towgs84=dx,dy,dz,rx,ry,rz,s`
/// (metres, seconds of arc and millionths, rotations by the position vector, as PROJ and GDAL have
/// them), `+nadgrids=file` (a grid that PROJ reads), and `+accuracy=metres`. The plus signs may be
/// missing, as in a query of HTTP.
public struct DatumAdjustment: Hashable, Sendable {
  /// How positions come from the datum to WGS 84.
  public enum Shift: Hashable, Sendable {
    /// Three translations, or the seven parameters of a similarity.
    case parameters([Double])
    /// The name of a grid of shifts.
    case grid(String)
  }

  /// The way to WGS 84; nil for that of the registry.
  public var shift: Shift?
  /// How far off positions may be, in metres: the accuracy of ``shift``, or what is accepted where
  /// nobody knows it.
  public var accuracy: Double?

  /// The greatest accuracy that can be stated, in metres.
  public static let greatestAccuracy = 10_000.0

  /// Makes one of what is known.
  public init(shift: Shift? = nil, accuracy: Double? = nil) {
    self.shift = shift
    self.accuracy = accuracy
  }

  /// Takes what is said of the datum off the end of a name.
  ///
  /// - Returns: the name before it; nil where something is said twice or is not well formed.
  static func split(_ name: String) -> (base: String, adjustment: DatumAdjustment?)? {
    var rest = name[...]
    var adjustment = DatumAdjustment()
    // A definition of PROJ has shifts of its own, and is left whole but for the accuracy.
    let isProj = name.drop { $0 == "+" || $0.isWhitespace }.hasPrefix("proj=")
    while let word = lastWord(of: rest, among: isProj ? ["accuracy"] : keys) {
      switch word.key {
      case "accuracy":
        guard adjustment.accuracy == nil, let metres = Double(word.value),
          metres > 0, metres <= greatestAccuracy
        else { return nil }
        adjustment.accuracy = metres
      case "towgs84":
        let numbers = word.value.split(separator: ",", omittingEmptySubsequences: false).map {
          Double($0)
        }
        guard adjustment.shift == nil, [3, 7].contains(numbers.count),
          numbers.allSatisfy({ $0?.isFinite ?? false })
        else { return nil }
        adjustment.shift = .parameters(numbers.compactMap(\.self))
      default:
        guard adjustment.shift == nil, !word.value.isEmpty else { return nil }
        adjustment.shift = .grid(word.value)
      }
      rest = rest[..<word.start].dropLast(while: { $0 == "+" || $0.isWhitespace })
    }
    return adjustment.isEmpty ? (name, nil) : (String(rest), adjustment)
  }

  private static let keys = ["towgs84", "nadgrids", "accuracy"]

  /// The `key=value` at the end of a text, behind a blank or a plus sign: callers of HTTP write
  /// `EPSG:4610+accuracy=100` as well.
  private static func lastWord(
    of text: Substring, among keys: [String]
  ) -> (key: String, value: String, start: Substring.Index)? {
    let text = text.dropLast(while: { $0.isWhitespace })
    var start = text.endIndex
    while start > text.startIndex {
      text.formIndex(before: &start)
      let character = text[start]
      if character.isWhitespace { return nil }
      guard let key = keys.first(where: { text[start...].hasPrefix($0 + "=") }),
        start > text.startIndex
      else { continue }
      let before = text[text.index(before: start)]
      guard before == "+" || before.isWhitespace else { continue }
      return (key, String(text[start...].dropFirst(key.count + 1)), start)
    }
    return nil
  }

  private var isEmpty: Bool { shift == nil && accuracy == nil }
}

extension DatumAdjustment: CustomStringConvertible {
  /// As it is read.
  public var description: String {
    [shift?.description, accuracy.map { "+accuracy=\(Self.plain($0))" }]
      .compactMap(\.self).joined(separator: " ")
  }

  fileprivate static func plain(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension DatumAdjustment.Shift: CustomStringConvertible {
  /// The parameter as PROJ writes it.
  public var description: String {
    switch self {
    case .parameters(let numbers):
      "+towgs84=" + numbers.map(DatumAdjustment.plain).joined(separator: ",")
    case .grid(let name): "+nadgrids=\(name)"
    }
  }
}

extension Substring {
  fileprivate func dropLast(while predicate: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, predicate(self[index(before: end)]) { formIndex(before: &end) }
    return self[..<end]
  }
}

extension CRSName {
  /// How far off its positions may be in the eyes of who gave it, in metres; nil where that was not
  /// said.
  public var statedAccuracy: Double? {
    guard case .adjusted(_, let adjustment) = self else { return nil }
    return adjustment.accuracy
  }

  /// The same system, where positions may be so many metres off.
  public func accepting(_ metres: Double) -> CRSName {
    guard case .adjusted(let base, var adjustment) = self else {
      return .adjusted(self, DatumAdjustment(accuracy: metres))
    }
    adjustment.accuracy = metres
    return .adjusted(base, adjustment)
  }

  /// The system without what was said of its accuracy.
  public var withoutAccuracy: CRSName {
    guard case .adjusted(let base, var adjustment) = self else { return self }
    adjustment.accuracy = nil
    return adjustment.shift == nil ? base : .adjusted(base, adjustment)
  }

  /// Whether it names a file, which only who may read files here may ask for.
  public var namesFile: Bool {
    switch self {
    case .epsg, .named: return false
    case .wkt(let text):
      let upper = text.uppercased()
      return ["PROJ4", "PARAMETERFILE", "NADGRIDS"].contains { upper.contains($0) }
    case .proj(let text):
      let keys = text.split(separator: " ").compactMap {
        $0.dropFirst().split(separator: "=").first
      }
      return keys.contains { $0.contains("grids") || $0 == "file" || $0 == "catalog" }
    case .adjusted(let base, let adjustment):
      if case .grid = adjustment.shift { return true }
      return base.namesFile
    }
  }
}
