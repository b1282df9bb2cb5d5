import Glibc

/// Why a demo district cannot be made.
package struct DemoError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do.
  package var message: String
  package var messageChinese: String

  package init(_ message: String, _ messageChinese: String) {
    (self.message, self.messageChinese) = (message, messageChinese)
  }

  package var description: String { message }

  static func cannotWrite(_ path: String, _ code: Int32) -> DemoError {
    let why = String(cString: strerror(code))
    return DemoError(
      "cannot write \(path): \(why); choose another folder or make room",
      "无法写入 \(path):\(why);请更换目录或清理空间")
  }

  static func cannotEncode(_ path: String, _ code: Int32) -> DemoError {
    let why = String(cString: strerror(code))
    return DemoError(
      "cannot write a text of \(path) in its encoding: \(why); choose another encoding in its plan",
      "无法以指定编码写入 \(path):\(why);请更换编码")
  }
}
