/// Why a demo district cannot be made.
package struct DemoError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do.
  package var message: String
  package var messageChinese: String

  package init(_ message: String, _ messageChinese: String) {
    (self.message, self.messageChinese) = (message, messageChinese)
  }

  package var description: String { message }

  static func cannotEncode(_ path: String) -> DemoError {
    DemoError(
      "a text of \(path) cannot be written in its encoding; choose another encoding in its plan",
      "\(path) 中有文字无法以指定编码写入；请更换编码")
  }

  static func unknownEncoding(_ path: String, _ encoding: String) -> DemoError {
    DemoError(
      "\(path): the system's iconv cannot write the encoding '\(encoding)'",
      "\(path)：系统的 iconv 不能写入编码“\(encoding)”")
  }
}
