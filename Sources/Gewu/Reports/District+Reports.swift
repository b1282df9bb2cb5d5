import Geometry
import Projections
import Time
import Warehouse

extension District {
  /// Keeps a report and attaches it to its grid; returns only once it is on disk, and holds its thread
  /// until then.
  ///
  /// A report without a position, or outside the district, is kept as well. Those that come at the same
  /// time share a transaction, each kept or not by itself: see ``Warehouse/SharedCommit``.
  ///
  /// - Parameter idempotencyKey: sending the same report under the same key again
  ///   returns the one that is kept.
  /// - Throws: ``ReportFault`` with everything that is wrong with the submission, where the key was used
  ///   for another report, or where too many wait; ``IndexFault`` before a generation is active;
  ///   `StoreError` where it cannot be written.
  package func receive(
    _ submission: ReportSubmission, idempotencyKey: String? = nil
  ) throws -> ReportReceipt {
    let draft = try draft(submission, idempotencyKey: idempotencyKey)
    do {
      return try receipt(
        of: reportWriter.writeAndWait(bytes: draft.byteCount) { try Self.write(draft, $0) })
    } catch is SharedCommit.Full {
      throw ReportFault.tooMany
    }
  }

  /// Writes a report that was checked; returns only once it is on disk, and holds no thread meanwhile.
  ///
  /// - Parameter isWanted: whether anybody still waits for it; asked before it is written.
  /// - Throws: as ``receive(_:idempotencyKey:)``; `CancellationError` where nobody waited.
  package func keep(
    _ draft: ReportDraft, isWanted: @escaping @Sendable () -> Bool = { true }
  ) async throws -> ReportReceipt {
    do {
      return try receipt(
        of: await reportWriter.write(bytes: draft.byteCount, isWanted: isWanted) {
          try Self.write(draft, $0)
        })
    } catch is SharedCommit.Full {
      throw ReportFault.tooMany
    }
  }

  /// Does the same and waits for nothing: `completion` is told what came of it, on the writing thread,
  /// which it must not hold, or on this one where too many wait.
  package func keep(
    _ draft: ReportDraft, isWanted: @escaping @Sendable () -> Bool,
    _ completion: @escaping @Sendable (Result<KeptReport, any Error>) -> Void
  ) {
    reportWriter.write(
      bytes: draft.byteCount, isWanted: isWanted, { try Self.write(draft, $0) }
    ) { outcome in
      completion(outcome.mapError { $0 is SharedCommit.Full ? ReportFault.tooMany : $0 })
    }
  }

  private static func write(
    _ draft: ReportDraft, _ session: StoreTransaction
  ) throws -> KeptReport {
    if let key = draft.record.idempotencyKey,
      var earlier = try session.report(idempotencyKey: key)
    {
      var files = try session.attachments(ofReports: [earlier.id])[earlier.id] ?? []
      try session.open(&earlier, &files)
      guard earlier.requestHash == draft.record.requestHash,
        try session.privateParts(ofReport: earlier.id) == draft.personal
      else { throw ReportFault.keyUsed(key) }
      return .earlier(earlier, files)
    }
    // In the order of their numbers, whoever was attached first.
    let moment = session.now
    let kept = try session.insert(draft.record, at: moment, draft.personal, draft.files)
    return .new(draft, kept.receipt, receivedAt: moment)
  }

  /// What the sender of a report that was kept is answered.
  package func receipt(of kept: KeptReport) throws -> ReportReceipt {
    switch kept {
    case .new(let draft, let receipt, let moment):
      var record = draft.record
      (record.receipt, record.receivedAt) = (receipt, moment)
      return ReportReceipt(report: try report(record, draft.files.map(\.record)), isNew: true)
    case .earlier(let record, let files):
      return ReportReceipt(report: try report(record, files), isNew: false)
    }
  }

  /// How many reports wait to be written.
  package var waitingReports: Int { reportWriter.waiting }

  /// Has `observer` told of each transaction that wrote reports: of how many, and how long it took.
  package func observeReports(
    _ observer: @escaping @Sendable (_ reports: Int, _ duration: Duration) -> Void
  ) {
    reportWriter.observe { observer($0.callers, $0.duration) }
  }

  /// The report of a receipt, or of the number that was given to callers before there were receipts.
  ///
  /// - Parameter purpose: what its words, and what its files are called, are read for where they are sealed; without
  ///   one they are left out.
  /// - Throws: ``ReportFault`` where there is none; `SealFault`.
  package func report(_ name: String, for purpose: ReadPurpose? = nil) throws -> Report {
    let (record, files, isOpened) = try store.read { session in
      var record = try Self.record(name, session)
      var files = try session.attachments(ofReports: [record.id])[record.id] ?? []
      let isSealed = record.isSealed == true
      if purpose != nil { try session.open(&record, &files) }
      return (record, files, isSealed && purpose != nil)
    }
    if isOpened, let purpose { try note(purpose, for: [("report/\(record.id)", 1)]) }
    return try report(record, files)
  }

  /// A file that came with a report, by its number.
  ///
  /// - Parameter purpose: what it is read for; a sealed store gives none without.
  /// - Throws: ``ReportFault`` where there is no such report, or no such file of it, or the store is sealed and
  ///   no purpose is given; `SealFault`.
  package func attachment(
    _ number: Int, ofReport name: String, for purpose: ReadPurpose? = nil
  ) throws -> ReportFile {
    let isSealed = try isSealed()
    let (id, file) = try store.read { session in
      let record = try Self.record(name, session)
      let numbers = try session.attachments(ofReports: [record.id])[record.id] ?? []
      guard numbers.contains(where: { $0.number == number }) else {
        throw ReportFault.noAttachment(number)
      }
      guard !isSealed || purpose != nil else { throw ReportFault.sealedAttachment(number) }
      guard let file = try session.attachment(number, ofReport: record.id) else {
        throw ReportFault.noAttachment(number)
      }
      return (record.id, ReportFile(record: file.record, content: file.content))
    }
    if isSealed, let purpose { try note(purpose, for: [("report/\(id)/attachment/\(number)", 1)]) }
    return file
  }

  private static func record(_ name: String, _ session: StoreTransaction) throws -> ReportRecord {
    let record =
      if let receipt = Receipt(name) {
        try session.report(receipt)
      } else if let number = Int64(name) {
        try session.report(formerNumber: number)
      } else {
        ReportRecord?.none
      }
    guard let record else { throw ReportFault.noReport(name) }
    return record
  }

  /// The reports that a query asks for, the newest first.
  ///
  /// - Parameter purpose: what the words of reports, and what their files are called, are read for where they are
  ///   sealed; without one they are left out.
  /// - Throws: ``ReportFault``, `SealFault`.
  package func reports(
    _ query: ReportQuery = ReportQuery(), for purpose: ReadPurpose? = nil
  ) throws -> [Report] {
    guard 1...ReportQuery.largestLimit ~= query.limit else {
      throw ReportFault.badLimit(query.limit, largest: ReportQuery.largestLimit)
    }
    var filter = ReportFilter(limit: query.limit)
    filter.channel = query.channel
    filter.category = query.category
    filter.from = try query.from.map { try Moment(startOf: $0, in: store.zone) }
    filter.to = try query.to.map { try Moment($0, in: store.zone) }
    filter.grid = query.grid
    if let from = query.from, let to = query.to, let first = filter.from, let last = filter.to,
      last < first
    {
      throw ReportFault.emptyRange(from: from, to: to)
    }
    let (found, opened) = try store.read { session in
      if let before = query.before {
        guard let last = try Receipt(before).flatMap({ try session.report($0) }) else {
          throw ReportFault.noPage(before: before)
        }
        filter.beforeID = last.id
      }
      let records = try session.reports(filter)
      let files = try session.attachments(ofReports: records.map(\.id))
      var found = records.map { (record: $0, files: files[$0.id] ?? []) }
      guard purpose != nil else { return (found, 0) }
      found = try found.map { report in
        var (record, files) = report
        try session.open(&record, &files)
        return (record, files)
      }
      return (found, records.count { $0.isSealed == true })
    }
    if opened > 0, let purpose { try note(purpose, for: [("reports", opened)]) }
    return try found.map { try report($0.record, $0.files) }
  }

  private func report(_ record: ReportRecord, _ files: [AttachmentRecord]) throws -> Report {
    var position: Coordinate?
    if let x = record.storeX, let y = record.storeY {
      position = try toWGS84().transform(Coordinate(x: x, y: y))
    }
    var given: Report.Given?
    if let longitude = record.givenLongitude, let latitude = record.givenLatitude {
      given = Report.Given(longitude: longitude, latitude: latitude, crs: record.givenCRS)
    }
    return Report(
      receipt: record.receipt.text, channel: record.channel, category: record.category,
      description: record.description, longitude: position?.x, latitude: position?.y, given: given,
      reportedAt: record.reportedAt, receivedAt: record.receivedAt, externalID: record.externalID,
      status: GridStatus(rawValue: record.gridStatus) ?? .invalid,
      grid: record.gridCode.map { LocateAnswer.Cell(code: $0, name: record.gridName) },
      generation: record.generation, attachments: files, isSealed: record.isSealed)
  }
}
