import Foundation
import Tabular

/// Checks all manifests of a folder against the rules, and finds everything at once.
///
/// `ManifestFolder` stops at the first fault, because an import cannot go on; a person who edits
/// manifests wants to see all of them.
package struct ManifestReview: Sendable {
  /// What was found, by file.
  package let findings: [ManifestFinding]
  /// How many manifests were read.
  package let count: Int
  /// The fields that look personal and say nothing of it, by file.
  package let proposals: [MarkProposal]

  /// Whether no manifest has an error.
  package var isClean: Bool { !findings.contains { $0.severity == .error } }

  /// Registers that have no place in this product: correctional, psychiatric, drug and HIV ones.
  private static let refusedWords = [
    "社区矫正", "刑满释放", "精神障碍", "精神病", "吸毒", "戒毒", "艾滋", "correctional", "psychiatric",
    "drug user", "hiv",
  ]
  /// Reviews every manifest below a folder.
  ///
  /// - Throws: `DatasetsError` where there is no such folder.
  package init(path: String) throws {
    var findings: [ManifestFinding] = []
    var manifests: [Manifest] = []
    for file in try ManifestFolder.files(below: path) {
      do {
        manifests.append(try file.manifest())
      } catch let fault as DatasetsError {
        findings.append(
          ManifestFinding(
            path: fault.path, line: fault.line, severity: .error, fact: .fault(fault.fact)))
      } catch let fault as TabularError {
        findings.append(
          ManifestFinding(path: fault.path, severity: .error, fact: .file(fault)))
      }
    }
    count = manifests.count
    for manifest in manifests { findings += Self.review(manifest) }
    findings += Self.reviewTogether(manifests)
    self.findings = findings.sorted { ($0.path, $0.line ?? 0) < ($1.path, $1.line ?? 0) }
    proposals = manifests.sorted { $0.path < $1.path }.flatMap(MarkProposal.all)
  }

  /// What one manifest shows by itself.
  static func review(_ manifest: Manifest) -> [ManifestFinding] {
    var findings: [ManifestFinding] = []
    func find(_ severity: ManifestFinding.Severity, _ fact: ManifestFinding.Fact) {
      findings.append(ManifestFinding(path: manifest.path, severity: severity, fact: fact))
    }
    let words = [manifest.name, manifest.title, manifest.titleChinese].compactMap(\.self)
      .joined(separator: " ").lowercased()
    if let word = refusedWords.first(where: words.contains) {
      find(.error, .refusedRegister(word: word))
    }
    if manifest.title == nil || manifest.titleChinese == nil { find(.warning, .noTitles) }
    if manifest.department == nil { find(.warning, .noDepartment) }
    if manifest.files.isEmpty { find(.warning, .noFiles) }
    for field in manifest.fields where field.sensitivity == .none {
      guard let check = field.checks.first(where: \.isPersonal) else { continue }
      find(.error, .unprotected(field: field.name, check: check.name))
    }
    findings += reviewHeadings(manifest)
    return findings
  }

  /// Two fields that one heading could mean.
  private static func reviewHeadings(_ manifest: Manifest) -> [ManifestFinding] {
    var owner: [String: String] = [:]
    var findings: [ManifestFinding] = []
    for field in manifest.fields where field.column == nil {
      for heading in field.normalizedNames.sorted() {
        guard let other = owner.updateValue(field.name, forKey: heading) else { continue }
        findings.append(
          ManifestFinding(
            path: manifest.path, severity: .error,
            fact: .claimedTwice(heading: heading, other, field.name)))
      }
    }
    return findings
  }

  /// What shows only when manifests are seen side by side.
  static func reviewTogether(_ manifests: [Manifest]) -> [ManifestFinding] {
    var findings: [ManifestFinding] = []
    for (index, manifest) in manifests.enumerated() {
      for other in manifests[..<index] {
        if let fault = ManifestFolder.clash(manifest, other) {
          findings.append(
            ManifestFinding(path: manifest.path, severity: .error, fact: .fault(.folder(fault))))
        }
        if let shared = sharedName(manifest, other) {
          findings.append(
            ManifestFinding(
              path: manifest.path, severity: .error,
              fact: .sharedFile(shared, other: other.path)))
        }
      }
    }
    return findings
  }

  /// A file name that two manifests claim.
  private static func sharedName(_ one: Manifest, _ other: Manifest) -> String? {
    for pattern in one.files {
      for another in other.files {
        if let name = Glob.commonName(pattern, another) { return name }
      }
    }
    return nil
  }
}
