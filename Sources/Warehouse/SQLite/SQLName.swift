/// Names of tables and columns in SQL.
enum SQLName {
  /// A name as SQL quotes it.
  static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }
}
