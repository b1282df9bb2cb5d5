/// What loading the register of addresses did.
package struct RegisterReport: Sendable, Equatable, Codable {
  /// The version that is current now.
  package var version: Int64
  /// Addresses that were in no version before.
  package var added = 0
  /// Those of which something else is known now.
  package var changed = 0
  /// Those that no source has any more: they are historic now.
  package var ended = 0
  package var unchanged = 0
  /// Other names of roads, estates and villages.
  package var aliases = 0
  /// Rows of the sources that are no address the grammar can read, and were left out.
  package var notRead = 0
  /// Rows with a code that a row before them has; they were left out.
  package var repeated = 0

  package enum CodingKeys: String, CodingKey {
    case version, added, changed, ended, unchanged, aliases, repeated
    case notRead = "not_read"
  }

  package init(version: Int64) { self.version = version }

  /// Whether the version is another one than before.
  package var hasChanges: Bool { added + changed + ended > 0 }
}

/// A version of the register of addresses.
package struct RegisterVersion: Sendable, Equatable {
  package var version: Int64
  /// The name of the grammar that its texts were read by.
  package var grammar: String
  /// The rules that it was made by, as their file has them.
  package var rules: String
}
