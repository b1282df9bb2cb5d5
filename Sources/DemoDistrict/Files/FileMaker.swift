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
    layout = try FileLayout(
      manifest, form: plan.form, seed: region.seed, district: region.ground.division.name)
    print = RowPrint(manifest, styles)
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
