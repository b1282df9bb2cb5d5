import Access
import Datasets
import GRDB
import Geometry
import Intake

/// Seals the marked fields of the rows of an import, on a thread between the one that plans and the one that writes.
///
/// What ``SealedTable`` does with rows that are there already, without an allocation per row.
final class ImportSeal: RowSealing {
  private struct Column {
    /// Its place among the fields.
    let place: Int
    let number: UInt16
    let mask: ValueMask
    let isSecret: Bool
    /// What makes its entry in the index, and the place of that behind the fields.
    let index: (digest: KeyedDigest, place: Int)?
  }

  let addedCount: Int
  private let columns: [Column]
  private let hashKey: HashKey
  /// What makes of the hash of a key the one that its row is known by, and the place of that.
  private let key: (digest: KeyedDigest, place: Int)?
  private let personal: (sealer: RowSealer, place: Int)?
  private let secret: (sealer: RowSealer, place: Int)?
  /// The number of the geometry, where positions are sealed, and the position of each cell.
  private let geometry: (number: UInt16, anchors: [Int64: Coordinate])?
  private let srid: Int32
  // Unchecked, as in `RowPlanner`.
  @exclusivity(unchecked) private var personalText = SealedRow.Writer()
  @exclusivity(unchecked) private var secretText = SealedRow.Writer()

  /// Nil where no field is sealed.
  ///
  /// - Throws: `SealFault` where the keys are not to be had.
  init?(_ table: DatasetTable, _ seal: StoreSeal, srid: Int, _ db: Database) throws {
    let sealed = try table.sealed(db)
    guard !sealed.isEmpty else { return nil }
    try seal.requireKeys(db)
    guard let ring = try seal.ring(db) else { return nil }
    let hasSealedKey = try DatasetTable.hasSealedKey(table.name, db)
    let added = DatasetTable.addedColumns(sealed, hasSealedKey: hasSealedKey)
    addedCount = added.count
    let first = table.manifest.fields.count
    func place(_ column: String) -> Int? { added.firstIndex(of: column).map { first + $0 } }
    columns = try table.manifest.fields.enumerated().compactMap { index, field in
      guard let known = sealed[field.name] else { return nil }
      let digest = try place(known.indexColumn).map { place in
        (try KeyedDigest(ring.indexKey(table: table.name, column: known.name)), place)
      }
      return Column(
        place: index, number: known.number, mask: table.manifest.mask(of: field),
        isSecret: known.family == StoreSeal.secret, index: digest)
    }
    hashKey = HashKey(ring.rowHashBytes)
    key = try place(SealedFields.keyColumn).map { place in
      (try KeyedDigest(ring.keyDigestKey(table: table.name)), place)
    }
    func sealer(_ family: String) throws -> (RowSealer, Int)? {
      try place(SealedFields.column(ofFamily: family)).map { place in
        (try RowSealer(ring, family: family, table: table.name), place)
      }
    }
    self.srid = Int32(truncatingIfNeeded: srid)
    geometry = try sealed[Manifest.geometryName].map { field in
      (field.number, try GridAnchors(db, srid: srid).all())
    }
    personal = try sealer(StoreSeal.personal)
    secret = try sealer(StoreSeal.secret)
  }

  func hash(ofRow hash: UInt64) -> UInt64 { hashKey.keyed(hash) }

  func key(_ hash: ValueHash) throws -> ValueHash { try key?.digest.key(hash) ?? hash }

  func seal(_ block: RowBlock) throws {
    for index in 0..<block.count where block.rows[index].id != 0 {
      try seal(
        block.values + index * block.valueCount, of: &block.rows[index],
        point: block.geometry(index), block.arena)
    }
  }

  private func seal(
    _ values: UnsafeMutablePointer<FieldValue>, of row: inout PlannedRow,
    point: UnsafeMutableRawBufferPointer, _ arena: TextArena
  ) throws {
    personalText.begin()
    secretText.begin()
    for column in columns {
      let value = values[column.place]
      if column.isSecret {
        secretText.append(value, field: column.number)
      } else {
        personalText.append(value, field: column.number)
      }
      if let (digest, place) = column.index {
        values[place] = try digest.entry(of: value, arena)
      }
      values[column.place] = column.mask.shown(value, arena)
    }
    if let (number, anchors) = geometry { seal(&row, point, as: number, anchors) }
    if let (sealer, place) = personal {
      values[place] = try sealer.sealed(personalText, row: row.id, arena)
    }
    if let (sealer, place) = secret {
      values[place] = try sealer.sealed(secretText, row: row.id, arena)
    }
    if let place = key?.place { values[place] = row.key?.value(arena) ?? .null }
  }

  /// Seals the geometry of a row, and puts the position of its cell in its place.
  private func seal(
    _ row: inout PlannedRow, _ point: UnsafeMutableRawBufferPointer, as number: UInt16,
    _ anchors: [Int64: Coordinate]
  ) {
    let exact = row.hasPoint ? UnsafeRawBufferPointer(point) : row.shape
    guard let exact else { return }
    personalText.append(bytes: exact.bindMemory(to: UInt8.self), field: number)
    row.shape = nil
    let anchor = anchors[row.gridID]
    row.hasPoint = anchor != nil
    if let anchor { SpatiaLiteBlob.writePoint(anchor, srid: srid, into: point) }
  }
}

extension SealedRow.Writer {
  /// Appends a value; nothing for none.
  fileprivate mutating func append(_ value: FieldValue, field: UInt16) {
    switch value.kind {
    case .null: break
    case .integer: append(value.integer, field: field)
    case .real: append(value.real, field: field)
    case .text: append(text: value.bytes, field: field)
    }
  }
}

extension RowSealer {
  /// Seals the values of a row into an arena.
  fileprivate func sealed(
    _ text: borrowing SealedRow.Writer, row: Int64, _ arena: TextArena
  ) throws -> FieldValue {
    let count = text.bytes.count + SealedBlob.overhead
    let out = arena.reserve(count)
    try seal(text.bytes, row: row, into: out)
    return .text(out, count: count)
  }
}

extension KeyedDigest {
  /// The entry of a value in the index of its column; none for none.
  fileprivate func entry(of value: FieldValue, _ arena: TextArena) throws -> FieldValue {
    let out = arena.reserve(Self.length)
    switch value.kind {
    case .null: return .null
    case .text: try write(of: value.bytes, to: out)
    case .integer, .real:
      var text = value.kind == .integer ? "\(value.integer)" : "\(value.real)"
      try text.withUTF8 { try write(of: $0, to: out) }
    }
    return .text(out, count: Self.length)
  }
}

extension ValueHash {
  fileprivate func value(_ arena: TextArena) -> FieldValue {
    let out = arena.reserve(KeyedDigest.length)
    write(to: out)
    return .text(out, count: KeyedDigest.length)
  }
}
