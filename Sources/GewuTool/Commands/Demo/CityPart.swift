/// A district of a city whose files of one data set are held to its key.
struct CityPart {
  /// Its division code, with which the codes of its cells begin and which its folder is called by.
  let code: String
  /// The folder of the month's files inside its own.
  let files: String
  /// The rows of the data set in its cells, by their codes.
  let cells: [String: Int]

  /// The end of a file's path.
  func path(of file: String) -> String { "\(code)/\(files)/\(file)" }
}
