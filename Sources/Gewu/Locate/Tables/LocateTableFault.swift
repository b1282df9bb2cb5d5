import Tabular

/// Why a table of positions cannot go through.
package enum LocateTableFault: Error, Equatable, Sendable {
  /// There are no bytes.
  case empty
  /// The first line, which must name the columns, is empty.
  case emptyHeader
  /// The header is no text in a known encoding.
  case unreadableHeader
  /// There is a NUL byte in it, so it is no text.
  case nulByte
  /// The header has a column already that would be added.
  case taken(String)
  /// The header has no column, or several, for the longitude or the latitude.
  ///
  /// `wanted` is the name that was asked for, nil for one of the `usual` ones.
  case unclearColumn(
    isLongitude: Bool, wanted: String?, usual: [String], hits: Int, header: [String])
  /// The quotes of the record that begins on this line do not match; the header's line is 1.
  case malformed(line: Int)
}

extension LocateTableFault {
  /// The error that the command line shows for the table `name`.
  func error(of name: String) -> any Error {
    switch self {
    case .empty:
      TabularError(.empty, path: name, .file(.empty))
    case .emptyHeader:
      GewuError(.invalid, "\(name): the first line is empty; it must name the columns")
    case .unreadableHeader:
      GewuError(
        .invalid,
        "\(name): the first line is no text in a known encoding; convert the table to UTF-8")
    case .nulByte:
      GewuError(
        .invalid, "\(name): there is a NUL byte in it, so it is not text; export it again as CSV")
    case .taken(let column):
      GewuError(
        .invalid, "\(name): there is a column \(column) already; leave it out of the table first")
    case .unclearColumn(let isLongitude, let wanted, let usual, let hits, let header):
      GewuError(
        .invalid,
        "\(name): \(hits == 0 ? "no column" : "\(hits) columns") "
          + (wanted.map { "«\($0)»" } ?? "with a usual name (\(usual.joined(separator: ", ")))")
          + "; name one with \(isLongitude ? "--lon" : "--lat"): " + header.joined(separator: ", "))
    case .malformed(let line):
      GewuError(.invalid, "\(name): line \(line): the quotes do not match; correct that line")
    }
  }
}
