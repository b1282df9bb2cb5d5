import Access
import Foundation
import GRDB

/// What of a report a sealed store keeps sealed, together in `report_private.sealed`: all that is in the sender's
/// words, how the sender can be reached, what the files are called, and the digest by which a report that is sent
/// again is known, since words that are guessed could be proved by it.
///
/// A store that is not sealed has them in their own columns.
struct SealedReport {
  var personal = ReportPrivate()
  var description: String?
  var requestHash: String?
  /// By the numbers of the files.
  var fileNames: [Int: String] = [:]

  private static let table = "report_private"
  private static let fileName = "file/"

  private static func place(_ report: Int64) -> SealPlace { SealPlace(table: table, row: report) }

  var isEmpty: Bool {
    personal.isEmpty && description == nil && requestHash == nil && fileNames.isEmpty
  }

  /// Whether a report `r` with what is personal in it, `p`, has any of it in the clear.
  static let isClear = """
    (p.address IS NOT NULL OR p.contact IS NOT NULL OR r.description IS NOT NULL
      OR r.request_hash IS NOT NULL OR EXISTS (SELECT 1 FROM report_attachment AS a
        WHERE a.report_id = r.id AND a.name IS NOT NULL))
    """

  /// Reports `r`, each with what is personal in it.
  static let reports = "report AS r LEFT JOIN report_private AS p ON p.report_id = r.id"

  /// Opens what was sealed for a report.
  ///
  /// - Throws: `SealFault`.
  static func open(_ sealed: Data, ofReport report: Int64, _ sealer: Sealer) throws -> SealedReport
  {
    let name = "\(report)"
    let bytes = try sealer.open(sealed, at: place(report), table: table, row: name)
    guard let values = try? SealedValues(bytes) else {
      throw SealFault.changed(table: table, row: name)
    }
    var opened = SealedReport()
    for (name, value) in values.columns {
      guard case .text(let text) = value else { continue }
      switch name {
      case "address": opened.personal.address = text
      case "contact": opened.personal.contact = text
      case "description": opened.description = text
      case "request_hash": opened.requestHash = text
      default:
        guard name.hasPrefix(fileName), let number = Int(name.dropFirst(fileName.count)) else {
          continue
        }
        opened.fileNames[number] = text
      }
    }
    return opened
  }

  /// That of a report, from wherever it lies: sealed, in the clear, or in part either.
  ///
  /// - Parameter sealer: what opens it; asked only where something is sealed.
  static func read(
    ofReport report: Int64, _ sealer: () throws -> Sealer?, _ db: Database
  ) throws -> SealedReport {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT p.address, p.contact, r.description, r.request_hash, p.sealed FROM \(reports)
          WHERE r.id = ?
          """, arguments: [report])
    else { return SealedReport() }
    var whole = SealedReport()
    if let sealed = row["sealed"] as Data? {
      guard let sealer = try sealer() else {
        throw SealFault.changed(table: table, row: "\(report)")
      }
      whole = try open(sealed, ofReport: report, sealer)
    }
    // What stands in the clear was written later than what is sealed.
    whole.personal.address = row["address"] as String? ?? whole.personal.address
    whole.personal.contact = row["contact"] as String? ?? whole.personal.contact
    whole.description = row["description"] as String? ?? whole.description
    whole.requestHash = row["request_hash"] as String? ?? whole.requestHash
    let names = try Row.fetchAll(
      db,
      sql: "SELECT number, name FROM report_attachment WHERE report_id = ? AND name IS NOT NULL",
      arguments: [report])
    for file in names { whole.fileNames[file["number"]] = file["name"] }
    return whole
  }

  /// Keeps it with a report, in the place of what was there.
  ///
  /// - Parameter sealer: nil where the store is not sealed: then only what is personal is kept here.
  func write(ofReport report: Int64, _ sealer: Sealer?, _ db: Database) throws {
    let sealed = try sealer.map { try $0.seal(values.encoded, at: Self.place(report)) }
    try db.cachedStatement(
      sql: """
        INSERT INTO report_private (report_id, address, contact, sealed) VALUES (?, ?, ?, ?)
        ON CONFLICT (report_id) DO UPDATE SET
          address = excluded.address, contact = excluded.contact, sealed = excluded.sealed
        """
    ).execute(
      arguments: [
        report, sealed == nil ? personal.address : nil, sealed == nil ? personal.contact : nil,
        sealed,
      ])
  }

  private var values: SealedValues {
    let texts =
      [
        ("address", personal.address), ("contact", personal.contact), ("description", description),
        ("request_hash", requestHash),
      ] + fileNames.sorted { $0.key < $1.key }.map { ("\(Self.fileName)\($0.key)", $0.value) }
    return SealedValues(
      texts.compactMap { name, text in text.map { (name: name, value: .text($0)) } })
  }

  /// Takes what stands in the clear of a report that is sealed away.
  static func clear(ofReport report: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE report SET description = NULL, request_hash = NULL
        WHERE id = ? AND (description IS NOT NULL OR request_hash IS NOT NULL)
        """
    ).execute(arguments: [report])
    let words = db.changesCount
    try db.cachedStatement(
      sql: "UPDATE report_attachment SET name = NULL WHERE report_id = ? AND name IS NOT NULL"
    ).execute(arguments: [report])
    if words + db.changesCount > 0 { try StoreSeal.noteResidue(db) }
  }

  /// The SQL of the words of a report `t` with what is personal in it, `p`; without the key a statement with it
  /// fails where they are sealed.
  static let words = "\(name)(t.id, p.sealed, t.description)"

  private static let name = "gewu_reported"

  /// `gewu_reported(report, sealed, shown)` in SQL.
  static func function(_ seal: StoreSeal) -> DatabaseFunction {
    DatabaseFunction(name, argumentCount: 3, pure: true) { arguments in
      guard let report = Int64.fromDatabaseValue(arguments[0]),
        let sealed = Data.fromDatabaseValue(arguments[1])
      else { return arguments[2] }
      do {
        let opened = try open(sealed, ofReport: report, seal.knownSealer())
        if arguments[2].isNull { return opened.description }
        return arguments[2]
      } catch let fault as SealFault {
        throw seal.carried(fault)
      }
    }
  }
}

/// What is personal in a report: it is in no list, message, log or export.
package struct ReportPrivate: Sendable, Equatable {
  /// Where it is, in the sender's words.
  package var address: String?
  /// How the sender can be reached.
  package var contact: String?

  package init(address: String? = nil, contact: String? = nil) {
    self.address = address
    self.contact = contact
  }

  var isEmpty: Bool { address == nil && contact == nil }
}
