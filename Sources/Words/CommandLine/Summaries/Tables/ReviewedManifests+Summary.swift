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
    return (findings.map(\.text) + [sum]).lines()
  }
}
