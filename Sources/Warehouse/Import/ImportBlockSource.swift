import Intake
import Datasets
import GRDB
import GRDBSQLite

/// The rows of a block as a table: the columns of `DatasetTable.sourceColumns`, the fields, and the
/// geometry where there is one.
final class ImportBlockSource: VirtualRows {
  static let name = "gewu_import_rows"

  private let fieldCount: Int
  /// The fields, and behind them what sealing adds, which is bytes.
  private let valueCount: Int
  private let ownCount = DatasetTable.sourceColumns.count
  private let generation: Int64?
  /// How and at which level each rule of place attaches.
  private let methods: [StaticText]
  private let levels: [StaticText]
  private var block: RowBlock
  // The block's own, at hand for each value.
  private var values: UnsafeMutablePointer<FieldValue>
  private var rows: UnsafeMutablePointer<PlannedRow>

  /// - Parameters:
  ///   - table: what the rows are written to.
  ///   - rules: how rows are attached.
  ///   - generation: that of the cells they are attached to.
  ///   - added: how many values sealing adds.
  init(
    _ db: Database, table: DatasetTable, rules: [PlaceRule], generation: Int64?, added: Int
  ) throws {
    fieldCount = table.manifest.fields.count
    valueCount = fieldCount + added
    self.generation = generation
    methods = rules.map { StaticText($0.label) }
    levels = rules.map { StaticText($0.level ?? "") }
    block = RowBlock(valueCount: 0)
    (values, rows) = (block.values, block.rows)
    try super.init(
      db, name: Self.name,
      columnCount: DatasetTable.sourceColumns.count + valueCount + (table.hasGeometry ? 1 : 0))
  }

  /// Serves the rows of a part of a block.
  func serve(_ block: RowBlock, _ range: Range<Int>) {
    self.block = block
    (values, rows) = (block.values, block.rows)
    (start, end) = (range.lowerBound, range.upperBound)
  }

  override func isSkipped(_ row: Int) -> Bool { rows[row].id == 0 }

  override func give(_ column: Int, of row: Int, to context: OpaquePointer) {
    let field = column &- ownCount
    if field >= 0 {
      if field < fieldCount {
        give(values[row &* valueCount &+ field], context)
      } else if field < valueCount {
        giveBytes(values[row &* valueCount &+ field], context)
      } else {
        giveShape(of: row, to: context)
      }
      return
    }
    let plan = rows + row
    switch column {
    case 0: sqlite3_result_int64(context, plan.pointee.id)
    case 1: sqlite3_result_int64(context, plan.pointee.rowHash)
    case 2: sqlite3_result_int64(context, plan.pointee.number)
    default:
      guard plan.pointee.gridID != 0 else { return }
      switch column {
      case 3: sqlite3_result_int64(context, plan.pointee.gridID)
      case 4: if let generation { sqlite3_result_int64(context, generation) }
      case 5: methods[Int(plan.pointee.rule)].give(context)
      default: levels[Int(plan.pointee.rule)].give(context)
      }
    }
  }

  // Apart from the values: the registers it needs would be saved for each of them.
  @inline(never)
  private func giveShape(of row: Int, to context: OpaquePointer) {
    guard let bytes = block.shape(row) else { return }
    sqlite3_result_blob(context, bytes.baseAddress, Int32(bytes.count), nil)
  }

  private func giveBytes(_ value: FieldValue, _ context: OpaquePointer) {
    guard value.kind != .null else { return }
    sqlite3_result_blob(context, UnsafeRawPointer(bitPattern: UInt(value.bits)), value.count, nil)
  }

  @inline(__always)
  private func give(_ value: FieldValue, _ context: OpaquePointer) {
    switch value.kind {
    case .null: break
    case .integer: sqlite3_result_int64(context, value.integer)
    case .real: sqlite3_result_double(context, value.real)
    case .text:
      // Not copied: the block keeps it until the statement has run.
      let start = UnsafeRawPointer(bitPattern: UInt(value.bits))
      sqlite3_result_text(context, start?.assumingMemoryBound(to: CChar.self), value.count, nil)
    }
  }
}

/// A text that is given to SQLite again and again without a copy.
private final class StaticText {
  private let bytes: UnsafeMutableBufferPointer<CChar>

  init(_ text: String) {
    let utf8 = text.utf8.map(CChar.init(bitPattern:))
    bytes = .allocate(capacity: utf8.count + 1)
    _ = bytes.initialize(from: utf8 + [0])
  }

  deinit { bytes.deallocate() }

  @inline(__always)
  func give(_ context: OpaquePointer) {
    sqlite3_result_text(context, bytes.baseAddress, Int32(bytes.count - 1), nil)
  }
}
