package import Datasets
import Tabular

/// The reader's side of an import: from bytes to what is to be done for each row.
///
/// It runs on a thread of its own and fills blocks; it writes nothing.
package final class RowPlanner {
  /// So many rows of the wrong width at the start, and the file is the fault, not the rows.
  static let suspiciousRows = 100

  // Unchecked accesses, here and in what else each row passes: their dynamic checks took a twentieth of
  // an import's time. The planner belongs to one thread and hands out none of these.
  @exclusivity(unchecked) var report: ImportReport
  let request: ImportRequest
  let manifest: Manifest
  let placer: RecordPlacer
  let srid: Int
  let judgesPositions: Bool
  let partitions: ImportPartitions?
  let boxes: ImportBoxes?
  let file: any TableFile
  let reader: any RowReader
  let records: RecordReader
  @exclusivity(unchecked) var keys: KeyTable
  let sealing: (any RowSealing)?
  /// The keys of refused rows of earlier files that nobody has dealt with.
  let openKeys: [ValueHash]
  @exclusivity(unchecked) private var nextID: Int64
  let hasKey: Bool
  var misshapen = 0
  @exclusivity(unchecked) var shaped = 0
  @exclusivity(unchecked) var remarks = RemarkTally()
  /// Refused rows whose key cannot be read.
  var keyless = 0
  /// Refused rows whose key fails its own check.
  var mistyped = MistypedKeys()
  @exclusivity(unchecked) var positions: PositionTally
  /// Rows with the key of an earlier one and other content.
  var differing = DifferingDuplicates()

  /// - Parameters:
  ///   - judgesPositions: whether a file is refused whose positions nearly all lie far from the
  ///     district.
  ///   - start: what is there before the first row; its keys go to the planner.
  init(
    _ request: ImportRequest, _ source: any RecordSource, placer: RecordPlacer, srid: Int,
    judgesPositions: Bool, from start: inout ImportStart
  ) {
    self.request = request
    self.placer = placer
    self.srid = srid
    self.judgesPositions = judgesPositions
    manifest = request.manifest
    (partitions, boxes, nextID) = (start.partitions, start.boxes, start.firstID)
    (file, reader) = (source.file, source.rows.reader)
    openKeys = start.openKeys
    sealing = start.sealing
    keys = start.takeKeys()
    report = ImportReport(dataset: manifest.dataset, file: source.fileName, status: .published)
    report.batch = start.batch
    report.period = request.period?.text
    report.encoding = source.file.encodingName
    report.notes = start.note.map { [$0] } ?? []
    let leftOut = source.rows.leftOut
    if !leftOut.isEmpty { report.notes.append(.sheetsLeftOut(leftOut)) }
    records = RecordReader(
      manifest, columns: source.rows.columns, format: source.file.format)
    hasKey = !manifest.primaryKey.isEmpty
    positions = PositionTally(
      isOpen: judgesPositions && manifest.locations.contains(where: \.hasPosition))
  }

  /// How many values a row has.
  var valueCount: Int { records.fieldCount + (sealing?.addedCount ?? 0) }

  /// Reads all rows behind the header into the ring's blocks.
  func run(into ring: BlockRing) throws {
    var isDone = false
    while !isDone {
      guard let block = ring.take() else { return }
      if request.isCancelled?() == true { throw CancellationError() }
      isDone = try fill(block)
      if sealing == nil { try noteBoxes(block) }
      block.bytesRead = reader.bytesRead
      block.rowsRead = report.read
      if misshapen >= Self.suspiciousRows, shaped == 0 { throw shapeFault() }
      try judgePositions(isComplete: isDone)
      ring.submit()
    }
    report.remarks = remarks.byCode
    report.sheet = reader.sheet
    if reader.quotedLines.values > 0 { report.notes.append(.quotedLines(reader.quotedLines)) }
    if differing.count > 0 { report.notes.append(.differing(differing, counts: manifest.dedupe)) }
    if file.hasChanged { throw Self.changeFault(file.path) }
    if manifest.load == .full, report.read == report.blank { throw emptyFault() }
    try settle()
  }

  /// Gives the memory of the keys back, once all rows are read.
  func forgetKeys() { keys = .none }

  /// The share of the current rows that this full load retires, 0…1.
  var shrink: Double {
    let before = affectedCount ?? keys.currentCount
    return before == 0 ? 0 : Double(report.retired) / Double(before)
  }

  /// Seals the rows of a block that is planned, on a thread apart from the planner's.
  func seal(_ block: RowBlock) throws {
    try sealing?.seal(block)
    try noteBoxes(block)
  }

  /// Notes where the rows of a block will stand.
  private func noteBoxes(_ block: RowBlock) throws {
    guard let boxes else { return }
    for index in 0..<block.count { try boxes.note(block.rows[index], block.shape(index)) }
  }

  private func fill(_ block: RowBlock) throws -> Bool {
    let keepsText = reader.keepsText
    while !block.isFull {
      guard let row = try reader.next() else { return true }
      report.read &+= 1
      if row.isBlank {
        report.blank &+= 1
        continue
      }
      try read(row, keepsText ? reader.fields : kept(reader.fields, block.arena), into: block)
    }
    return false
  }

  /// The fields with their bytes copied to where they stay until the block is written.
  private func kept(
    _ fields: UnsafeBufferPointer<TableField>, _ arena: TextArena
  ) -> UnsafeBufferPointer<TableField> {
    let copies = arena.reserve(fields.count * MemoryLayout<TableField>.stride + 16)
    let raw = UnsafeMutableRawPointer(copies).alignedUp(for: TableField.self)
    let kept = raw.bindMemory(to: TableField.self, capacity: fields.count)
    for (index, field) in fields.enumerated() {
      let copy = arena.reserve(Int(field.count))
      copy.update(from: field.start, count: Int(field.count))
      kept[index] = field
      kept[index].start = UnsafePointer(copy)
    }
    return UnsafeBufferPointer(start: kept, count: fields.count)
  }

  @inline(__always)
  private func read(
    _ row: TableRow, _ fields: UnsafeBufferPointer<TableField>, into block: RowBlock
  ) throws {
    let values = block.next
    let isGood = records.read(row, fields, into: values, arena: block.arena)
    if isGood { shaped &+= 1 }
    partitions?.name(records.partitionHash(values))
    var plan = PlannedRow()
    plan.number = Int64(row.number)
    let fault = placer.place(
      values, &plan, block, given: placer.readsGeometry ? GivenGeometry(reader) : .none,
      srid: Int32(truncatingIfNeeded: srid))
    if positions.isOpen { note(fault, plan, row, fields, values) }
    guard isGood, fault == nil else {
      try refuse(
        row, fields, values, place: records.isShaped ? fault : nil,
        block)
      return
    }
    if records.hasRemarks { remark(row, fields, block) }
    var hash = records.rowHash(values).high
    if let shape = plan.shape { hash = Self.hash(hash, with: shape) }
    if let sealing { hash = sealing.hash(ofRow: hash) }
    plan.rowHash = Int64(bitPattern: hash)
    guard hasKey, let key = try key(values) else {
      insert(&plan)
      finish(plan, key: nil, block)
      return
    }
    if try decide(key, hash, &plan, line: row.line) {
      finish(plan, key: key, block)
    } else {
      refuseDuplicate(row, fields, key: key, block)
    }
  }

  /// The hash of a row that has a geometry besides its fields.
  private static func hash(_ hash: UInt64, with shape: UnsafeRawBufferPointer) -> UInt64 {
    ValueHash(shape).high &* 0x9E37_79B9_7F4A_7C15 ^ hash
  }

  /// The hash that the record read last is known by; nil where it has no key.
  func key(_ values: UnsafePointer<FieldValue>) throws -> ValueHash? {
    guard let key = records.keyHash(values) else { return nil }
    return try sealing?.key(key) ?? key
  }

  @inline(__always)
  private func finish(_ plan: PlannedRow, key: ValueHash?, _ block: RowBlock) {
    guard plan.id != 0 || plan.closes != 0 || plan.deletes != 0 || plan.reopens != 0 else { return }
    block.rows[block.count] = plan
    if sealing != nil { block.rows[block.count].key = key }
    block.count &+= 1
  }

  @inline(__always)
  private func insert(_ plan: inout PlannedRow) {
    plan.id = nextID
    nextID &+= 1
    report.inserted &+= 1
    count(plan, 1)
  }

  @inline(__always)
  private func count(_ plan: PlannedRow, _ change: Int) { count(plan.gridID != 0, change) }

  @inline(__always)
  private func count(_ isAttached: Bool, _ change: Int) {
    if isAttached {
      report.attached &+= change
    } else {
      report.unattached &+= change
    }
  }

  /// Decides by key and content what becomes of a good row.
  ///
  /// - Returns: false where it is to be refused as a duplicate.
  private func decide(
    _ key: ValueHash, _ hash: UInt64, _ plan: inout PlannedRow, line: Int
  ) throws -> Bool {
    let found = try keys.find(key)
    guard found >= 0 else {
      insert(&plan)
      try keys.add(
        KeyTable.Entry(
          key: key, id: plan.id, rowHash: hash, state: .inserted, isAttached: plan.gridID != 0))
      return true
    }
    let entry = keys.entries[found]
    switch entry.state {
    case .current, .held:
      if entry.rowHash == hash {
        report.unchanged &+= 1
        keys.update(found) { $0.state = .unchanged }
      } else {
        replaceCurrent(found, hash, &plan)
      }
      return true
    case .newer:
      report.duplicate &+= 1
      return true
    case .unchanged, .inserted, .updated:
      switch manifest.dedupe {
      case .error: return false
      case .first:
        report.duplicate &+= 1
        if entry.rowHash != hash { differing.add(line) }
      case .last:
        report.duplicate &+= 1
        if entry.rowHash != hash {
          differing.add(line)
          replaceSeen(found, hash, &plan)
        }
      }
      return true
    }
  }

  /// Ends a current row and writes its new version.
  private func replaceCurrent(_ index: Int, _ hash: UInt64, _ plan: inout PlannedRow) {
    plan.closes = keys.entries[index].id
    plan.id = nextID
    nextID &+= 1
    report.updated &+= 1
    count(plan, 1)
    let (id, isAttached) = (plan.id, plan.gridID != 0)
    keys.update(index) {
      ($0.oldID, $0.oldHash) = ($0.id, $0.rowHash)
      ($0.id, $0.rowHash, $0.state, $0.isAttached) = (id, hash, .updated, isAttached)
    }
  }

  /// Puts a later row of the file in the place of an earlier one with the same key.
  private func replaceSeen(_ index: Int, _ hash: UInt64, _ plan: inout PlannedRow) {
    let entry = keys.entries[index]
    if entry.state == .unchanged {
      report.unchanged &-= 1
      replaceCurrent(index, hash, &plan)
      return
    }
    count(entry.isAttached, -1)
    plan.deletes = entry.id
    if entry.state == .updated, entry.oldHash == hash {
      report.updated &-= 1
      report.unchanged &+= 1
      plan.reopens = entry.oldID
      keys.update(index) { ($0.id, $0.rowHash, $0.state) = ($0.oldID, hash, .unchanged) }
      return
    }
    plan.id = entry.id
    count(plan, 1)
    let isAttached = plan.gridID != 0
    keys.update(index) { ($0.rowHash, $0.isAttached) = (hash, isAttached) }
  }

  package static func changeFault(_ path: String) -> DatasetsError {
    DatasetsError(path: path, .changedWhileRead)
  }

  private func shapeFault() -> DatasetsError {
    DatasetsError(
      path: file.path, line: manifest.dialect.headerRow + 1,
      .otherShape(rows: misshapen, width: records.columns.width))
  }

  private func emptyFault() -> DatasetsError {
    DatasetsError(path: file.path, .wouldRetireAll)
  }
}
