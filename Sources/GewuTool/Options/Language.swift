import ArgumentParser
import Foundation

/// The language that the user's environment asks for.
enum Language {
  /// The languages that there are messages in.
  enum Name: String, ExpressibleByArgument {
    case zh, en
  }

  /// Whether messages that exist in both languages are shown in Chinese (`LC_ALL`, `LC_MESSAGES`,
  /// `LANG`, the first that is set).
  static var isChinese: Bool {
    let environment = ProcessInfo.processInfo.environment
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
    return set.first { !$0.isEmpty }?.hasPrefix("zh") ?? false
  }
}
