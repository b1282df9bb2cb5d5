package import Subjects
package import Tabular

/// A fault in what describes a data set, or in a file as a whole: where it is and what is wrong, in
/// no language.
package struct DatasetsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  package enum Fact: Hashable, Sendable {
    case manifest(ManifestFault)
    case codes(CodeTableFault)
    case header(HeaderFault)
    case folder(FolderFault)
    case file(FileFault)
    case subjects(SubjectFileFault)
  }

  /// The file, or the folder of manifests.
  package let path: String
  /// The line, from 1, where it is known.
  package let line: Int?
  /// The place within the manifest, such as `fields[3].gewu.codes`.
  package let place: String?
  package let fact: Fact

  package init(path: String, line: Int? = nil, place: String? = nil, _ fact: Fact) {
    self.path = path
    self.line = line
    self.place = place
    self.fact = fact
  }

  package init(path: String, line: Int? = nil, place: String? = nil, _ fault: FileFault) {
    self.init(path: path, line: line, place: place, .file(fault))
  }

  /// Where it is, such as `a.yaml:3: fields[0]`.
  package var location: String {
    let lined = line.map { "\(path):\($0)" } ?? path
    return place.map { "\(lined): \($0)" } ?? lined
  }

  package var description: String { "\(location): \(fact)" }
}

/// What is wrong with a table of codes.
package enum CodeTableFault: Hashable, Sendable {
  case noHeader
  case noColumn(String, columns: Int)
  case malformedRow
  /// A text of two rows, by their places among the rows, would mean two codes.
  case twoMeanings(rows: Int, Int)
}

/// What is wrong with the header of a file, by its manifest.
package enum HeaderFault: Hashable, Sendable {
  /// A header row is not there, or blank.
  case noHeader(row: Int)
  /// A header row is there and cannot be read.
  case malformed(row: Int, TableRow.Fault)
  /// All of it stands in one column, and something else than the dialect says divides it.
  case oneColumn(delimiter: Character)
  case tooNarrow(width: Int, field: String, column: Int)
  /// A field's column is headed by none of its names; the heading is nil where it may be a value.
  case foreignHeading(String?, field: String, column: Int)
  /// A field's name stands over several columns.
  case repeated(field: String, columns: [Int])
  /// A heading is a name of two fields.
  case claimedTwice(String, String, String)
  /// A heading is what the format leaves of the names of several fields.
  case cutNameOfSeveral(String, fields: [String])
  case missing([String], header: SeenHeadings)
  /// Columns that are no field's, counted from 1, and their headings.
  case unknown(columns: [Int], SeenHeadings)
  case otherOrder
}

/// What is wrong with the manifests of a folder taken together, or with what was asked of them.
package enum FolderFault: Hashable, Sendable {
  case noFolder
  /// A manifest is a link that leads out of the folder.
  case linkLeadsOut
  /// Another manifest describes the same data set.
  case describedTwice(dataset: String, other: String)
  /// Another data set would have the same table: their names differ in `-` and `_` only.
  case sameTable(dataset: String, other: String, path: String)
  case noManifest(dataset: String, suggestion: String?, known: [String])
  case notEnabled(dataset: String)
  /// No manifest names a file.
  case unclaimed(folder: String)
  case claimedBySeveral([String])
}

/// Why a file as a whole is not taken, by its manifest.
package enum FileFault: Hashable, Sendable {
  case changedWhileRead
  /// All of the first rows have another number of fields than the header.
  case otherShape(rows: Int, width: Int)
  /// It has no data rows, and a full load of it would retire every row.
  case wouldRetireAll
  case noSampleRows
  /// The manifest relies on the reference system that the file names, and it names none.
  case noReferenceSystem
  /// `crs: auto` has no boundaries to measure by.
  case nothingToMeasureBy
  /// It lacks the column of the numbers of refused rows, and no key stands for them.
  case noNumbers(column: String, dataset: String)
  /// No row of it stands for an open refused row.
  case noOpenRow(column: String, dataset: String)
  /// The store has the table under the name of another data set.
  case tableTaken(dataset: String, other: String)
}

/// What is wrong with a file of rules for subjects, or with a folder of them.
package enum SubjectFileFault: Hashable, Sendable {
  /// A part of the file cannot be used.
  case rules(RulesReason)
  /// Another file is about the same kind of subject.
  case kindTwice(String, other: String)
  /// The folder has no file of rules.
  case noRules
  /// A number that is none.
  case notANumber
}
