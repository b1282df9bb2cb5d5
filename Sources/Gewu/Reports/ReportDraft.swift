import Foundation
import Geometry
import Intake
import Projections
import Time
import Warehouse

/// A submission that was checked and attached, ready to be written.
///
/// A class: it goes from thread to thread, and each copy of a record counts two dozen texts up and down.
package final class ReportDraft: Sendable {
  let record: ReportRecord
  let personal: ReportPrivate
  let files: [(record: AttachmentRecord, content: Data)]

  init(
    record: ReportRecord, personal: ReportPrivate,
    files: [(record: AttachmentRecord, content: Data)]
  ) {
    (self.record, self.personal, self.files) = (record, personal, files)
  }

  /// About how many bytes it holds.
  var byteCount: Int {
    files.reduce(1_024 + (record.description?.utf8.count ?? 0)) { $0 + $1.content.count }
  }
}

extension District {
  /// Checks a submission and attaches it to its grid; nothing is written.
  ///
  /// - Throws: ``ReportFault`` with everything that is wrong with the submission; ``IndexFault`` before
  ///   a generation is active.
  package func draft(
    _ submission: ReportSubmission, idempotencyKey: String? = nil
  ) throws -> ReportDraft {
    var faults = submission.faults()
    guard faults.isEmpty else {
      // What else is wrong with the position is said too, where it can be.
      if let locator = try? pointLocator(crs: crs(of: submission)) {
        faults += positionFaults(of: submission, locator)
      }
      throw ReportFault.badFields(faults)
    }
    let crs = try crs(of: submission)
    let locator = try pointLocator(crs: crs)
    faults = positionFaults(of: submission, locator)
    guard faults.isEmpty else { throw ReportFault.badFields(faults) }

    let files = submission.attachments.enumerated().map { index, file in
      (record: file.record(number: index + 1), content: file.content)
    }
    var record = ReportRecord(
      channel: submission.channel, receivedAt: store.clock.now(),
      gridStatus: GridStatus.invalid.rawValue)
    record.idempotencyKey = idempotencyKey
    if idempotencyKey != nil {
      record.requestHash = try submission.digest(of: files.map(\.record))
    }
    record.category = submission.category
    record.description = submission.description
    record.externalID = submission.externalID
    record.reportedAt = submission.reportedAt
    record.generation = locator.generation
    if let longitude = submission.longitude, let latitude = submission.latitude {
      let found = locator.attach(Coordinate(x: longitude, y: latitude))
      (record.x, record.y, record.crs) = (longitude, latitude, crs.description)
      record.givenLongitude = submission.longitudeText ?? "\(longitude)"
      record.givenLatitude = submission.latitudeText ?? "\(latitude)"
      record.givenCRS = submission.crs
      record.gridStatus = found.status.rawValue
      record.gridID = found.cell?.rowID
      record.gridCode = found.cell?.code
      record.gridName = found.cell?.name
      (record.storeX, record.storeY) = (found.position.x, found.position.y)
      // What could not be shown afterwards is not kept.
      _ = try toWGS84().transform(found.position)
    }
    return ReportDraft(
      record: record,
      personal: ReportPrivate(address: submission.address, contact: submission.contact),
      files: files)
  }

  private func crs(of submission: ReportSubmission) throws -> CRSName {
    try submission.crs.map { try CRSName($0) } ?? .wgs84
  }

  /// Why a position is none: exchanged ordinates are told so, whatever else they are.
  ///
  /// A position outside the district is one, however far away it is.
  private func positionFaults(
    of submission: ReportSubmission, _ locator: PointLocator
  ) -> [ReportFault.Field] {
    guard let x = submission.longitude, let y = submission.latitude, x.isFinite, y.isFinite else {
      return []
    }
    let given = Coordinate(x: x, y: y)
    let isPlace = locator.find(given).status != .invalid
    if locator.isExchanged(given) { return [.exchanged] }
    var faults: [ReportFault.Field] = []
    if locator.isGeographic {
      let names = ReportSubmission.position
      // A longitude of up to a turn too much is one.
      if abs(x) > Antimeridian.farthest {
        faults.append(
          .beyond(field: names.longitude, degrees: submission.longitudeText ?? "\(x)", limit: 180))
      }
      if abs(y) > 90 {
        faults.append(
          .beyond(field: names.latitude, degrees: submission.latitudeText ?? "\(y)", limit: 90))
      }
    }
    if faults.isEmpty, !isPlace {
      faults.append(.notInSystem(crs: submission.crs ?? CRSName.wgs84.description))
    }
    return faults
  }
}
