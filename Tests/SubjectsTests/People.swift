@testable import Subjects

/// Rules, rows and numbers for tests about people.
///
/// No number has a region that exists.
enum People {
  static let attributes: [AttributeDraft] = [
    AttributeDraft("resident_id", kind: "resident-id"),
    AttributeDraft("masked_id", kind: "masked-resident-id"),
    AttributeDraft("document", kind: "code"),
    AttributeDraft("full_name", kind: "name"),
    AttributeDraft("former_name", kind: "name"),
    AttributeDraft("birth_date", kind: "date"),
    AttributeDraft("gender", kind: "code", unknown: ["0", "9"]),
    AttributeDraft("phone", kind: "phone", policy: "all"),
    AttributeDraft("household", kind: "code"),
    AttributeDraft("dwelling", kind: "code"),
    AttributeDraft("student_number", kind: "code"),
    AttributeDraft("marital_status", kind: "code", policy: "newest"),
    AttributeDraft("death_date", kind: "date"),
    AttributeDraft("level", kind: "text"),
    AttributeDraft("arrived", kind: "date"),
    AttributeDraft("division", kind: "code"),
    AttributeDraft("birth_of_id", kind: "date", derivation: .init("birth", from: ["resident_id"])),
    AttributeDraft(
      "gender_of_id", kind: "code", derivation: .init("gender", from: ["resident_id"])),
    AttributeDraft(
      "known_birth", kind: "date", derivation: .init("first", from: ["birth_of_id", "birth_date"])),
    AttributeDraft("ends", kind: "code", derivation: .init("mask-6-4", from: ["resident_id"])),
    AttributeDraft("masked_ends", kind: "code", derivation: .init("mask-6-4", from: ["masked_id"])),
    AttributeDraft(
      "number_ends", kind: "code", derivation: .init("first", from: ["ends", "masked_ends"])),
  ]

  static let draft: RulesDraft = {
    var draft = RulesDraft(kind: "person")
    draft.attributes = attributes
    let fields = attributes.filter { $0.derivation == nil }.map { FieldDraft($0.name, $0.name) }
    draft.sources = [
      SourceDraft("police", rank: 1, fields: fields, personalKey: "resident_id"),
      SourceDraft("floating", rank: 2, fields: fields),
      SourceDraft("school", rank: 3, fields: fields, personalKey: "student_number"),
      SourceDraft("health", rank: 4, fields: fields, isActivity: true),
    ]
    draft.identity = [
      IdentityDraft(
        "I1", certain: true, equal: ["resident_id"], compatible: "full_name", former: "former_name"),
      IdentityDraft("I2", certain: true, equal: ["document", "known_birth"]),
      IdentityDraft(
        "I3", certain: true, equal: ["full_name", "known_birth"],
        any: ["household", "dwelling", "phone", "number_ends"]),
      IdentityDraft(
        "I3M", certain: true, equal: ["full_name", "number_ends"],
        any: ["household", "dwelling", "phone"]),
      IdentityDraft("I4", certain: false, equal: ["full_name", "known_birth"], unique: true),
      IdentityDraft("I5", certain: false, equal: ["full_name", "phone"]),
    ]
    draft.cannotLink = [
      CannotLinkDraft("C1", differ: ["resident_id"]),
      CannotLinkDraft("C2", differ: ["known_birth"]),
      CannotLinkDraft("C3", differ: ["gender_of_id", "gender"]),
      CannotLinkDraft("C4", personalKey: true, unlessEqual: "resident_id"),
      CannotLinkDraft("C5", differ: ["number_ends"]),
    ]
    draft.keys = ["resident_id"]
    draft.conflicts = [
      ConflictDraft("name", test: "differ", attributes: ["full_name"]),
      ConflictDraft("birth", test: "disagree", attributes: ["birth_of_id", "birth_date"]),
      ConflictDraft("alive-after-death", test: "after", attributes: ["death_date"]),
      ConflictDraft("two-main", test: "two-main", attributes: []),
    ]
    draft.facts = ["police", "floating", "health"].map {
      FactDraft(
        "lives", dataSet: $0, place: "dwelling", division: "division", from: "arrived",
        level: "level", levels: ["room", "building"])
    }
    draft.facts.append(FactDraft("registered", dataSet: "police", place: "household"))
    draft.factsEnd = "death_date"
    return draft
  }()

  /// A resident number of a region that does not exist, born on a day, with an order code.
  static func number(_ birth: String, _ order: Int, region: String = "990101") -> String {
    let order = String(1000 + order).dropFirst()
    let digits = Array((region + birth + order).utf8)
    return String(decoding: digits + [ResidentNumber.check(of: digits)], as: UTF8.self)
  }

  static func assembly(_ draft: RulesDraft = draft) throws -> Assembly {
    Assembly(rules: try SubjectRules(draft), key: key)
  }

  /// A stand-in for the store's keyed digest.
  @Sendable static func key(_ bytes: [UInt8]) -> SubjectKey {
    var (high, low): (UInt64, UInt64) = (1, 2)
    for byte in bytes {
      high = Mixing.add(UInt64(byte), to: high)
      low = Mixing.add(UInt64(byte) ^ 0x5A, to: low)
    }
    return SubjectKey(high: high, low: low)
  }
}

/// One row of a test.
struct TestRow: Hashable {
  var source: String
  var key: String
  var values: [String: String]
  var effective: Int32?
  var loaded: Int32 = 20_000
  var isDeleted = false

  init(
    _ source: String, _ key: String, _ values: [String: String], effective: Int32? = nil,
    isDeleted: Bool = false
  ) {
    (self.source, self.key, self.values) = (source, key, values)
    (self.effective, self.isDeleted) = (effective, isDeleted)
  }

  var address: RowAddress { RowAddress(dataSet: source, key: Array(key.utf8)) }
}

extension Assembly {
  /// Puts rows, fields in the order of the rules.
  mutating func put(_ rows: [TestRow]) throws {
    for row in rows {
      guard let source = rules.source(row.source) else {
        throw AssemblyError.unknownDataSet(row.source)
      }
      var values: [(attribute: Int, text: ArraySlice<UInt8>)] = []
      for (name, text) in row.values {
        guard let attribute = rules.attribute(name) else {
          throw AssemblyError.unknownAttribute(name)
        }
        values.append((attribute, Array(text.utf8)[...]))
      }
      try put(
        source: source, key: row.key.utf8, effectiveOn: row.effective, loadedOn: row.loaded,
        isDeleted: row.isDeleted, values: values.sorted { $0.attribute < $1.attribute })
    }
  }

  /// The keys of the rows of each subject, as `police/1`, in order.
  var membership: [[String]] {
    subjects.map { subject in
      subject.members.map { row in
        let address = table.address(of: row)
        return address.dataSet + "/" + String(decoding: address.key, as: UTF8.self)
      }
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The value of an attribute of the subject of a row.
  func value(_ attribute: String, of row: TestRow) -> String? {
    winners(attribute, of: row).first?.value
  }

  /// All that wins an attribute of the subject of a row.
  func winners(_ attribute: String, of row: TestRow) -> [(value: String, by: Criterion)] {
    guard let subject = subject(of: row.address) else { return [] }
    return subject.winners.filter { rules.attributes[$0.attribute].name == attribute }.map {
      (String(decoding: table.pool[$0.stated], as: UTF8.self), $0.criterion)
    }
  }

  var canonicalText: String { String(decoding: canonicalForm(), as: UTF8.self) }
}

/// People assembled from rows by the test's rules.
func assembled(_ rows: [TestRow], decisions: Set<Decision> = [], draft: RulesDraft = People.draft)
  throws -> Assembly
{
  var assembly = try People.assembly(draft)
  try assembly.put(rows)
  assembly.decide(decisions)
  assembly.assemble()
  return assembly
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Mixing.mix(state)
  }
}
