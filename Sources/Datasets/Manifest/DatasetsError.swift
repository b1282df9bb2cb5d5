/// A fault in what describes a data set: a manifest or a code table.
///
/// It says where (file, line and place within the manifest), what is wrong and what to do.
package struct DatasetsError: Error, Hashable, Sendable, CustomStringConvertible {
  package let path: String
  /// The line, from 1, where it is known.
  package let line: Int?
  /// The place within the manifest, such as `fields[3].gewu.codes`.
  package let place: String?
  /// What is wrong and what to do, in English.
  package let message: String
  package let messageChinese: String

  package init(
    path: String, line: Int? = nil, place: String? = nil, message: String, messageChinese: String
  ) {
    self.path = path
    self.line = line
    self.place = place
    self.message = message
    self.messageChinese = messageChinese
  }

  /// Where, what and what next, in English.
  package var description: String { "\(location): \(message)" }

  /// Where, what and what next, in Chinese.
  package var descriptionChinese: String { "\(location):\(messageChinese)" }

  private var location: String {
    let lined = line.map { "\(path):\($0)" } ?? path
    return place.map { "\(lined): \($0)" } ?? lined
  }
}
