/// A sheet of a workbook, as its list of sheets names it.
struct XlsxSheet: Sendable {
  let name: String
  /// The path of its part in the archive.
  let path: String
  /// Whether it holds cells; a chart sheet does not.
  let isWorksheet: Bool
  /// Whether Excel hides it.
  let isHidden: Bool
}
