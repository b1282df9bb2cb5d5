/// What an examination of a store found.
public struct VerificationReport: Hashable, Sendable, Codable {
  /// Something that is not as it must be.
  public struct Problem: Hashable, Sendable, Codable {
    /// What and where, in English.
    public var message: String
    /// The same in Chinese.
    public var messageChinese: String

    /// The names in JSON.
    public enum CodingKeys: String, CodingKey {
      case message
      case messageChinese = "message_zh"
    }
  }

  /// One property that was examined.
  public struct Check: Hashable, Sendable, Codable {
    /// Its name, stable.
    public var name: String
    /// How many things were examined: pages, batches, rows, files, indexes.
    public var examined: Int
    /// What is wrong; the first 100 of them.
    public var problems: [Problem] = []
    /// How many problems were left out of ``problems``.
    public var more = 0
    /// What is worth knowing and no fault.
    public var notes: [Problem] = []
  }

  /// The store.
  public var store: String
  /// Whether nothing is wrong.
  public var clean: Bool { checks.allSatisfy { $0.problems.isEmpty } }
  /// All that was examined, in order.
  public var checks: [Check] = []

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case store, clean, checks
  }

  init(store: String) {
    self.store = store
  }

  /// Writes `clean` beside what it follows from.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(store, forKey: .store)
    try container.encode(clean, forKey: .clean)
    try container.encode(checks, forKey: .checks)
  }

  /// Reads what `encode(to:)` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    store = try container.decode(String.self, forKey: .store)
    checks = try container.decode([Check].self, forKey: .checks)
  }
}

extension VerificationReport.Check {
  /// Most problems of one kind that are listed.
  static let limit = 100

  /// Adds a problem, or counts it where enough are listed.
  mutating func fail(_ message: String, _ chinese: String) {
    guard problems.count < Self.limit else {
      more += 1
      return
    }
    problems.append(.init(message: message, messageChinese: chinese))
  }

  /// Adds a problem where two figures differ.
  mutating func expect(
    _ found: Int, _ wanted: Int, _ what: String, _ chinese: String
  ) {
    guard found != wanted else { return }
    fail("\(what): \(found), but \(wanted) by the batch", "\(chinese):\(found),而批次记录为 \(wanted)")
  }
}
