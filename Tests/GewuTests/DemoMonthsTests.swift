import Datasets
import DemoDistrict
import DemoSupport
import Foundation
import Gewu
import Intake
import Tabular
import Testing
import Warehouse

/// Months of files of a demo district, held to their keys.
@Suite struct `The months of a demo district` {
  /// Data sets of each load mode, in several formats.
  private static let datasets = [
    // full
    "nhc_med_inst", "tra_bus_stop", "mca_tekun", "com_mall", "hud_property_co", "nrb_landuse",
    "fire_hydrant", "hud_estate", "cgj_part01", "psb_camera",
    // incremental
    "hrss_labor_case", "hud_site", "cgj_case", "psb_foreigner", "hud_house_safety",
    "psb_float_pop", "psb_std_address",
    // partition
    "edu_student", "tax_tax_credit", "iit_scale_ent", "nhc_family_doc", "psb_household",
    "psb_hukou_pop",
    // append
    "org_member_checkin", "dpf_rehab",
  ]

  // Further seeds, and whole districts: scripts/demo-months.
  @Test(arguments: [3] as [UInt64])
  func `what changes, goes, comes and goes wrong from month to month is what the keys say`(
    seed: UInt64
  ) throws {
    let sample = try Sample(levels: ["district", "street", "community", "grid"])
    let manifests = try DemoManifests.copy(Self.datasets, into: sample.folder)
    let keys = try DemoDistrict(seed: seed, rowsPercent: 2, months: 1...4).make(
      into: sample.folder.path, manifestsAt: manifests.path, truth: SharedTruths.truth,
      geopackage: DemoManifests.geopackageWriter,
      key: { month in
        let path = "\(sample.folder.path)/\(DemoDistrict.keyName(month: month))"
        // Of the second month SQLite alone, so that that is read.
        return month == 2
          ? [KeyDatabase(try PlainTablesFile.writer(path: path + ".sqlite"))]
          : [try KeyFolder(path)]
      })
    try sample.loadDemoGrids()
    var modes: [LoadMode: FileKey] = [:]
    for key in keys {
      #expect(try AnswerKey(folder: sample.folder.path, month: key.month) == key)
      let folder = sample.folder.appending(path: DemoDistrict.filesFolder(month: key.month))
      let rows = try #require(
        try KeyRows(
          folder: sample.folder.path, month: key.month, database: PlainTablesFile.reader))
      #expect(rows.path.hasSuffix(key.month == 2 ? ".sqlite" : "/rows"))
      for name in (key.files.map(\.file) + key.refused.map(\.file)).sorted() {
        let path = folder.appending(path: name).path
        let manifest = try manifests.manifest(forFile: name)
        if let refused = key.refused.first(where: { $0.file == name }) {
          try expect(refused, at: path, manifest, in: sample.district)
          continue
        }
        let file = try #require(key.files.first { $0.file == name })
        _ = try sample.district.importFile(at: path, manifest: manifest)
        try expect(file, in: sample.district, "seed \(seed), month \(key.month)")
        try expect(try rows.kept(of: name), of: file, in: sample.district)
        if key.month > 1 { modes[manifest.load, default: file].add(file) }
      }
    }

    // What the keys do not have is not shown.
    #expect(keys.map(\.month) == [1, 2, 3, 4])
    #expect(keys[0].files.count >= Self.datasets.count - 1 && keys[0].refused.isEmpty)
    for mode in [LoadMode.full, .incremental, .partition] {
      let sum = try #require(modes[mode])
      #expect(sum.inserted > 0 && sum.updated > 0 && sum.unchanged > 0 && sum.quarantined > 0)
      #expect((sum.retired > 0) == mode.retires)
    }
    #expect((modes[.append]?.inserted ?? 0) > 0)
    let codes = Set(keys.flatMap(\.refused).map(\.code))
    #expect(codes.isSuperset(of: [.alreadyImported, .truncated, .columnsMissing]))
    // A file that breaks off is taken as far as it goes, and followed by the whole one.
    let cut = keys.flatMap(\.files).filter {
      $0.cells == nil && $0.reasons["fields-missing"] != nil
    }
    #expect(!cut.isEmpty)
  }

  @Test func `a district without plants has other cases`() throws {
    let sample = try Sample()
    let manifests = try DemoManifests.copy(["cgj_case"], into: sample.folder)
    let contents = try [true, false].map { hasPlants in
      let folder = sample.folder.appending(path: "\(hasPlants)").path
      let keys = try DemoDistrict(rowsPercent: 1, hasPlants: hasPlants).make(
        into: folder, manifestsAt: manifests.path, truth: SharedTruths.truth)
      let file = try #require(keys.first?.files.first?.file)
      return try #require(FileManager.default.contents(atPath: "\(folder)/files/\(file)"))
    }
    #expect(contents[0] != contents[1])
  }

  /// Holds each row that the store has of a file to the cell that the key of rows says.
  private func expect(_ rows: [KeyRow], of file: FileKey, in district: District) throws {
    let cells = try district.importedCells(dataset: file.dataset, file: file.file)
    #expect(rows.count == file.inserted + file.updated, "\(file.file)")
    #expect(cells.count == rows.count, "\(file.file)")
    // What lies in several cells has none of its own.
    guard file.cells != nil else { return }
    let wrong = zip(rows, cells).first { $0.cell != $1.code }
    #expect(wrong == nil, "\(file.file)")
  }

  /// Tries to import a file of which nothing is to be taken.
  private func expect(
    _ refused: RefusedFile, at path: String, _ manifest: Manifest, in district: District
  ) throws {
    let before = try district.batches(limit: 1).first?.report.batch
    do {
      let report = try district.importFile(at: path, manifest: manifest)
      switch refused.code {
      case .alreadyImported: #expect(report.status == .unchanged, "\(path)")
      case .tooManyErrors, .tooManyGone: #expect(report.status == .refused, "\(path)")
      case .truncated, .columnsMissing, .noRows: Issue.record("\(path) was imported")
      }
    } catch let error as TabularError {
      #expect(error.kind.rawValue == refused.code.rawValue, "\(path)")
    } catch let error as DatasetsError {
      switch error.fact {
      case .header(.missing(let columns, _)):
        #expect(refused.code == .columnsMissing && columns == refused.columns, "\(path)")
      case .file(.wouldRetireAll): #expect(refused.code == .noRows, "\(path)")
      default: Issue.record("\(error)")
      }
    }
    #expect(try district.batches(limit: 1).first?.report.batch == before)
    #expect(try district.importFigures(dataset: refused.dataset, file: refused.file) == nil)
  }

  private func expect(_ key: FileKey, in district: District, _ name: String) throws {
    let found = try #require(
      try district.importFigures(dataset: key.dataset, file: key.file), "\(name): \(key.file)")
    let wanted = [
      "read": key.read, "inserted": key.inserted, "updated": key.updated,
      "unchanged": key.unchanged, "retired": key.retired, "duplicate": key.duplicate,
      "quarantined": key.quarantined, "blank": key.blank, "attached": key.attached,
      "unattached": key.unattached,
    ]
    #expect(found.counts == wanted, "\(name): \(key.file)")
    #expect(found.reasons == key.reasons, "\(name): \(key.file)")
    #expect(found.remarks == key.remarks, "\(name): \(key.file)")
    if let cells = key.cells { #expect(found.cells == cells, "\(name): \(key.file)") }
  }
}

extension FileKey {
  fileprivate mutating func add(_ other: FileKey) {
    guard other.file != file else { return }
    inserted += other.inserted
    updated += other.updated
    unchanged += other.unchanged
    retired += other.retired
    quarantined += other.quarantined
  }
}
