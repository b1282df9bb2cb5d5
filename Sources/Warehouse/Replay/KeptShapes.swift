import Datasets
import Tabular

/// The geometries of refused rows, for corrected rows that come back in a file without geometries.
struct KeptShapes {
  /// By the number of the refused row.
  private(set) var byNumber: [String: [UInt8]] = [:]
  /// By the key of the refused row, where it can be read; the oldest of several.
  private(set) var byKey: [String: [UInt8]] = [:]
  /// A format in which such rows are kept; nil where no row has a geometry.
  private(set) var format: TableFormat?

  /// Collects the geometries of open entries.
  ///
  /// - Throws: `TabularError` where a kept row is damaged, `DatasetsError` where the manifest no
  ///   longer fits.
  init(_ open: [QuarantineEntry], layouts: [Int64: BatchLayout], manifest: Manifest) throws {
    for entry in open {
      guard let layout = layouts[entry.batch],
        let shape = try entry.row.geometry(of: layout.format)
      else { continue }
      format = format ?? layout.format
      byNumber["\(entry.first)"] = shape
      if let key = try CorrectedRows.key(entry, layout, manifest), byKey[key] == nil {
        byKey[key] = shape
      }
    }
  }
}
