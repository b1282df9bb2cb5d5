import Foundation
import Synchronization
import Tabular

/// Catches one row of one file as it is written, and what the key knows of it; nothing reaches the disk.
final class RowCatcher: KeySink {
  private struct Caught {
    var cells: [TableCell]?
    var record: [TableCell]?
    var count = 0
  }

  private let file: String
  private let row: Int
  private let caught = Mutex(Caught())

  /// - Parameter row: the data row, from 1.
  init(file: String, row: Int) { (self.file, self.row) = (file, row) }

  /// The cells of the row in the file; nil where the file does not have so many rows.
  var cells: [TableCell]? { caught.withLock { $0.cells } }

  /// The columns of `RowRecord` of the row.
  var record: [TableCell]? { caught.withLock { $0.record } }

  /// How many rows went by.
  var count: Int { caught.withLock { $0.count } }

  /// A writer that keeps the row where the file is the wanted one.
  ///
  /// - Parameter head: how many rows stand above the data.
  func writer(at path: String, head: Int) -> any TableWriter {
    let isWanted = URL(filePath: path).lastPathComponent == file
    return Writer(catcher: self, wanted: isWanted ? head + row : -1)
  }

  private final class Writer: TableWriter {
    private let catcher: RowCatcher
    private let wanted: Int
    private var count = 0

    init(catcher: RowCatcher, wanted: Int) { (self.catcher, self.wanted) = (catcher, wanted) }

    func write(_ cells: [TableCell], geometry: [UInt8]?) throws {
      count += 1
      if count == wanted { catcher.caught.withLock { $0.cells = cells } }
    }

    func finish() throws {}
  }

  // MARK: The key of its rows

  func begin(_ table: KeyTable) throws {}

  func write(_ rows: [[TableCell]], to table: KeyTable) throws {
    guard table.file == file else { return }
    caught.withLock { caught in
      let place = row - 1 - caught.count
      if rows.indices.contains(place) { caught.record = rows[place] }
      caught.count += rows.count
    }
  }

  func end(_ table: KeyTable) throws {}
  func finish() throws {}
}
