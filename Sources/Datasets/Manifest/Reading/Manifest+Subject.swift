extension Manifest {
  /// Reads what the rows are about and how their subjects are known again.
  mutating func readSubject(_ own: [String: ManifestNode]) throws {
    if let kind = own["subject"] { subject = try readKind(kind) }
    identity = try own["identity"]?.items().map(reference) ?? []
    if let keys = own["identity"], identity.contains(where: \.isEmpty) {
      throw keys.fail("each key must name a field", "每个标识至少需要一个字段")
    }
    if let map = own["subjectMap"] { subjectMap = try map.members().mapValues(one) }
    for key in ["identity", "subjectMap"] {
      if let node = own[key], subject == nil {
        throw node.fail("needs a `subject`", "需要 subject")
      }
    }
  }

  private func readKind(_ node: ManifestNode) throws -> Subject? {
    if try node.string() == "none" { return nil }
    let subject = try node.choice(Subject.self)
    for name in subject.requiredFields where field(name) == nil {
      throw node.fail(
        "subject `\(subject.rawValue)` needs a field named `\(name)`; add it, with the file's column "
          + "names as its aliases", "主题 \(subject.rawValue) 需要名为 \(name) 的字段;请添加,并把文件的列名写入 aliases")
    }
    guard subject != .report || primaryKey == ["external_id"] else {
      throw node.fail(
        "subject `\(subject.rawValue)` needs `primaryKey: [external_id]`",
        "主题 \(subject.rawValue) 需要 primaryKey: [external_id]")
    }
    return subject
  }
}
