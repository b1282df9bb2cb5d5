import Datasets
package import Gewu

extension ReviewedManifests {
  /// The findings, a line each, and how many manifests there are.
  package var summary: Wording {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count - errors
    let sum = Wording(
      "\(count) manifests, \(errors) errors, \(warnings) warnings",
      "\(count) 份清单，\(errors) 个错误，\(warnings) 个提醒")
    return (findings.map(\.sentence) + [sum]).lines()
  }
}

extension ManifestFinding {
  /// The place, how serious it is, and what is wrong.
  fileprivate var sentence: Wording {
    let place = line.map { "\(path):\($0)" } ?? path
    return Wording(
      "\(place): \(severity.rawValue): \(message)", "\(place): \(grade): \(messageChinese)")
  }

  private var grade: String {
    switch severity {
    case .error: "错误"
    case .warning: "提醒"
    }
  }
}
