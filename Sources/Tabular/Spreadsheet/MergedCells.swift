/// The merged cells of a sheet: a spreadsheet keeps their content in the first of them alone, and shows
/// it over all.
///
/// A heading belongs to all columns that it covers. In the data, a cell that covers several rows of one
/// column belongs to each of them; one that covers several columns is only in its first, for the others
/// are other fields.
struct MergedCells {
  /// Of the ranges that begin in a row, the columns, counted from 0, of those of several columns.
  private var across: [Int: [ClosedRange<Int>]] = [:]
  /// Of the ranges that begin in a row, the column and the last row of those of several rows.
  private var down: [Int: [(column: Int, last: Int)]] = [:]
  /// What is shown in the rows below it, by its column.
  private var carried: [Int: Carried] = [:]

  private struct Carried {
    var last: Int
    var kind: TableField.Kind
    var bytes: [UInt8]
  }

  /// More ranges than a row can have beside each other overlap, as no program makes them.
  private static let maximumPerRow = 16_384

  /// Adds a range; rows are counted from 1, columns from 0.
  mutating func add(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    let row = rows.lowerBound
    if columns.count > 1, across[row]?.count ?? 0 < Self.maximumPerRow {
      across[row, default: []].append(columns)
    }
    if rows.count > 1, down[row]?.count ?? 0 < Self.maximumPerRow {
      down[row, default: []].append((columns.lowerBound, rows.upperBound))
    }
  }

  /// Repeats the headings of a row over the columns that they cover.
  func fillHeadings(_ row: RowBuffer, line: Int) {
    guard let ranges = across[line] else { return }
    var end = -1
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound })
    where range.lowerBound < row.count && range.lowerBound > end {
      end = range.upperBound
      let heading = UnsafeRawBufferPointer(row.fields[range.lowerBound].bytes)
      row.pad(to: min(range.upperBound, Self.maximumPerRow - 1) + 1)
      for column in range.dropFirst() where column < row.count {
        if row.fields[column].count == 0 { row.replace(column, place: heading) }
      }
    }
  }

  /// Whether there is nothing to do for a row of data.
  @inline(__always)
  var isDone: Bool { down.isEmpty && carried.isEmpty }

  /// Puts what a cell above covers into a row of data; a row without content of its own stays so.
  mutating func fillData(_ row: RowBuffer, line: Int) {
    if !carried.isEmpty, !row.isBlank {
      for (column, above) in carried {
        guard line <= above.last else {
          carried[column] = nil
          continue
        }
        guard column < row.count, row.fields[column].count == 0 else { continue }
        above.bytes.withUnsafeBytes { bytes in
          let copy = row.reserve(bytes.count)
          copy.copyMemory(from: bytes)
          row.replace(column, place: UnsafeRawBufferPointer(copy), kind: above.kind)
        }
      }
    }
    for (column, last) in down.removeValue(forKey: line) ?? [] where column < row.count {
      let field = row.fields[column]
      guard field.count > 0 else { continue }
      carried[column] = Carried(last: last, kind: field.kind, bytes: Array(field.bytes))
    }
  }

  /// Leaves out what no row needs, the last header row being known: titles and headings that cover
  /// rows, data that covers columns.
  mutating func divide(at line: Int) {
    for row in down.keys where row <= line { down[row] = nil }
    for row in across.keys where row > line { across[row] = nil }
  }
}
