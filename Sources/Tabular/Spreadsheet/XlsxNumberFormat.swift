/// How a workbook shows the numbers of a column.
public enum XlsxNumberFormat: Hashable, Sendable {
  /// As Excel sees fit.
  case general
  /// A number format that files do not describe: 14 days, 22 moments, 49 text, or one of the
  /// Chinese edition's, 27…36 and 50…58 (ECMA-376 part 1, 18.8.30).
  case builtIn(UInt8)
  /// A format code: `yyyy"年"m"月"d"日"`.
  case code(String)

  /// Numbers are shown, and typed in, as text.
  public static let text = XlsxNumberFormat.builtIn(49)
}
