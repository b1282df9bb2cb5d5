import Foundation

/// What is said of a file whose positions nearly all lie far from the district.
struct MisplacedWords {
  /// In English.
  let english: String
  /// In Chinese.
  let chinese: String

  /// - Parameters:
  ///   - system: the reference system that the manifest names; nil for that of the file.
  ///   - best: the reading that puts most of the positions into the district, where one puts half.
  init(_ misplaced: PositionTally.Misplaced, system: String?, best: CrsShare?) {
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

  private static func english(_ best: CrsShare?) -> String {
    guard let best else {
      return "no system tried puts even half of the file's into it: is it another district's file?"
    }
    let exchanged = best.axes == "north-east" ? " with the two ordinates exchanged" : ""
    return String(
      format: "read as %@%@, %.1f%% of the file's lie in it", best.crs, exchanged,
      best.inside * 100)
  }

  private static func chinese(_ best: CrsShare?) -> String {
    guard let best else { return "所试坐标系都不能使一半坐标落在辖区:是否为其他辖区的文件?" }
    let exchanged = best.axes == "north-east" ? "并交换两轴" : ""
    return String(format: "按 %@ %@读取时 %.1f%% 落在辖区", best.crs, exchanged, best.inside * 100)
  }
}
