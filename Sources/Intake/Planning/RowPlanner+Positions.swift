import Datasets
import Geometry
import Tabular

extension RowPlanner {
  /// Counts a row's position, as long as positions are counted.
  func note(
    _ fault: PlaceFault?, _ plan: PlannedRow, _ row: TableRow,
    _ fields: UnsafeBufferPointer<TableField>, _ values: UnsafePointer<FieldValue>
  ) {
    switch fault?.code {
    case nil:
      if plan.hasPoint || plan.shape != nil { positions.noteNear() }
    case .coordinateFar, .coordinateSwapped, .coordinateInvalid:
      let rule = fault?.rule ?? 0
      // Metres read as degrees are no position; neither is a text, which says nothing of systems.
      guard placer.rules[rule].fields.allSatisfy({ values[$0].number != nil }) else {
        return
      }
      positions.noteAstray {
        PositionTally.Example(line: row.line, position: given(rule, fields), rule: rule)
      }
    default: break
    }
  }

  /// Stops where the positions read so far say that their reference system is another one.
  func judgePositions(isComplete: Bool) throws {
    guard judgesPositions else { return }
    if let misplaced = positions.misplaced(isComplete: isComplete) { throw misplaced }
  }

  /// A row's position as the file gives it.
  private func given(_ rule: Int, _ fields: UnsafeBufferPointer<TableField>) -> String {
    if case .geometry = placer.rules[rule] {
      let shape = reader.geometry.flatMap { try? WellKnownBinary.decodeShape($0) }
      return shape?.anchor.map { "\($0.x),\($0.y)" } ?? ""
    }
    return text(of: placer.rules[rule].fields, fields)
  }

  /// The cells of some fields of the manifest, divided by commas.
  func text(of indices: [Int], _ fields: UnsafeBufferPointer<TableField>) -> String {
    indices.map { index in
      records.columns.columns[index].map { $0 < fields.count ? fields[$0].string : "" } ?? ""
    }.joined(separator: ",")
  }
}
