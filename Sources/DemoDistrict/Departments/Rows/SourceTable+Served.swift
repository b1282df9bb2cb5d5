/// What of the tables can be shown: a data set comes from the truth when all its terms can be read and a rule
/// says which rows it has.
///
/// A further data set takes a rule in a file of `Facts` (`rules`), and in the table of that file each fact,
/// step or count that `unresolved` names; nothing else.
extension SourceTable {
  /// The terms of a data set's columns that the views cannot read yet.
  func unresolved(_ dataset: String) -> [String] {
    guard let rows = rows[dataset] else { return [] }
    var missing = (columns[dataset] ?? []).filter { !FactTable.all.knows($0, of: rows.subject) }
      .map(\.term.text)
    if RowRule.all[dataset] == nil { missing.insert("rows of \(rows.subject.rawValue)", at: 0) }
    return missing
  }

  /// The data sets whose rows come from the truth.
  var served: [String] { datasets.filter { unresolved($0).isEmpty } }
}
