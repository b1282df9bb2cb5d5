import Foundation

/// What must become of all files of a demo district: written beside them as `key.json`.
public struct AnswerKey: Hashable, Sendable, Codable {
  /// The seed of the district.
  public var seed: UInt64
  /// The share of the rows of the whole district, in percent.
  public var rowsPercent: Int
  /// The files by the names of their data sets.
  public var files: [FileKey]

  /// The name of the file.
  public static let fileName = "key.json"

  /// Reads the key of a folder.
  ///
  /// - Throws: `DemoError` where there is none or it is not to be read.
  public init(folder: String) throws {
    let path = "\(folder)/\(Self.fileName)"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DemoError(
        "\(path) is not there; make a district with `gewu demo make \(folder)`",
        "没有 \(path);请先运行 gewu demo make \(folder)")
    }
    do {
      self = try JSONDecoder().decode(AnswerKey.self, from: data)
    } catch {
      throw DemoError(
        "\(path) is not an answer key: \(error); make the district again",
        "\(path) 不是答案文件;请重新生成演示数据")
    }
  }

  init(seed: UInt64, rowsPercent: Int, files: [FileKey]) {
    (self.seed, self.rowsPercent, self.files) = (seed, rowsPercent, files)
  }

  /// Writes the key into a folder, the same bytes for the same key.
  func write(into folder: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let sink = try TextSink(path: "\(folder)/\(Self.fileName)", encoding: nil)
    try sink.write(Array(try encoder.encode(self)) + [0x0A])
    try sink.flush()
  }
}
