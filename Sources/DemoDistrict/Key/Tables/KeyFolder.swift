import Foundation
import Synchronization
package import Tabular

/// The key as CSV files in a folder: `rows/FILE.csv` for each file, and the tables of the truth.
package final class KeyFolder: KeySink {
  private let folder: String
  private let sinks = Mutex<[KeyTable: TextSink]>([:])

  /// Makes the folder; tables that are there are written anew.
  package init(_ folder: String) throws {
    self.folder = folder
    try FileManager.default.createDirectory(
      atPath: "\(folder)/rows", withIntermediateDirectories: true)
  }

  package func begin(_ table: KeyTable) throws {
    let path = path(table)
    var writer = CSVWriter()
    writer.write(table.columns.map(\.name))
    let heading = writer.bytes
    try sinks.withLock { sinks in
      let sink = try TextSink(path: path, encoding: nil)
      try sink.write(heading)
      sinks[table] = sink
    }
  }

  package func write(_ rows: [[TableCell]], to table: KeyTable) throws {
    var writer = CSVWriter()
    for row in rows { writer.write(row.map(\.text)) }
    let bytes = writer.bytes
    try sinks.withLock { try $0[table]?.write(bytes) }
  }

  package func end(_ table: KeyTable) throws {
    try sinks.withLock { $0.removeValue(forKey: table) }?.finish()
  }

  package func finish() throws {}

  private func path(_ table: KeyTable) -> String {
    table.file.map { "\(folder)/rows/\($0).csv" } ?? "\(folder)/\(table.name).csv"
  }
}
