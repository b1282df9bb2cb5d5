import Datasets

/// What a review of a folder of manifests found; see ``Datasets/ManifestReview``.
package struct ReviewedManifests: Sendable, Encodable {
  /// How many manifests could be read.
  package let count: Int
  /// Whether none has an error.
  package let isClean: Bool
  private let findings: [ManifestFinding]

  package enum CodingKeys: String, CodingKey {
    case count, findings
    case isClean = "clean"
  }

  /// Reviews the manifests below a folder.
  ///
  /// - Throws: `DatasetsError` where there is no such folder.
  package init(path: String) throws {
    let review = try ManifestReview(path: path)
    (count, isClean, findings) = (review.count, review.isClean, review.findings)
  }

  /// The findings, a line each, and how many manifests there are.
  package func text(isChinese: Bool) -> String {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count - errors
    let sum =
      isChinese
      ? "\(count) 份清单,\(errors) 个错误,\(warnings) 个提醒"
      : "\(count) manifests, \(errors) errors, \(warnings) warnings"
    return (findings.map { $0.text(isChinese: isChinese) } + [sum]).joined(separator: "\n")
  }
}
