import Foundation
import Tabular

/// Where the lines of a file go: into one file, or into two with different headings.
///
/// Files are made with the first line, so that there are none without any.
final class FileOutput {
  /// A file to be written.
  struct Target {
    var path: String
    var layout: FileLayout
  }

  private let maker: FileMaker
  private let targets: [Target]
  private let month: Int
  private let writers: FormatWriters
  private let sinks: [any KeySink]
  private var open: [any TableWriter] = []
  private var key: RowKeyWriter?

  /// - Parameter sinks: take what the key knows of each row.
  init(
    _ maker: FileMaker, _ targets: [Target], month: Int, writers: FormatWriters,
    sinks: [any KeySink]
  ) {
    (self.maker, self.targets, self.month, self.writers) = (maker, targets, month, writers)
    self.sinks = sinks
  }

  func write(_ row: WrittenRow) throws {
    try begin()
    for writer in open { try writer.write(row.cells, geometry: row.geometry) }
    try key?.write(row.number, row.line.outcome, row.fate, faults: row.faults)
  }

  /// Writes the first half of a row, behind which nothing comes.
  func writeHalf(_ row: WrittenRow) throws {
    try begin()
    for case let writer as OfficeTextWriter in open { try writer.writeHalf(row.cells) }
    for writer in open { try writer.finish() }
    open = []
    try key?.write(row.number, row.line.outcome, row.fate, faults: row.faults)
    try finishKey()
  }

  /// Writes what stands behind the rows, and gives the files their names.
  func finish(rows: Int) throws {
    for (writer, target) in zip(open, targets) {
      if isSheet {
        for row in target.layout.foot(rows: rows) { try writer.write(row, geometry: nil) }
      }
      try writer.finish()
    }
    open = []
    try finishKey()
  }

  private var isSheet: Bool { !maker.plan.form.hasGeometry }

  private func begin() throws {
    guard open.isEmpty else { return }
    for target in targets {
      let writer = try writers.writer(for: maker, at: target.path)
      if isSheet { try writeHead(target.layout, to: writer) }
      open.append(writer)
    }
    guard !sinks.isEmpty else { return }
    let files = targets.map { URL(filePath: $0.path).lastPathComponent }
    key = try RowKeyWriter(maker.view, month: month, files: files, sinks: sinks)
  }

  private func finishKey() throws {
    try key?.finish()
    key = nil
  }

  private func writeHead(_ layout: FileLayout, to writer: any TableWriter) throws {
    for (number, row) in layout.head(month: month).enumerated() {
      try writer.write(row.cells, geometry: nil)
      for columns in row.merged where columns.count > 1 {
        if let writer = writer as? XLSXWriter {
          try writer.merge(rows: number...number, columns: columns)
        } else if let writer = writer as? XLSWriter {
          writer.merge(rows: number...number, columns: columns)
        }
      }
    }
  }
}
