import Datasets
import DemoTruth
import Geometry
import Tabular

/// Makes the rows of one department's files, faults and all.
struct FileMaker {
  let plan: FilePlan
  private(set) var faults: FaultMaker
  let menu: [Fault]
  /// How many of a million rows are faulty when they are first sent.
  let rate: Int
  let layout: FileLayout
  let print: RowPrint
  let faultStream: UInt64
  let cellStream: UInt64
  let monthStream: UInt64

  /// - Throws: `DemoError` where the manifest asks for what the demo cannot write.
  init(_ plan: FilePlan, view: DepartmentView) throws {
    self.plan = plan
    let (manifest, seed) = (plan.manifest, view.shared.seed)
    let maker = try RowMaker(manifest, view: view)
    let styles = manifest.fields.map {
      CellStyle($0, manifest: manifest, form: plan.form, seed: seed)
    }
    faults = FaultMaker(maker: maker, styles: styles, form: plan.form)
    menu = FaultMenu(maker, format: plan.form).faults
    layout = try FileLayout(
      manifest, form: plan.form, seed: seed, district: view.shared.ground.division.name)
    print = RowPrint(manifest, styles)
    faultStream = Draw.stream(seed, "fault.\(manifest.dataset)")
    cellStream = Draw.stream(seed, "cell.\(manifest.dataset)")
    monthStream = Draw.stream(seed, "month.\(manifest.dataset)")
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

  /// How many rows the first month can have.
  var capacity: Int { faults.maker.capacity }

  /// How many rows the first month is to have: all where the department has all.
  var wanted: Int { view.isWhole ? capacity : min(plan.rows, capacity) }

  /// What the department sees of the truth.
  var view: DepartmentView { faults.maker.view }

  /// Takes so many rows for month 1, and finds those that come in the months after it.
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
}
