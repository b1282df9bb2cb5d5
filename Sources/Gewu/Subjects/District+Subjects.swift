import Datasets
import Subjects
package import Warehouse

extension District {
  /// The folder of the rules of subjects that come with the program.
  package static var subjectFolder: String? { ResourceFolder().path(of: .subjects) }

  /// Brings persons, households, homes, firms and things up to date with what the data sets say now, all in one
  /// transaction, one kind after the other.
  ///
  /// Only what has changed is assembled again, and the result is that of assembling all; see ``SubjectUpdate``. A
  /// data set that the rules name and that was never imported tells nothing; an address tells nothing where no
  /// register was loaded.
  ///
  /// - Parameters:
  ///   - folder: the folder of the rules, one file a kind.
  ///   - kinds: only these; all for none.
  ///   - isWhole: whether all is assembled, whatever has changed.
  /// - Returns: what was done, a kind each, in the order of their names.
  /// - Throws: `DatasetsError`, `TabularError` where the rules cannot be used; ``SubjectFault``; `StoreError`,
  ///   `SealFault`. Then the subjects are as they were.
  package func assembleSubjects(
    by folder: String? = District.subjectFolder, kinds: [String] = [], isWhole: Bool = false,
    threads: Int = 2
  ) throws -> [SubjectReport] {
    guard let folder else { throw SubjectFault.noRules }
    var files = try SubjectFolder(path: folder).files
    let known = files.map(\.rules.kind)
    for kind in kinds where !known.contains(kind) { throw SubjectFault.noKind(kind, known: known) }
    if !kinds.isEmpty { files.removeAll { !kinds.contains($0.rules.kind) } }
    return try update(files, isWhole: isWhole, threads: threads)
  }

  private func update(
    _ files: [SubjectFile], isWhole: Bool, threads: Int
  ) throws -> [SubjectReport] {
    try store.withWriterLock {
      let matching = try matcherIfLoaded()
      let plane = try localPlane()
      return try store.write { session in
        let surroundings = SubjectSurroundings(
          digest: try session.subjectDigest(makes: true), matching: matching, plane: plane,
          threads: threads)
        return try files.map {
          try SubjectUpdate($0, session, surroundings).run(isWhole: isWhole)
        }
      }
    }
  }

  /// The kinds of subjects that are up to date, and can be kept so by assembling what changes.
  package func currentSubjectKinds() throws -> [String] {
    try store.read { session in
      try session.subjectKinds().filter { kind in
        guard kind.isCurrent else { return false }
        return try session.subjectState(ofKind: kind.kind)?.readings != nil
      }.map(\.kind)
    }
  }

  /// Brings kinds of subjects up to date that something has changed of, by the rules that they were assembled by.
  ///
  /// - Throws: `StoreError`, `SealFault`; the subjects are as they were then.
  package func updateSubjects(kinds: [String], threads: Int = 2) throws -> [SubjectReport] {
    let files = try store.read { session in
      try session.subjectKinds().filter { kinds.contains($0.kind) && !$0.isCurrent }.map {
        try SubjectFile(yaml: $0.rules, path: "rules of \($0.kind) (as kept in the store)")
      }
    }
    return files.isEmpty ? [] : try update(files, isWhole: false, threads: threads)
  }

  /// How many rows have changed since the subjects of each kind were assembled, in the order of their names.
  package func subjectsWaiting() throws -> [(kind: String, rows: Int)] {
    try store.read { try $0.subjectsWaiting() }
  }

  /// What looks addresses up; nil where no register was loaded.
  func matcherIfLoaded() throws -> AddressMatching? {
    guard try store.read({ try $0.registerVersion() }) != nil else { return nil }
    return try addressMatcher()
  }
}

/// The rows of one file that subjects of a kind are assembled from.
package struct SubjectFileRows: Sendable {
  package var dataset: String
  /// Whom or what the rows name in passing; empty for what they are about.
  package var role: String
  /// The path that the file was imported from.
  package var file: String
  /// The bytes of the key of each row's subject, and the data row in the file, from 1.
  package var rows: [(subject: [UInt8], row: Int)]
}

extension District {
  /// The kinds of subjects that were assembled, by their names.
  ///
  /// - Throws: `StoreError`.
  package func assembledKinds() throws -> [String] {
    try store.read { try $0.subjectKinds().map(\.kind) }
  }

  /// The data sets whose rows are about subjects of a kind, not naming them in passing, and may state one of some
  /// attributes, by the rules that come with the program.
  ///
  /// - Parameter attributes: none for any.
  /// - Throws: `DatasetsError`, `TabularError` where the rules cannot be used; ``SubjectFault``.
  package func subjectSources(
    ofKind kind: String, stating attributes: [String]
  ) throws -> Set<String> {
    guard let folder = Self.subjectFolder else { throw SubjectFault.noRules }
    guard
      let rules = try SubjectFolder(path: folder).files.map(\.rules).first(where: {
        $0.kind == kind
      })
    else { return [] }
    let wanted = Set(attributes.compactMap(rules.attribute))
    return Set(
      rules.sources.filter { source in
        !source.dataSet.contains("#")
          && (wanted.isEmpty || source.fields.contains { wanted.contains($0.attribute) })
      }.map(\.dataSet))
  }

  /// The rows that the subjects of a kind were assembled from.
  ///
  /// - Throws: `StoreError`.
  package func subjectMembers(ofKind kind: String) throws -> [SubjectMember] {
    try store.read { try $0.members(ofKind: kind) }
  }

  /// The rows that the subjects of a kind were assembled from, those of one file together.
  ///
  /// - Throws: `StoreError`.
  package func forEachSubjectFile(
    ofKind kind: String, _ body: (SubjectFileRows) throws -> Void
  ) throws {
    try store.read { session in
      try session.forEachSource(ofKind: kind) { members in
        for (file, members) in Dictionary(grouping: members, by: \.file).sorted(by: {
          $0.key < $1.key
        }) {
          guard let first = members.first else { continue }
          try body(
            SubjectFileRows(
              dataset: first.dataset, role: first.role, file: file,
              rows: members.map { ($0.key.bytes, Int($0.fileRow)) }))
        }
      }
    }
  }
}
