import Geometry
import Gewu
import Hummingbird
import Tabular
import Time
import Words

/// Reads a report from JSON and names everything that is wrong with it at once.
struct SubmissionReader {
  private let members: [String: JSONValue]
  private var problems: [FieldProblem] = []

  private init(members: [String: JSONValue]) {
    self.members = members
  }

  /// Reads the report in `body`.
  static func read(_ body: ByteBuffer) throws -> ReportSubmission {
    guard case .object(let members) = try value(of: Array(body.readableBytesView)) else {
      throw Problem.badBody(.notAnObject)
    }
    var reader = SubmissionReader(members: members)
    return try reader.submission()
  }

  private static func value(of text: [UInt8]) throws -> JSONValue {
    do {
      return try JSONValue(text)
    } catch let fault as JSONValue.Repeated {
      throw Problem.invalid([FieldProblem(fault.name, FieldWords.twice)])
    } catch let fault as TabularError {
      throw Problem.badBody(.notJSON(byte: fault.offset ?? 0))
    }
  }

  private mutating func submission() throws -> ReportSubmission {
    let known = ReportSubmission.CodingKeys.allCases.map(\.rawValue)
    for name in members.keys.sorted() where !known.contains(name) {
      note(name, FieldWords.unknown(known: known))
    }
    let channel = text(.channel, limit: 64)
    if channel == nil, problems.allSatisfy({ $0.field != "channel" }) {
      note("channel", FieldWords.missing)
    }
    let submission = ReportSubmission(
      channel: channel ?? "", category: text(.category, limit: 200),
      description: text(.description, limit: ReportSubmission.longestText),
      longitude: number(.longitude),
      latitude: number(.latitude), crs: crs(), reportedAt: time(.reportedAt),
      externalID: text(.externalID, limit: 200))
    if (submission.longitude == nil) != (submission.latitude == nil),
      !problems.contains(where: { ["longitude", "latitude"].contains($0.field) })
    {
      note(submission.longitude == nil ? "longitude" : "latitude", FieldWords.missing)
    }
    guard problems.isEmpty else { throw Problem.invalid(problems) }
    return submission
  }

  private mutating func note(_ name: String, _ detail: Wording) {
    problems.append(FieldProblem(name, detail))
  }

  private mutating func text(_ key: ReportSubmission.CodingKeys, limit: Int) -> String? {
    switch members[key.rawValue] {
    case nil, .null: return nil
    case .string(let text) where text.trimmed.isEmpty: return nil
    case .string(let text) where text.count <= limit && !text.contains("\0"): return text
    default:
      note(key.rawValue, FieldWords.notAText(limit: limit))
      return nil
    }
  }

  private mutating func crs() -> String? {
    guard let text = text(.crs, limit: 2_000) else { return nil }
    do {
      if try CRSName(text).namesFile { note("crs", FieldWords.crsNamesFile) }
      return text
    } catch {
      note("crs", FieldWords.unknownCRS(text))
      return nil
    }
  }

  private mutating func number(_ key: ReportSubmission.CodingKeys) -> Double? {
    switch members[key.rawValue] {
    case nil, .null: return nil
    case .number(let number): return number
    default:
      note(key.rawValue, FieldWords.notANumber)
      return nil
    }
  }

  private mutating func time(_ key: ReportSubmission.CodingKeys) -> String? {
    guard let text = text(key, limit: 40) else { return nil }
    guard Moment(rfc3339: text) != nil else {
      note(key.rawValue, FieldWords.notATime(text))
      return nil
    }
    return text
  }
}
