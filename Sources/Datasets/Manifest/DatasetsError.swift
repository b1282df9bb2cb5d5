/// A fault in what describes a data set: a manifest or a code table.
///
/// It says where (file, line and place within the manifest), what is wrong and what to do.
public struct DatasetsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// The line, from 1, where it is known.
  public let line: Int?
  /// The place within the manifest, such as `fields[3].gewu.codes`.
  public let place: String?
  /// What is wrong and what to do, in English.
  public let message: String
  /// The same in Chinese.
  public let messageChinese: String

  /// Makes a fault.
  public init(
    path: String, line: Int? = nil, place: String? = nil, message: String, messageChinese: String
  ) {
    self.path = path
    self.line = line
    self.place = place
    self.message = message
    self.messageChinese = messageChinese
  }

  /// Where, what and what next, in English.
  public var description: String { "\(location): \(message)" }

  /// Where, what and what next, in Chinese.
  public var descriptionChinese: String { "\(location):\(messageChinese)" }

  private var location: String {
    let lined = line.map { "\(path):\($0)" } ?? path
    return place.map { "\(lined): \($0)" } ?? lined
  }
}
