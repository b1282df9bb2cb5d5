import Foundation

/// Real files, which are no part of the repository: `GEWU_REAL_DATA` names the folder that has them.
enum RealData {
  private static let root: String? = ProcessInfo.processInfo.environment["GEWU_REAL_DATA"]

  /// Whether there are real files; says once that they are left out where there are none.
  static let isPresent: Bool = {
    if root == nil {
      print("skipped: set GEWU_REAL_DATA to the folder of real files to read them too")
    }
    return root != nil
  }()

  static func path(_ name: String) -> String { (root ?? "") + "/" + name }
}
