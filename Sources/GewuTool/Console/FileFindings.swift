import DemoDistrict
import Gewu

/// What a store says about one file of a demo district, held to the key.
struct FileFindings {
  /// What differs, a line each; empty where all is as the key says.
  let differences: [String]

  init(_ key: FileKey, in district: District) throws {
    guard
      let found = try district.importFigures(dataset: key.dataset, file: key.file)
    else {
      differences = ["not imported"]
      return
    }
    let wanted = [
      "read": key.read, "inserted": key.inserted, "updated": key.updated,
      "unchanged": key.unchanged, "retired": key.retired, "duplicate": key.duplicate,
      "quarantined": key.quarantined, "blank": key.blank, "attached": key.attached,
      "unattached": key.unattached,
    ]
    differences =
      Self.compare("", wanted, found.counts)
      + Self.compare("reason ", key.reasons, found.reasons)
      + Self.compare("remark ", key.remarks, found.remarks)
      + (key.cells.map { Self.compare("cell ", $0, found.cells) } ?? [])
  }

  private static func compare(
    _ kind: String, _ wanted: [String: Int], _ found: [String: Int]
  ) -> [String] {
    Set(wanted.keys).union(found.keys).sorted().compactMap { name in
      let (want, got) = (wanted[name] ?? 0, found[name] ?? 0)
      return want == got ? nil : "\(kind)\(name) is \(got), the key says \(want)"
    }
  }
}
