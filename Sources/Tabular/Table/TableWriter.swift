/// Writes a table to a file, row by row.
///
/// The file is complete only after `finish()`; one that was not finished is not to be used.
package protocol TableWriter: AnyObject {
  /// Writes a row; formats without geometry leave it out.
  ///
  /// - Parameter geometry: well-known binary, or nil.
  /// - Throws: `TabularError` where the row does not fit the format, or the disk is full.
  func write(_ cells: [TableCell], geometry: [UInt8]?) throws
  /// Writes what is outstanding and closes the file.
  func finish() throws
}
