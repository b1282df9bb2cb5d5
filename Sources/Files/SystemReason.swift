/// Why a file could not be read or written, as the system or a library has it.
package enum SystemReason: Sendable, Hashable {
  /// The number of an error of the system, its `errno`.
  case system(Int32)
  /// SQLite's primary result code, and what it says in English.
  case sqlite(code: Int32, text: String)
  /// What a library says, in its own language.
  case said(String)
}
