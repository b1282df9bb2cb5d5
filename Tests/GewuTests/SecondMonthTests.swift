import Datasets
import DemoDistrict
import Foundation
import Gewu
import Testing

/// Two months of files of a demo district, held to their keys.
@Suite struct `The second month of a demo district` {
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

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `what changes, goes and comes between two months is what the key says`(
    seed: UInt64
  ) throws {
    let sample = try Sample(levels: ["district", "street", "community", "grid"])
    let manifests = try DemoManifests.copy(Self.datasets, into: sample.folder)
    var modes: [LoadMode: FileKey] = [:]
    for month in [1, 2] {
      let demo = DemoDistrict(seed: seed, rowsPercent: 6, month: month)
      let key = try demo.make(
        into: sample.folder.path, manifestsAt: manifests.path,
        geopackage: DemoManifests.geopackageWriter)
      #expect(try AnswerKey(folder: sample.folder.path, month: month) == key)
      #expect(key.files.count == Self.datasets.count)
      if month == 1 { try sample.loadDemoGrids() }
      for file in key.files {
        let manifest = try manifests.manifest(dataset: file.dataset)
        let path = sample.folder.appending(path: "\(demo.filesFolder)/\(file.file)").path
        _ = try sample.district.importFile(at: path, manifest: manifest)
        try expect(file, in: sample.district, "seed \(seed), month \(month)")
        if month == 2 { modes[manifest.load, default: file].add(file) }
      }
    }

    // What the key does not have is not shown.
    for mode in [LoadMode.full, .incremental, .partition] {
      let sum = try #require(modes[mode])
      #expect(sum.inserted > 0 && sum.updated > 0 && sum.unchanged > 0 && sum.quarantined > 0)
      #expect((sum.retired > 0) == mode.retires)
    }
    #expect((modes[.append]?.inserted ?? 0) > 0)
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
    guard other.dataset != dataset else { return }
    inserted += other.inserted
    updated += other.updated
    unchanged += other.unchanged
    retired += other.retired
    quarantined += other.quarantined
  }
}
