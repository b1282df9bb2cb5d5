import GRDB
import Time

/// What changed the store, in the order in which it happened: the table `operation`.
///
/// The number counts, the moment does not: a machine's clock may go back. Whatever asks which of two
/// things came first compares these numbers. Each is written in the transaction of the change itself,
/// so that a number that can be seen is one whose change can be seen, and none is given twice.
package enum OperationKind: String, Sendable, CaseIterable {
  /// A batch of a file was published.
  case importing = "import"
  /// A batch of refused rows was published.
  case replay
  /// A batch was taken back.
  case rollback
  /// What an interrupted load had staged was thrown away.
  case discardStage = "discard-stage"
  /// Refused rows were given up.
  case discardRows = "discard-rows"
  /// A generation became active.
  case activation
  /// A generation is to become active later, or no longer.
  case schedule
  /// A draft of boundaries was given up.
  case setAside = "set-aside"
  /// Rows or reports were attached to another generation.
  case attach
  /// A report was received.
  case report
  case addNet = "add-net"
  case changeNet = "change-net"
  /// A gap of the boundaries was accepted as one, or no longer.
  case acceptGap = "accept-gap"
  case dropGap = "drop-gap"
  /// Personal values were read unmasked, with a purpose.
  case unmaskedRead = "unmasked-read"
  /// The store was given a key.
  case seal
  /// A version of the key began to seal, or the versions before it are gone.
  case rotateKey = "rotate-key"
  /// The ring of keys was wrapped by another master key.
  case rewrapKey = "rewrap-key"
  /// A version of the register of addresses was made.
  case loadAddresses = "load-addresses"
  /// The subjects of a kind were assembled.
  case assembleSubjects = "assemble-subjects"
  /// An item of the review queue was decided, or a decision taken back.
  case decideReview = "decide-review"
  case undoDecision = "undo-decision"
  /// What cells have was counted.
  case countProfile = "count-profile"
  /// Homes were judged by their use.
  case judgeUse = "judge-use"
  /// What came of a visit was noted.
  case decideUse = "decide-use"
}

/// The table `operation` of a store.
struct OperationLog {
  private let db: Database
  private let clock: Clock

  init(_ db: Database, _ clock: Clock) {
    (self.db, self.clock) = (db, clock)
  }

  /// Notes that something happened, as a part of the transaction that does it.
  ///
  /// - Parameter object: what it was done to, such as `batch/12`.
  /// - Returns: its number, greater than all before it.
  @discardableResult
  func note(_ kind: OperationKind, _ object: String) throws -> Int64 {
    let row = try RawStatement(
      keptBy: db, "INSERT INTO operation (at, kind, object) VALUES (?, ?, ?)")
    row.bind(clock.now().text, 1)
    row.bind(kind.rawValue, 2)
    row.bind(object, 3)
    try row.run()
    return db.lastInsertedRowID
  }
}

extension StoreTransaction {
  /// Notes that something happened, in this transaction.
  ///
  /// - Parameter object: what it was done to, such as `batch/12`.
  /// - Returns: its number, greater than all before it.
  @discardableResult
  package func note(_ kind: OperationKind, _ object: String) throws -> Int64 {
    try OperationLog(db, store.clock).note(kind, object)
  }

  /// Notes that personal values were read unmasked, as a part of this transaction.
  ///
  /// - Parameters:
  ///   - object: what was read, such as `quarantine/batch/12`.
  ///   - rows: how many rows.
  ///   - purpose: what for, in the words of who read.
  package func noteRead(of object: String, rows: Int, purpose: String) throws {
    try db.execute(
      sql: "INSERT INTO operation (at, kind, object, rows, purpose) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        store.clock.now().text, OperationKind.unmaskedRead.rawValue, object, rows, purpose,
      ])
  }

  /// The number of the last operation, 0 where there is none.
  package func lastOperation() throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT max(id) FROM operation") ?? 0
  }
}
