/// The exit codes of the contract.
enum ExitStatus {
  /// Done and clean.
  static let clean: Int32 = 0
  /// Failed; nothing changed unless the message says so.
  static let failed: Int32 = 1
  /// Published, and some rows are quarantined.
  static let quarantined: Int32 = 3
  /// Refused by a threshold or an invalid coverage; nothing changed.
  static let refused: Int32 = 4
  /// There is no store.
  static let noStore: Int32 = 10
  /// Another process writes the store.
  static let locked: Int32 = 11
  /// The command line is not well formed.
  static let usage: Int32 = 64
  /// Interrupted by the user.
  static let interrupted: Int32 = 130
}
