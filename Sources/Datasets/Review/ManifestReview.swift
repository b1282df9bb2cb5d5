import Foundation
import Tabular

/// Holds all manifests of a folder to the rules, and finds everything at once.
///
/// `ManifestFolder` stops at the first fault, because an import cannot go on; a person who edits
/// manifests wants to see all of them.
package struct ManifestReview: Sendable {
  /// What was found, by file.
  package let findings: [ManifestFinding]
  /// How many manifests were read.
  package let count: Int

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
        manifests.append(try Manifest(path: file))
      } catch let fault as DatasetsError {
        findings.append(
          ManifestFinding(
            path: fault.path, line: fault.line, severity: .error, message: fault.message,
            messageChinese: fault.messageChinese))
      } catch let fault as TabularError {
        findings.append(
          ManifestFinding(
            path: fault.path, severity: .error, message: fault.fact.summary,
            messageChinese: fault.fact.summary))
      }
    }
    count = manifests.count
    for manifest in manifests { findings += Self.review(manifest) }
    findings += Self.reviewTogether(manifests)
    self.findings = findings.sorted { ($0.path, $0.line ?? 0) < ($1.path, $1.line ?? 0) }
  }

  /// What one manifest shows by itself.
  static func review(_ manifest: Manifest) -> [ManifestFinding] {
    var findings: [ManifestFinding] = []
    func find(_ severity: ManifestFinding.Severity, _ message: String, _ chinese: String) {
      findings.append(
        ManifestFinding(
          path: manifest.path, severity: severity, message: message, messageChinese: chinese))
    }
    let words = [manifest.name, manifest.title, manifest.titleChinese].compactMap(\.self)
      .joined(separator: " ").lowercased()
    if let word = refusedWords.first(where: words.contains) {
      find(
        .error, "describes a register that is not kept here (\(word)); remove the manifest",
        "描述了本系统不收录的名册(\(word));请删除该清单")
    }
    if manifest.title == nil || manifest.titleChinese == nil {
      find(.warning, "lacks `title` or `gewu: {title_zh: …}`", "缺少 title 或 gewu 的 title_zh")
    }
    if manifest.department == nil {
      find(.warning, "lacks `gewu: {department: …}`", "缺少 gewu 的 department")
    }
    if manifest.files.isEmpty {
      find(
        .warning, "has no `gewu: {files: […]}`: its files must be named with --dataset",
        "没有 gewu 的 files,导入时需用 --dataset 指定")
    }
    for field in manifest.fields where field.sensitivity == .none {
      guard let check = field.checks.first(where: \.isPersonal) else {
        continue
      }
      find(
        .error,
        "field `\(field.name)` holds what \(check.name) checks and is not protected; add "
          + "`gewu: {sensitive: personal}`",
        "字段 \(field.name) 含有 \(check.name) 所检查的个人信息却未加保护;请加 sensitive: personal")
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
            message:
              "the heading \"\(heading)\" names both `\(other)` and `\(field.name)`; keep it "
              + "in one of them",
            messageChinese: "表头“\(heading)”同时属于 \(other) 和 \(field.name);请只保留一处"))
      }
    }
    return findings
  }

  /// What shows only when manifests are seen side by side.
  static func reviewTogether(_ manifests: [Manifest]) -> [ManifestFinding] {
    var findings: [ManifestFinding] = []
    for (index, manifest) in manifests.enumerated() {
      for other in manifests[..<index] {
        if other.dataset == manifest.dataset {
          findings.append(
            ManifestFinding(
              path: manifest.path, severity: .error,
              message: "describes data set \(manifest.dataset), as \(other.path) does; keep one",
              messageChinese: "与 \(other.path) 描述同一数据资源 \(manifest.dataset);请只保留一个"))
        }
        if let shared = sharedName(manifest, other) {
          findings.append(
            ManifestFinding(
              path: manifest.path, severity: .error,
              message: "a file named «\(shared)» would be one of \(other.path), too; make the "
                + "patterns under `files` differ",
              messageChinese: "文件 \(shared) 也会匹配 \(other.path);请区分 files 中的模式"))
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
