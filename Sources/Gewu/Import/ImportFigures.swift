/// What became of a file's rows, under the names of the contract.
public struct ImportFigures: Hashable, Sendable {
  /// The counts by their names, such as `read` and `inserted`.
  public var counts: [String: Int]
  /// How many reasons of each code the refused rows have.
  public var reasons: [String: Int]
  /// How many remarks of each code the rows that were taken have.
  public var remarks: [String: Int]
  /// The current rows of the data set, by the code of the cell that they are attached to.
  public var cells: [String: Int]
}
