/// Why a file in a format that GDAL reads cannot be read.
package enum ForeignFact: Hashable, Sendable {
  /// Why the conversion failed.
  package enum Reason: Hashable, Sendable {
    /// The program says so, in its words.
    case refused(String)
    case child(ChildFact)
    /// No folder can be made for its result, with the system's `errno`.
    case noFolder(code: Int32)
  }

  /// GDAL's program is not installed.
  case notInstalled(ForeignFormat)
  case failed(ForeignFormat, Reason)
}
