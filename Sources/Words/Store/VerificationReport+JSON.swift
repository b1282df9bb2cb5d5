package import Warehouse

/// The JSON of the contract: each finding in both languages, and `clean` beside what it follows
/// from.
extension VerificationReport: Encodable {
  private enum CodingKeys: String, CodingKey {
    case store, clean, checks
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(store, forKey: .store)
    try container.encode(clean, forKey: .clean)
    try container.encode(checks.map(CheckText.init), forKey: .checks)
  }

  private struct CheckText: Encodable {
    let name: String
    let examined: Int
    let problems: [FindingText]
    let more: Int
    let notes: [FindingText]

    init(_ check: Check) {
      (name, examined, more) = (check.subject.rawValue, check.examined, check.more)
      problems = check.problems.map(FindingText.init)
      notes = check.notes.map(FindingText.init)
    }
  }

  private struct FindingText: Encodable {
    let message: String
    let messageChinese: String

    enum CodingKeys: String, CodingKey {
      case message
      case messageChinese = "message_zh"
    }

    init(_ finding: VerificationFinding) {
      (message, messageChinese) = (finding.wording.english, finding.wording.chinese)
    }
  }
}
