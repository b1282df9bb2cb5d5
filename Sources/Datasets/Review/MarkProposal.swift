/// A field that looks as if it had something of a person and says nothing of it: a proposal, since only whoever knows
/// the data can tell.
package struct MarkProposal: Hashable, Sendable {
  /// The manifest.
  package let path: String
  package let field: String
  /// What the field seems to hold.
  package let holds: PersonalKind
  /// What it was seen by.
  package let reason: MarkReason

  /// The proposals for a manifest, in the order of its fields.
  ///
  /// Left out are fields that say what they are (`sensitive`, also `none`), codes, lists and truth values, what is
  /// sealed as a position, and what a check shows to be personal, which is an error already.
  static func all(for manifest: Manifest) -> [MarkProposal] {
    let level = manifest.sensitivityLevel ?? 0
    let sealed = Set(manifest.sealedNames)
    return manifest.fields.compactMap { field in
      guard !field.isSensitivityStated, !sealed.contains(field.name), field.type != .boolean,
        field.codeTable == nil, field.constraints.allowed.isEmpty,
        !field.checks.contains(where: \.isPersonal)
      else { return nil }
      for rule in MarkRule.all {
        guard let reason = rule.reason(for: field, level: level) else { continue }
        return MarkProposal(
          path: manifest.path, field: field.name, holds: rule.holds, reason: reason)
      }
      return nil
    }
  }
}

/// What of a person a field may hold; the raw value is its name in JSON.
package enum PersonalKind: String, Hashable, Sendable, CaseIterable, Codable {
  /// A number or document by which somebody is known.
  case identity
  case phone, name, address
  case birthDate = "birth_date"
  /// A number of an account or a card.
  case account
  case vehicle, position
  /// A number of a document of somebody: a certificate, a contract.
  case document
  /// A number of a family, a household or its meter.
  case household
}

/// What a field was seen by.
package enum MarkReason: Hashable, Sendable {
  /// It has the check.
  case check(String)
  /// Its name or title has the word.
  case word(String)
  /// One of its other titles has the part.
  case title(String, part: String)
}
