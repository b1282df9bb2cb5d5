import Foundation
import Geometry
import Gewu
import Hummingbird
import Time

/// Reads a report from JSON and names everything that is wrong with it at once.
struct SubmissionReader {
  private let members: [String: JSONValue]
  private var problems: [FieldProblem] = []

  private init(members: [String: JSONValue]) {
    self.members = members
  }

  /// Reads the report in `body`.
  static func read(_ body: ByteBuffer) throws -> ReportSubmission {
    let data = Data(body.readableBytesView)
    guard case .object(let members) = try? JSONDecoder().decode(JSONValue.self, from: data) else {
      throw Problem.badBody("the body is not a JSON object", "正文不是 JSON 对象")
    }
    var reader = SubmissionReader(members: members)
    return try reader.submission()
  }

  private mutating func submission() throws -> ReportSubmission {
    let known = ReportSubmission.CodingKeys.allCases.map(\.rawValue)
    for name in members.keys.sorted() where !known.contains(name) {
      problems.append(.unknown(name, known: known))
    }
    let channel = text(.channel, limit: 64)
    if channel == nil, problems.allSatisfy({ $0.field != "channel" }) {
      problems.append(.missing("channel"))
    }
    let submission = ReportSubmission(
      channel: channel ?? "", category: text(.category, limit: 200),
      description: text(.description, limit: 10_000), longitude: number(.longitude),
      latitude: number(.latitude), crs: crs(), reportedAt: time(.reportedAt),
      externalID: text(.externalID, limit: 200))
    if (submission.longitude == nil) != (submission.latitude == nil),
      !problems.contains(where: { ["longitude", "latitude"].contains($0.field) })
    {
      problems.append(.missing(submission.longitude == nil ? "longitude" : "latitude"))
    }
    guard problems.isEmpty else { throw Problem.invalid(problems) }
    return submission
  }

  private mutating func text(_ key: ReportSubmission.CodingKeys, limit: Int) -> String? {
    switch members[key.rawValue] {
    case nil, .null: return nil
    case .string(let text) where text.trimmed.isEmpty: return nil
    case .string(let text) where text.count <= limit && !text.contains("\0"): return text
    default:
      problems.append(
        FieldProblem(
          field: key.rawValue, detail: "must be a text of at most \(limit) characters",
          detailChinese: "必须是不超过 \(limit) 个字符的文本"))
      return nil
    }
  }

  private mutating func crs() -> String? {
    guard let text = text(.crs, limit: 2_000) else { return nil }
    do {
      _ = try CRSName(text)
      return text
    } catch {
      problems.append(.unknownCRS("crs", error))
      return nil
    }
  }

  private mutating func number(_ key: ReportSubmission.CodingKeys) -> Double? {
    switch members[key.rawValue] {
    case nil, .null: return nil
    case .number(let number): return number
    default:
      problems.append(
        FieldProblem(
          field: key.rawValue, detail: "must be a number", detailChinese: "必须是数字"))
      return nil
    }
  }

  private mutating func time(_ key: ReportSubmission.CodingKeys) -> String? {
    guard let text = text(key, limit: 40) else { return nil }
    guard Moment(rfc3339: text) != nil else {
      problems.append(
        FieldProblem(
          field: key.rawValue,
          detail: "'\(text)' is not a time of RFC 3339, such as 2026-01-31T08:30:00+08:00",
          detailChinese: "“\(text)”不是 RFC 3339 时间，例如 2026-01-31T08:30:00+08:00"))
      return nil
    }
    return text
  }
}
