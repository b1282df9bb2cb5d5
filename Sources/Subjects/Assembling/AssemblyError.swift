/// Why a row or a decision cannot be taken in.
public enum AssemblyError: Error, Hashable, Sendable {
  /// The rules have no data set of this name.
  case unknownDataSet(String)
  /// The rules have no attribute of this name.
  case unknownAttribute(String)
  /// A row came twice between two assemblies.
  case repeatedRow(RowAddress)
  /// There are more rows than can be numbered.
  case tooManyRows
}
