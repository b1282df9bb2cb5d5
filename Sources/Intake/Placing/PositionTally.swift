import Datasets
import Foundation

/// How many of the first positions of a file are not near the district: far from it, in it only
/// with their ordinates exchanged, or nowhere in the declared reference system.
///
/// Where nearly all do, the reference system is at fault and not the rows.
package struct PositionTally {
  /// The judgement, once enough has been seen.
  package struct Misplaced: Equatable {
    package var positions: Int
    package var astray: Int
    /// The first of them.
    package var example: Example
  }

  /// A row whose position is far from the district.
  package struct Example: Equatable {
    /// Its line, or its row in a sheet, as people see it.
    package var line: Int
    /// The position as the file gives it.
    package var position: String
    /// The rule of place that found it.
    package var rule: Int
  }

  /// With fewer positions than this nothing is judged.
  private static let fewest = 100
  /// More than so many are not looked at.
  private static let most = 1_000
  /// The share, 0…1, from which on the file is at fault.
  package static let tolerableShare = 0.95

  /// Whether further positions are of use.
  package private(set) var isOpen: Bool
  private var positions = 0
  private var astray = 0
  private var example: Example?

  /// Begins to count, or never does.
  package init(isOpen: Bool) { self.isOpen = isOpen }

  /// Takes a position in or near the district into account.
  package mutating func noteNear() {
    positions += 1
    isOpen = positions < Self.most
  }

  /// Takes one far from the district into account; `makeExample` is called for the first.
  package mutating func noteAstray(_ makeExample: () -> Example) {
    if example == nil { example = makeExample() }
    astray += 1
    noteNear()
  }

  /// The judgement where the file is at fault; nil where it is not, or too few positions were seen.
  package func misplaced(isComplete: Bool) -> Misplaced? {
    guard positions >= (isComplete ? Self.fewest : Self.most), let example,
      Double(astray) >= Self.tolerableShare * Double(positions)
    else { return nil }
    return Misplaced(positions: positions, astray: astray, example: example)
  }
}

extension PositionTally.Misplaced: Error {}

/// What is said of a file whose positions nearly all lie far from the district.
package struct MisplacedWords {
  /// In English.
  package let english: String
  /// In Chinese.
  package let chinese: String

  /// - Parameters:
  ///   - system: the reference system that the manifest names; nil for that of the file.
  ///   - best: the reading that puts most of the positions into the district, where one puts half.
  package init(_ misplaced: PositionTally.Misplaced, system: String?, best: CRSShare?) {
    let (astray, positions) = (misplaced.astray, misplaced.positions)
    let example = misplaced.example
    english =
      "\(astray) of the first \(positions) positions are not near the district when read as "
      + "\(system ?? "the file's own reference system") (line \(example.line): \(example.position)); \(Self.english(best)); nothing was changed: "
      + "correct `gewu.location` in the manifest, or load the rows into quarantine with "
      + "--max-errors 100%"
    chinese =
      "按\(system.map { " \($0) " } ?? "文件自带的坐标系")读取时,前 \(positions) 个坐标中有 \(astray) 个"
      + "不在辖区附近(第 \(example.line) 行:\(example.position));\(Self.chinese(best));未作任何改动:"
      + "请更正清单中的 gewu.location,或用 --max-errors 100% 把这些行装入问题数据"
  }

  private static func english(_ best: CRSShare?) -> String {
    guard let best else {
      return "no system tried puts even half of the file's into it: is it another district's file?"
    }
    let exchanged = best.axes == "north-east" ? " with the two ordinates exchanged" : ""
    return String(
      format: "read as %@%@, %.1f%% of the file's lie in it", best.crs, exchanged,
      best.inside * 100)
  }

  private static func chinese(_ best: CRSShare?) -> String {
    guard let best else { return "所试坐标系都不能使一半坐标落在辖区:是否为其他辖区的文件?" }
    let exchanged = best.axes == "north-east" ? "并交换两轴" : ""
    return String(format: "按 %@ %@读取时 %.1f%% 落在辖区", best.crs, exchanged, best.inside * 100)
  }
}
