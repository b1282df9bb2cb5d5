/// How much the files of one or more districts come to.
package struct DemoTotals: Hashable, Sendable {
  /// Files that are taken and files that are refused.
  package var files = 0
  /// The rows of those that are taken.
  package var rows = 0
  /// Of what the cells of those rows are.
  package var cells = CellOrigins()

  package init() {}

  /// Adds a month of a district.
  package mutating func add(_ key: AnswerKey) {
    files += key.files.count + key.refused.count
    for file in key.files {
      rows += file.read
      cells += file.origins
    }
  }
}
