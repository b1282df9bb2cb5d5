package import Datasets

/// What a review of a folder of manifests found; see ``Datasets/ManifestReview``.
package struct ReviewedManifests: Sendable {
  /// How many manifests could be read.
  package let count: Int
  /// Whether none has an error.
  package let isClean: Bool
  package let findings: [ManifestFinding]
  /// The fields that look personal and say nothing of it; no fault.
  package let proposals: [MarkProposal]

  /// Reviews the manifests below a folder.
  ///
  /// - Throws: `DatasetsError` where there is no such folder.
  package init(path: String) throws {
    let review = try ManifestReview(path: path)
    (count, isClean, findings) = (review.count, review.isClean, review.findings)
    proposals = review.proposals
  }
}
