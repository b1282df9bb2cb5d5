import Files
import Geometry
import Grids
import Warehouse

extension District {
  /// Writes the look-up index of one level to a file that `include/gewu.h` or
  /// `Locator(mapping:)` answers from.
  ///
  /// The cells are in the order of their codes, which are inside. The index answers from the
  /// boundaries of the level as the store keeps them, in the store's reference system. A file that is
  /// there is replaced at once; who has it open goes on with the old one.
  ///
  /// - Parameters:
  ///   - path: where the file goes.
  ///   - net: the net of the cells.
  ///   - level: the level of the cells; the lowest one, where it is nil.
  ///   - date: as of this date or moment; now, where it is nil.
  /// - Throws: ``NetFault`` where there is no such net; ``IndexFault`` where there is no such level, no
  ///   generation is active (then); `OutputError` where the file cannot be written.
  package func writeIndex(
    to path: String, net: String = Net.base, level: String? = nil, at date: String? = nil
  ) throws -> GridIndexFile {
    let spared = StoreFiles(of: store.path).spared
    try spared.refuse(path)
    let index = try index(at: date, net: net)
    guard !index.levels.isEmpty else {
      throw IndexFault.noCells(generation: index.generation.id)
    }
    guard let place = level.map(index.index(ofLevel:)) ?? (index.levels.count - 1) else {
      throw IndexFault.noLevel(
        level ?? "", known: index.levels.map(\.level.name), withCells: true)
    }
    let cells = index.levels[place]
    let isValid = index.generation.isValid ?? false
    let locator = GridIndex.locator(
      of: try store.read {
        try $0.boundaries(level: cells.level, generation: index.generation.id)
      }, codes: cells.codes, isValid: isValid)
    try locator.write(to: path, as: .none, sparing: spared)
    return GridIndexFile(
      file: path, bytes: locator.byteCount, net: net, level: cells.level.name,
      cells: locator.cellCount, generation: index.generation.id,
      isCoverageValid: isValid, srid: srid)
  }
}

/// An index file that was written, and what it answers.
package struct GridIndexFile: Sendable, Equatable, Codable {
  /// The path of the file.
  package var file: String
  /// The size of the file.
  package var bytes: Int
  /// The net of the cells.
  package var net: String
  /// The level of the cells.
  package var level: String
  /// How many cells there are.
  package var cells: Int
  /// The generation of the boundaries.
  package var generation: Int64
  /// Whether that generation's coverage passed its check.
  package var isCoverageValid: Bool
  /// The EPSG code of the system that positions have to be given in.
  package var srid: Int

  package enum CodingKeys: String, CodingKey {
    case file, bytes, net, level, cells, generation, srid
    case isCoverageValid = "coverage_valid"
  }
}
