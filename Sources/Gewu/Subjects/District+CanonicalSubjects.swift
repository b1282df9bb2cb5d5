import Datasets
import Subjects
import Tabular
import Warehouse

/// What the subjects of a kind are, in one number: equal where they are.
package struct SubjectDigestLine: Sendable, Equatable, Encodable {
  package var kind: String
  package var subjects: Int
  /// SHA-256 of their canonical form.
  package var digest: String
}

extension District {
  /// The subjects of a kind as the store keeps them, in lines that are the same for the same rows, rules and
  /// decisions, however they got there; see ``CanonicalSubjects``.
  ///
  /// The lines have all values in the clear: they are for comparing, and not to be kept.
  ///
  /// - Parameters:
  ///   - isWhole: whether as assembling all would leave them; the store stays as it is.
  ///   - withKeys: whether what depends on the store's secret is told as well.
  /// - Throws: ``SubjectFault``; `StoreError`, `SealFault`.
  package func canonicalSubjects(
    ofKind kind: String, asWhole isWhole: Bool = false, withKeys: Bool = false, threads: Int = 2
  ) throws -> [String] {
    try canonical(kind, asWhole: isWhole, threads: threads) { file, session, surroundings in
      var blocks: [String] = []
      try CanonicalSubjects(file, session, surroundings, withKeys: withKeys).forEachBlock {
        blocks.append($0.joined(separator: "\n"))
      }
      return blocks.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }

  /// What the subjects of every kind are, in one number each: equal in any two stores with the same rows, rules and
  /// decisions.
  ///
  /// - Parameters: as those of ``canonicalSubjects(ofKind:asWhole:withKeys:threads:)``.
  package func subjectDigests(
    ofKind kind: String? = nil, asWhole isWhole: Bool = false, threads: Int = 2
  ) throws -> [SubjectDigestLine] {
    try check(kind: kind)
    return try subjectKinds().filter { kind == nil || $0.kind == kind }.map { entry in
      try canonical(entry.kind, asWhole: isWhole, threads: threads) {
        file, session, surroundings in
        var (digests, subjects): ([String], Int) = ([], 0)
        try CanonicalSubjects(file, session, surroundings, withKeys: false).forEachBlock { block in
          subjects += block.count > 1 ? 1 : 0
          digests.append(ContentHash.sha256(block.joined(separator: "\n")))
        }
        return SubjectDigestLine(
          kind: entry.kind, subjects: subjects,
          digest: ContentHash.sha256(digests.sorted().joined()))
      }
    }
  }

  private func canonical<Value>(
    _ kind: String, asWhole isWhole: Bool, threads: Int,
    _ read: (SubjectFile, StoreTransaction, SubjectSurroundings) throws -> Value
  ) throws -> Value {
    try check(kind: kind)
    let matching = try matcherIfLoaded()
    let plane = try localPlane()
    guard isWhole else {
      return try store.read {
        try Self.canonical(kind, $0, matching: matching, plane: plane, threads: threads, read)
      }
    }
    var found: Value?
    do {
      try store.withWriterLock {
        try store.write { session in
          found = try Self.canonical(
            kind, session, asWhole: true, matching: matching, plane: plane, threads: threads, read)
          throw TakenBack()
        }
      }
    } catch is TakenBack {
      if let found { return found }
    }
    throw SubjectFault.neverAssembled
  }

  private static func canonical<Value>(
    _ kind: String, _ session: StoreTransaction, asWhole isWhole: Bool = false,
    matching: AddressMatching?, plane: LocalPlane?, threads: Int,
    _ read: (SubjectFile, StoreTransaction, SubjectSurroundings) throws -> Value
  ) throws -> Value {
    guard let entry = try session.subjectKinds().first(where: { $0.kind == kind }) else {
      throw SubjectFault.neverAssembled
    }
    let file = try SubjectFile(yaml: entry.rules, path: "rules of \(kind) (as kept in the store)")
    let surroundings = SubjectSurroundings(
      digest: try session.subjectDigest(), matching: matching, plane: plane, threads: threads)
    if isWhole { _ = try SubjectUpdate(file, session, surroundings).run(isWhole: true) }
    return try read(file, session, surroundings)
  }
}

/// Ends a transaction whose result is wanted and whose writes are not.
private struct TakenBack: Error {}
