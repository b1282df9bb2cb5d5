import Foundation

/// Real files beside the checkout, which not every machine has.
enum SharedData {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data").path

  static let isPresent = FileManager.default.fileExists(atPath: root)

  static func path(_ name: String) -> String { root + "/" + name }
}
