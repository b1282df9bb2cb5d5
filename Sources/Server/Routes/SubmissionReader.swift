import Foundation
import Geometry
import Gewu
import Hummingbird
import Tabular
import Words

/// Reads a report from JSON and names everything that is wrong with it at once.
///
/// It knows the forms of members; what they may say, ``Gewu/ReportSubmission`` knows.
struct SubmissionReader {
  /// One member as it stands in the body.
  private enum Member {
    case null
    case text(String)
    /// The digits as they were sent.
    case number(String)
    case attachments([ReportAttachment])
    case other
  }

  private typealias Field = ReportSubmission.TextField

  private var members: [String: Member] = [:]
  private var problems: [FieldProblem] = []

  private static let known =
    Field.allCases.map(\.rawValue) + ["longitude", "latitude", "attachments"]

  private init() {}

  /// Reads the report in `body`.
  ///
  /// - Throws: ``Problem``.
  static func read(_ body: ByteBuffer) throws -> ReportSubmission {
    var reader = SubmissionReader()
    try body.withUnsafeReadableBytes { bytes in
      if let place = UTF8Validation.firstInvalidOffset(in: bytes) {
        throw Problem.badBody(.notUTF8(byte: place))
      }
      do {
        try reader.scan(bytes.bindMemory(to: UInt8.self))
      } catch let error as TabularError {
        throw Problem.badBody(.notJSON(error))
      }
    }
    return try reader.submission()
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var scanner = JSONScanner(bytes, file: "body")
    guard scanner.peek() == UInt8(ascii: "{") else { throw Problem.badBody(.notAnObject) }
    try scanner.object { scanner, name in
      let isTwice = members[name] != nil
      members[name] = try member(name, &scanner)
      if isTwice, problems.allSatisfy({ $0.field != name || $0.detail != FieldWords.twice }) {
        note(name, FieldWords.twice)
      }
    }
    guard scanner.peek() == nil else { throw scanner.unexpected(.end) }
  }

  private mutating func member(_ name: String, _ scanner: inout JSONScanner) throws -> Member {
    switch scanner.peek() {
    case UInt8(ascii: "\""): return .text(try scanner.string())
    case UInt8(ascii: "n"):
      try scanner.literal("null")
      return .null
    case let first? where first == UInt8(ascii: "-") || first &- UInt8(ascii: "0") < 10:
      let start = scanner.offset
      try scanner.skipValue()
      return .number(scanner.text(start..<scanner.offset))
    case UInt8(ascii: "[") where name == "attachments":
      var files: [ReportAttachment] = []
      var number = 0
      try scanner.array { scanner in
        number += 1
        if let file = try attachment(number, &scanner) { files.append(file) }
      }
      return .attachments(files)
    default:
      try scanner.skipValue()
      return .other
    }
  }

  /// Reads one file, its content in Base64 (RFC 4648, section 4); nil where it is none.
  private mutating func attachment(
    _ number: Int, _ scanner: inout JSONScanner
  ) throws -> ReportAttachment? {
    let place = "attachments[\(number)]"
    guard scanner.peek() == UInt8(ascii: "{") else {
      try scanner.skipValue()
      note(place, FieldWords.notAnAttachment)
      return nil
    }
    let known = ["name", "media_type", "content"]
    var texts: [String: String] = [:]
    var isWhole = true
    try scanner.object { scanner, name in
      guard known.contains(name) else {
        try scanner.skipValue()
        note("\(place).\(name)", FieldWords.unknown(known: known))
        isWhole = false
        return
      }
      switch scanner.peek() {
      case UInt8(ascii: "\""):
        if texts.updateValue(try scanner.string(), forKey: name) != nil {
          note("\(place).\(name)", FieldWords.twice)
          isWhole = false
        }
      case UInt8(ascii: "n") where name == "name": try scanner.literal("null")
      default:
        try scanner.skipValue()
        note("\(place).\(name)", FieldWords.notAText)
        isWhole = false
      }
    }
    guard isWhole else { return nil }
    guard let type = texts["media_type"], let text = texts["content"] else {
      note("\(place).\(texts["media_type"] == nil ? "media_type" : "content")", FieldWords.missing)
      return nil
    }
    guard let content = Data(base64Encoded: text) else {
      note("\(place).content", FieldWords.notBase64)
      return nil
    }
    return ReportAttachment(name: texts["name"], mediaType: type, content: content)
  }

  private mutating func submission() throws -> ReportSubmission {
    for name in members.keys.sorted() where !Self.known.contains(name) {
      note(name, FieldWords.unknown(known: Self.known.sorted()))
    }
    let channel = text(.channel)
    if channel == nil, !isFaulty("channel") { note("channel", FieldWords.missing) }
    var submission = ReportSubmission(
      channel: channel ?? "", category: text(.category), description: text(.description),
      crs: crs(), reportedAt: text(.reportedAt), externalID: text(.externalID))
    submission.address = text(.address)
    submission.contact = text(.contact)
    (submission.longitude, submission.longitudeText) = number("longitude")
    (submission.latitude, submission.latitudeText) = number("latitude")
    switch members["attachments"] {
    case nil, .null: break
    case .attachments(let files): submission.attachments = files
    default: note("attachments", FieldWords.notAttachments)
    }
    for fault in submission.faults() where !isFaulty(fault) {
      note(fault.field, fault.detail)
    }
    guard problems.isEmpty else { throw Problem.invalid(problems) }
    return submission
  }

  private func isFaulty(_ name: String) -> Bool { problems.contains { $0.field == name } }

  /// Whether something is said already of the field, or of the other half of a position.
  private func isFaulty(_ fault: ReportFault.Field) -> Bool {
    if case .halfAPosition = fault { return isFaulty("longitude") || isFaulty("latitude") }
    return isFaulty(fault.field)
  }

  private mutating func note(_ name: String, _ detail: Wording) {
    problems.append(FieldProblem(name, detail))
  }

  private mutating func text(_ field: Field) -> String? {
    switch members[field.rawValue] {
    case nil, .null: return nil
    case .text(let text): return text.isBlank ? nil : text
    default:
      note(field.rawValue, FieldWords.notAText(limit: field.limit))
      return nil
    }
  }

  private mutating func crs() -> String? {
    guard let text = text(.crs) else { return nil }
    do {
      if try CRSName(text).namesFile { note("crs", FieldWords.crsNamesFile) }
      return text
    } catch {
      note("crs", FieldWords.unknownCRS(text))
      return nil
    }
  }

  private mutating func number(_ name: String) -> (Double?, String?) {
    switch members[name] {
    case nil, .null: return (nil, nil)
    case .number(let digits): return (Double(digits), digits)
    default:
      note(name, FieldWords.notANumber)
      return (nil, nil)
    }
  }
}
