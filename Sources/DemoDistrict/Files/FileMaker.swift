import Datasets
import DemoTruth
import Geometry
import Tabular

/// Writes one department's file, faults and all, and keeps its key.
struct FileMaker {
  let plan: FilePlan
  private(set) var faults: FaultMaker
  let menu: [Fault]
  private let rate: Int
  let layout: FileLayout
  private let faultStream: UInt64
  let cellStream: UInt64
  let monthStream: UInt64

  init(_ plan: FilePlan, region: Region, view: DepartmentView? = nil) throws {
    self.plan = plan
    let manifest = plan.manifest
    let maker = try RowMaker(
      region: region, manifest: manifest, profile: plan.profile, view: view)
    let styles = manifest.fields.map {
      CellStyle($0, manifest: manifest, form: plan.form, seed: region.seed)
    }
    faults = FaultMaker(maker: maker, styles: styles, form: plan.form)
    menu = FaultMenu(maker, format: plan.form).faults
    layout = try FileLayout(manifest, form: plan.form, seed: region.seed)
    faultStream = Draw.stream(region.seed, "fault.\(manifest.dataset)")
    cellStream = Draw.stream(region.seed, "cell.\(manifest.dataset)")
    monthStream = Draw.stream(region.seed, "month.\(manifest.dataset)")
    var draw = Draw(faultStream, -1)
    rate = min(8_000 + draw.below(14_000), Self.highestRate(manifest, rows: plan.rows))
  }

  /// The EPSG code of the file's geometries: that of the manifest, else CGCS2000; shifted systems
  /// have none, and their files say WGS 84, as files do.
  var geometryEPSG: Int {
    for case .geometry(_, let crs) in plan.manifest.locations {
      switch crs {
      case .epsg(let code): return code
      case .named(let system): return system.base
      case .wkt, .proj, .adjusted, nil: return 4490
      }
    }
    return 4490
  }

  /// How many rows the keys of the data set allow.
  var capacity: Int { faults.maker.capacity }

  /// How many rows the first month is to have: of the truth, all where the department has all.
  var wanted: Int { view?.isWhole == true ? capacity : min(plan.rows, capacity) }

  /// What the department sees of the truth; nil where its rows come from elsewhere.
  var view: DepartmentView? { faults.maker.view }

  /// Takes so many rows for month 1.
  mutating func settle(_ rows: Int) { faults.maker.settle(rows) }

  /// Faults of a million rows that keep well below what the manifest allows.
  private static func highestRate(_ manifest: Manifest, rows: Int) -> Int {
    var share = manifest.maximumErrorRate ?? 1
    switch manifest.maximumErrors {
    case .rows(let most): share = min(share, Double(most) / Double(max(rows, 1)))
    case .share(let most): share = min(share, most)
    case nil: break
    }
    return Int(share * 300_000)
  }

  /// Writes the file of `rows` data rows.
  func write(rows: Int, to writer: any TableWriter) throws -> FileKey {
    var key = newKey
    let isSheet = !plan.form.hasGeometry
    if isSheet { try writeHead(to: writer) }
    for number in 0..<rows {
      let row = made(number)
      key.count(row.outcome)
      try writer.write(row.cells, geometry: row.geometry)
    }
    if isSheet { for row in layout.foot(rows: rows) { try writer.write(row, geometry: nil) } }
    try writer.finish()
    return key
  }

  /// The key of the file before its first row.
  var newKey: FileKey {
    var key = FileKey(
      file: plan.name, dataset: plan.manifest.dataset, format: plan.form.name)
    key.enabled = plan.manifest.isEnabled
    if faults.maker.isOfWholeUnits { key.cells = nil }
    return key
  }

  func writeHead(to writer: any TableWriter) throws {
    for (number, row) in layout.head().enumerated() {
      try writer.write(row.cells, geometry: nil)
      for columns in row.merged where columns.count > 1 {
        if let writer = writer as? XLSXWriter {
          try writer.merge(rows: number...number, columns: columns)
        } else if let writer = writer as? XLSWriter {
          writer.merge(rows: number...number, columns: columns)
        }
      }
    }
  }

  /// The cells of a data row and what becomes of it.
  func made(_ number: Int) -> WrittenRow {
    guard let fault = fault(number) else { return good(number) }
    if fault.kind == .duplicate || fault.kind == .changedDuplicate {
      return repeated(number, fault.kind) ?? good(number)
    }
    var row = faults.maker.row(number)
    var draw = Draw(cellStream, number)
    var cells = faults.cells(row, &draw)
    if let outcome = faults.apply(fault, to: &row, &cells, &draw) {
      return WrittenRow(cells: cells, geometry: row.geometry, outcome: outcome)
    }
    return good(number)
  }

  /// - Parameter month: of which the truth is.
  func good(_ number: Int, month: Int = 1) -> WrittenRow {
    let row = faults.maker.row(number, month: month)
    var draw = Draw(cellStream, number)
    return WrittenRow(
      cells: faults.cells(row, &draw), geometry: row.geometry, outcome: faults.outcome(of: row))
  }

  /// The fault that a row is to have, by its number alone.
  func fault(_ number: Int) -> Fault? {
    var draw = Draw(faultStream, number)
    guard !menu.isEmpty, draw.happens(rate) else { return nil }
    // What goes or says something else in the next month has none, so that it is known what that does.
    if let view, number < view.count(through: 1),
      !view.isIn(number, month: 2) || view.changes(number, after: 1)
    {
      return nil
    }
    return draw.pick(menu)
  }

  /// The row further up that a repeated one repeats; nil where that is not a good one.
  func earlier(than number: Int) -> Int? {
    guard number > 0 else { return nil }
    var draw = Draw(faultStream &+ 1, number)
    let earlier = number - 1 - draw.below(min(number, 400))
    return fault(earlier) == nil ? earlier : nil
  }

  /// A good row from further up, once more.
  private func repeated(_ number: Int, _ kind: FaultKind) -> WrittenRow? {
    guard let earlier = earlier(than: number) else { return nil }
    var row = good(earlier)
    if kind == .changedDuplicate, !faults.alter(&row.cells, to: "已更正信息") { return nil }
    let uniques = plan.manifest.fields.filter(\.constraints.isUnique).count
    if uniques > 0 {
      row.outcome = RowOutcome(reasons: Array(repeating: "not-unique", count: uniques))
    } else if !plan.manifest.primaryKey.isEmpty {
      if plan.manifest.dedupe == .error {
        row.outcome = RowOutcome(reasons: ["key-duplicate"])
      } else {
        row.outcome.isDuplicate = true
      }
    }
    return row
  }
}
