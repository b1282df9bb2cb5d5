import Tabular
package import Datasets
package import Gewu

extension ManifestFinding {
  /// What is wrong and what to do.
  package var wording: Wording {
    switch fact {
    case .fault(let fault): fault.wording
    case .file(let error): error.fact.wording
    case .refusedRegister(let word):
      Wording(
        "describes a register that is not kept here (\(word)); remove the manifest",
        "描述了本系统不收录的名册（\(word)）；请删除该清单")
    case .noTitles:
      Wording("lacks `title` or `gewu: {title_zh: …}`", "缺少 title 或 gewu 的 title_zh")
    case .noDepartment: Wording("lacks `gewu: {department: …}`", "缺少 gewu 的 department")
    case .noFiles:
      Wording(
        "has no `gewu: {files: […]}`: whoever imports its files must name the data set",
        "没有 gewu 的 files，导入时需指明数据资源")
    case .unprotected(let field, let check):
      Wording(
        "field `\(field)` holds what \(check) checks and is not protected; add "
          + "`gewu: {sensitive: personal}`",
        "字段 \(field) 含有 \(check) 所检查的个人信息却未加保护；请加 sensitive: personal")
    case .claimedTwice(let heading, let one, let other):
      Wording(
        "the heading \"\(heading)\" names both `\(one)` and `\(other)`; keep it in one of them",
        "表头“\(heading)”同时属于 \(one) 和 \(other)；请只保留一处")
    case .sharedFile(let name, let other):
      Wording(
        "a file named '\(name)' would be one of \(other), too; make the patterns under `files` "
          + "differ",
        "文件 \(name) 也会匹配 \(other)；请区分 files 中的模式")
    }
  }

  /// One line for a person to read.
  package var text: Wording {
    let place = line.map { "\(path):\($0)" } ?? path
    return Wording("\(place): \(severity.rawValue): ", "\(place)：\(grade)：") + wording
  }

  private var grade: String {
    switch severity {
    case .error: "错误"
    case .warning: "提醒"
    }
  }
}

extension ReviewedManifests {
  /// What a machine is told.
  package struct Answer: Encodable {
    let count: Int
    let findings: [Finding]
    let isClean: Bool
    let proposals: [Proposal]

    package enum CodingKeys: String, CodingKey {
      case count, findings, proposals
      case isClean = "clean"
    }

    struct Finding: Encodable {
      let path: String
      let line: Int?
      let severity: ManifestFinding.Severity
      let message: String
      let messageChinese: String

      enum CodingKeys: String, CodingKey {
        case path, line, severity, message
        case messageChinese = "message_zh"
      }
    }

    struct Proposal: Encodable {
      let path: String
      let field: String
      let holds: PersonalKind
      let message: String
      let messageChinese: String

      enum CodingKeys: String, CodingKey {
        case path, field, holds, message
        case messageChinese = "message_zh"
      }
    }
  }

  package var answer: Answer {
    Answer(
      count: count,
      findings: findings.map { finding in
        let wording = finding.wording
        return Answer.Finding(
          path: finding.path, line: finding.line, severity: finding.severity,
          message: wording.english, messageChinese: wording.chinese)
      }, isClean: isClean,
      proposals: proposals.map { proposal in
        let wording = proposal.wording
        return Answer.Proposal(
          path: proposal.path, field: proposal.field, holds: proposal.holds,
          message: wording.english, messageChinese: wording.chinese)
      })
  }
}
