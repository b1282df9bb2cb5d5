import Projections
import Foundation
import Geometry
import Tabular
import Time
import Warehouse

extension District {
  /// Keeps a report and attaches it to its grid; returns only once it is on disk.
  ///
  /// A report without a position, or outside the district, is kept as well.
  ///
  /// - Parameter idempotencyKey: sending the same report under the same key again
  ///   returns the one that is kept.
  /// - Throws: ``ReportFault`` with everything that is wrong with the submission, or where the key
  ///   was used for another report; ``IndexFault`` before a generation is active; `StoreError` where
  ///   it cannot be written.
  package func receive(
    _ submission: ReportSubmission, idempotencyKey: String? = nil
  ) throws -> ReportReceipt {
    let faults = submission.faults()
    guard faults.isEmpty else { throw ReportFault.badFields(faults) }
    let record = try attached(submission, idempotencyKey: idempotencyKey)
    let (kept, isNew) = try store.write { session in
      if let key = idempotencyKey, let earlier = try session.report(idempotencyKey: key) {
        guard earlier.requestHash == record.requestHash else {
          throw ReportFault.keyUsed(key, report: earlier.id)
        }
        return (earlier, false)
      }
      let id = try session.insert(record)
      return (try session.report(id: id) ?? record, true)
    }
    return ReportReceipt(report: try report(kept), isNew: isNew)
  }

  /// The report of a number.
  ///
  /// - Throws: ``ReportFault`` where there is none.
  package func report(id: Int64) throws -> Report {
    guard let record = try store.read({ try $0.report(id: id) }) else {
      throw ReportFault.noReport(id)
    }
    return try report(record)
  }

  /// The reports that a query asks for, the newest first.
  package func reports(_ query: ReportQuery = ReportQuery()) throws -> [Report] {
    guard 1...ReportQuery.largestLimit ~= query.limit else {
      throw ReportFault.badLimit(query.limit, largest: ReportQuery.largestLimit)
    }
    var filter = ReportFilter(limit: query.limit)
    filter.beforeID = query.beforeID
    filter.channel = query.channel
    filter.category = query.category
    filter.from = try query.from.map { try Moment(startOf: $0, in: store.zone) }
    filter.to = try query.to.map { try Moment($0, in: store.zone) }
    filter.grid = query.grid
    return try store.read { try $0.reports(filter) }.map(report)
  }

  private func attached(
    _ submission: ReportSubmission, idempotencyKey: String?
  ) throws -> ReportRecord {
    let crs = try submission.crs.map { try CRSName($0) } ?? .wgs84
    let locator = try pointLocator(crs: crs)
    var record = ReportRecord(
      channel: submission.channel, receivedAt: store.clock.now(),
      gridStatus: GridStatus.invalid.rawValue)
    record.idempotencyKey = idempotencyKey
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    record.requestHash = ContentHash.sha256(
      String(decoding: try encoder.encode(submission), as: UTF8.self))
    record.category = submission.category
    record.description = submission.description
    record.externalID = submission.externalID
    record.reportedAt = submission.reportedAt
    record.generation = locator.generation
    if let longitude = submission.longitude, let latitude = submission.latitude {
      let found = locator.attach(Coordinate(x: longitude, y: latitude))
      record.x = longitude
      record.y = latitude
      record.crs = crs.description
      record.gridStatus = found.status.rawValue
      record.gridID = found.rowID
      if found.status != .invalid {
        record.storeX = found.position.x
        record.storeY = found.position.y
      }
    }
    return record
  }

  private func report(_ record: ReportRecord) throws -> Report {
    var position: Coordinate?
    if let x = record.storeX, let y = record.storeY {
      position = try CoordinateTransform(approximatelyFrom: crs, to: .wgs84).transform(
        Coordinate(x: x, y: y))
    }
    return Report(
      id: record.id, channel: record.channel, category: record.category,
      description: record.description, longitude: position?.x, latitude: position?.y,
      reportedAt: record.reportedAt, receivedAt: record.receivedAt, externalID: record.externalID,
      status: GridStatus(rawValue: record.gridStatus) ?? .invalid,
      grid: record.gridCode.map { LocateAnswer.Cell(code: $0, name: record.gridName) },
      generation: record.generation)
  }
}
