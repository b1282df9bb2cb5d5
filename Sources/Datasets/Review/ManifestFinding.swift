package import Tabular

/// Something that a review of manifests found: where it is and what is wrong, in no language.
package struct ManifestFinding: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable, Codable {
    /// The manifest must not be used as it is.
    case error
    /// It works, and should be better.
    case warning
  }

  /// What is wrong.
  package enum Fact: Hashable, Sendable {
    /// It cannot be read.
    case fault(DatasetsError.Fact)
    case file(TabularError)
    /// It describes a register that has no place in this product.
    case refusedRegister(word: String)
    case noTitles
    case noDepartment
    case noFiles
    /// A field holds what says who someone is, and does not say so.
    case unprotected(field: String, check: String)
    /// A heading is a name of two fields.
    case claimedTwice(heading: String, String, String)
    /// A file could be one of another manifest's, too.
    case sharedFile(String, other: String)
  }

  package var path: String
  /// The line, where one is known.
  package var line: Int?
  package var severity: Severity
  package var fact: Fact
}
