import Subjects
package import Warehouse

/// A subject in a list, without any of its values.
package struct SubjectListing: Sendable, Equatable, Encodable {
  package var kind: String
  package var key: String
  package var state: String
  /// How many rows it is made of, and how many data sets they are of.
  package var rows: Int
  package var datasets: Int
}

extension District {
  /// The kinds of subjects that were assembled.
  ///
  /// - Throws: ``SubjectFault/neverAssembled``.
  package func subjectKinds() throws -> [SubjectKindEntry] {
    let kinds = try store.read { try $0.subjectKinds() }
    guard !kinds.isEmpty else { throw SubjectFault.neverAssembled }
    return kinds
  }

  /// The subjects of a kind, or of all, in the order of their keys.
  ///
  /// - Parameter after: only those whose key comes after this one.
  /// - Throws: ``SubjectFault``.
  package func subjects(
    ofKind kind: String? = nil, after: String? = nil, limit: Int = 100
  ) throws -> [SubjectListing] {
    try check(kind: kind)
    let last = try after.map { text in
      guard let key = SubjectKey(text) else { throw SubjectFault.notAKey(text) }
      return key
    }
    return try store.read { session in
      try session.subjects(ofKind: kind, after: last, limit: limit).map {
        SubjectListing(
          kind: $0.kind, key: $0.key.text, state: $0.state.rawValue, rows: $0.rows,
          datasets: $0.datasets)
      }
    }
  }

  /// - Throws: ``SubjectFault`` where nothing was assembled, or no subjects of the kind.
  func check(kind: String?) throws {
    let known = try subjectKinds().map(\.kind)
    if let kind, !known.contains(kind) { throw SubjectFault.noKind(kind, known: known) }
  }
}
