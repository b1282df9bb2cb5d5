/// A copy of a store, and what its examination found.
package struct StoreCopy: Sendable {
  /// The size of the copy of the database.
  package let bytes: Int
  /// How many source files came along.
  package let files: Int
  package let fileBytes: Int
  package let verification: VerificationReport

  /// Where the copying is.
  package struct Progress: Sendable {
    package enum Phase: Sendable {
      case copying, archiving, verifying
    }

    package let phase: Phase
    /// Bytes copied.
    package let done: Int
    /// Bytes there are to copy; those of the source files are known once the database is copied.
    package let total: Int
  }
}
