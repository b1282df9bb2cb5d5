import DemoDistrict
import Gewu
import Words

/// What a store says about the rows of a demo district's files, held to the key of each row.
struct RowFindings {
  /// What differs, a line a file; empty where all is as the key says.
  private(set) var differences: [Wording] = []
  private(set) var figures = DemoFigures.Rows()

  /// Whom and what the rows that the store took are about, by the columns of the key.
  private(set) var subjects: [String: Int] = [:]

  /// Reads the key of the rows of some files.
  init(_ rows: KeyRows, of files: [FileKey], in district: District) throws {
    for file in files {
      // The cell of what lies in several is not one of a row.
      let isPlaced = file.cells != nil
      let wanted = try rows.kept(of: file.file)
      for row in wanted { note(row) }
      let found = isPlaced ? try district.importedCells(dataset: file.dataset, file: file.file) : []
      guard isPlaced, !wanted.isEmpty || !found.isEmpty else { continue }
      compare(file, wanted, found)
    }
  }

  private mutating func note(_ row: KeyRow) {
    for (name, isAbout) in zip(KeyRows.subjects, row.subjects) where isAbout != nil {
      subjects[name, default: 0] += 1
    }
    if row.address != nil { subjects["address", default: 0] += 1 }
    if row.hasUnseenFault { subjects["fault", default: 0] += 1 }
  }

  private mutating func compare(_ file: FileKey, _ wanted: [KeyRow], _ found: [ImportedCell]) {
    guard wanted.count == found.count else {
      return differences.append(
        Notices.about(
          file.file, Notices.differs("rows", is: found.count, keySays: wanted.count)))
    }
    var wrong: [(row: KeyRow, found: String?)] = []
    for (row, place) in zip(wanted, found) {
      figures.held += 1
      if place.isByAddress, let cell = place.code {
        figures.byAddress += 1
        // The key knows where the import must put a row; an address must lead to where it truly is.
        if row.grid.map({ $0.hasPrefix(cell) }) != true { figures.byAddressElsewhere += 1 }
        if row.cell != nil { wrong.append((row, cell)) }
        continue
      }
      let cell = place.code
      if row.cell != cell { wrong.append((row, cell)) }
      guard let cell, let grid = row.grid, cell.utf8.count == grid.utf8.count else { continue }
      if cell == grid { figures.inTrueGrid += 1 } else { figures.inOtherGrid += 1 }
    }
    guard let first = wrong.first else { return }
    differences.append(
      Notices.about(
        file.file,
        Notices.cells(
          wrong: wrong.count, row: first.row.row, is: first.found, keySays: first.row.cell)))
  }
}
