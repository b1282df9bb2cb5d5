import DemoDistrict
import Gewu
import Words

/// What a store says about one file of a demo district, held to the key.
struct FileFindings {
  /// What differs, a line each; empty where all is as the key says.
  let differences: [Wording]

  /// - Parameter cells: the rows of the data set by cell where only those of a district of a city count.
  init(_ key: FileKey, cells: [String: Int]? = nil, in district: District) throws {
    guard
      let found = try district.importFigures(
        dataset: key.dataset, file: key.file, cells: cells)
    else {
      differences = [Notices.notImported]
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
  ) -> [Wording] {
    Set(wanted.keys).union(found.keys).sorted().compactMap { name in
      let (want, got) = (wanted[name] ?? 0, found[name] ?? 0)
      return want == got ? nil : Notices.differs(kind + name, is: got, keySays: want)
    }
  }
}
