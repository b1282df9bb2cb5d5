package import Datasets

/// Why a table cannot go through.
package enum TableStreamFault: Error, Equatable, Sendable {
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
  /// The header has no column, or several, for what is looked for.
  ///
  /// `wanted` is the name that was asked for, nil for one of the `usual` ones.
  case unclearColumn(
    SoughtColumn, wanted: String?, usual: [String], hits: Int, header: SeenHeadings)
  /// The quotes of the record that begins on this line do not match; the header's line is 1.
  case malformed(line: Int)
  /// The record that begins on this line has more fields than are read.
  case tooManyFields(line: Int)
  /// The record that begins on this line does not end within the length that one may have.
  case longRecord(line: Int)
}

/// A table that cannot go through, and what it is called.
package struct TableStreamError: UseCaseError, Equatable, Sendable {
  package let table: String
  package let fault: TableStreamFault

  package init(table: String, fault: TableStreamFault) {
    self.table = table
    self.fault = fault
  }

  package var kind: FailureKind { .invalid }
}
