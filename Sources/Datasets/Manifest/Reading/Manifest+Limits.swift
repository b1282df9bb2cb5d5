extension Manifest {
  /// Reads what a file may look like at worst.
  mutating func readThresholds(_ node: ManifestNode) throws {
    let limits = try node.members(known: ["maxErrors", "maxErrorRate", "maxShrink"])
    if let errors = limits["maxErrors"] {
      guard let limit = ErrorLimit(try errors.string()) else {
        throw errors.fail("must be a number of rows or a share: 100, 5%", "必须是行数或百分比:100、5%")
      }
      maximumErrors = limit
    }
    maximumErrorRate = try limits["maxErrorRate"].map { try Self.share($0, example: "5%") }
    maximumShrink = try limits["maxShrink"].map { try Self.share($0, example: "40%") }
  }

  private static func share(_ node: ManifestNode, example: String) throws -> Double {
    guard case .share(let share)? = ErrorLimit(try node.string()) else {
      throw node.fail("must be a share such as \(example)", "必须是百分比,如 \(example)")
    }
    return share
  }

  /// Reads how old the latest file may be.
  static func freshness(_ node: ManifestNode) throws -> Freshness {
    let ages = try node.members(known: ["warn", "error"])
    let days = { (item: ManifestNode) throws -> Int in
      guard let days = Freshness.days(try item.string()) else {
        throw item.fail("must be a number of days such as 40d", "必须是天数,如 40d")
      }
      return days
    }
    let rule = Freshness(
      warnAfterDays: try ages["warn"].map(days), failAfterDays: try ages["error"].map(days))
    if let warn = rule.warnAfterDays, let fail = rule.failAfterDays, warn > fail {
      throw node.fail("`warn` must come before `error`", "warn 不能晚于 error")
    }
    return rule
  }

  /// Reads how sensitive a data set is, 1…4.
  static func sensitivityLevel(_ node: ManifestNode) throws -> Int {
    let level = try node.integer(atLeast: 1)
    guard level <= 4 else {
      throw node.fail("must be 1, 2, 3 or 4, the most sensitive", "必须是 1 至 4,4 为最敏感")
    }
    return level
  }
}
