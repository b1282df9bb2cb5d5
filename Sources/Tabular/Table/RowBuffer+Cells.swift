extension RowBuffer {
  /// Adds a field with the content of a cell.
  func append(_ cell: TableCell) {
    let kind: TableField.Kind =
      switch cell {
      case .empty, .text: .text
      case .number: .number
      case .date: .date
      case .boolean: .boolean
      case .error: .error
      }
    append(cell.text, kind: kind)
  }
}
