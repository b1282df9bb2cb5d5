package import Warehouse

extension District {
  /// The refused rows with every reason and as they came, personal values too, in the order of batches
  /// and rows; written down before it returns, see ``ReadPurpose``.
  ///
  /// - Throws: `StoreError`, also of a store that is only read.
  package func unmaskedQuarantinedRows(
    batch: Int64? = nil, dataset: String? = nil, limit: Int = 100, offset: Int = 0,
    for purpose: ReadPurpose
  ) throws -> [QuarantinedRow] {
    let rows = try quarantinedRows(batch: batch, dataset: dataset, limit: limit, offset: offset)
    let selection = QuarantineSelection(batch: batch, dataset: dataset)
    if !rows.isEmpty { try note(purpose, for: [(selection.objectName, rows.count)]) }
    return rows
  }

  /// The refused rows with every reason, in the order of batches and rows.
  ///
  /// Their texts may hold personal data: show them to nobody who gave no purpose.
  ///
  /// - Parameter withText: whether the rows are read as they came; needs the key where they are sealed.
  package func quarantinedRows(
    batch: Int64? = nil, dataset: String? = nil, status: String? = "open", limit: Int = 100,
    offset: Int = 0, withText: Bool = true
  ) throws -> [QuarantinedRow] {
    try store.read {
      try $0.quarantinedRows(
        batch: batch, dataset: dataset, status: status, limit: limit, offset: offset,
        withText: withText)
    }
  }

  /// How many open refused rows there are for each reason, the most frequent first.
  package func quarantineReasons(_ selection: QuarantineSelection) throws -> [ReasonCount] {
    try store.read { session in
      try selection.check(session)
      return try session.reasonCounts(batch: selection.batch, dataset: selection.dataset)
    }
  }

  /// Keeps the templates of what the program says of reasons, for those who read the store by SQL.
  ///
  /// Nothing is written where they are there already.
  package func keep(wordings: [StoredWording]) throws {
    guard try !store.read({ try $0.hasKept(wordings: wordings) }) else { return }
    try store.write { try $0.keep(wordings: wordings) }
  }

  /// Gives refused rows up: they stay, with the reason why nobody will repair them.
  ///
  /// - Parameters:
  ///   - selection: a batch or a data set, all of whose open rows go.
  ///   - reason: why, in the officer's words.
  /// - Returns: how many.
  /// - Throws: ``QuarantineFault`` where none is open, or no reason is given; nothing was changed.
  package func discard(_ selection: QuarantineSelection, reason: String) throws -> Int {
    try Self.checkReason(reason)
    return try store.withWriterLock {
      try store.write { session in
        try selection.check(session)
        let count = try session.discard(
          batch: selection.batch, dataset: selection.dataset, note: reason)
        guard count > 0 else { throw QuarantineFault.nothingOpen(selection) }
        return count
      }
    }
  }

  /// Gives refused rows up by their numbers.
  ///
  /// - Throws: ``QuarantineFault`` where one of them is not open; nothing was changed.
  package func discard(rows numbers: [Int64], reason: String) throws -> Int {
    try Self.checkReason(reason)
    return try store.withWriterLock {
      try store.write { session in
        let closed = try numbers.filter { try !session.isOpen(row: $0) }
        guard closed.isEmpty else { throw QuarantineFault.notOpen(closed) }
        return try session.discard(rows: numbers, note: reason)
      }
    }
  }

  private static func checkReason(_ reason: String) throws {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw QuarantineFault.noReason
    }
  }
}
