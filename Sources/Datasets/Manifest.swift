public import Tabular

/// What a data officer says about one department's table: its fields, its keys, where its records
/// are and how a file of it is loaded.
///
/// A manifest is a YAML file that is a valid Frictionless Table Schema v2
/// (https://datapackage.org/standard/table-schema/) with some properties of a Data Resource and
/// one block of our own, `gewu`, at the top and in each field:
///
/// ```yaml
/// name: hydrant                     # Table Schema and Data Resource
/// title: Fire hydrants
/// encoding: auto                    # auto | utf-8 | gb18030 | a name that iconv knows
/// dialect: {delimiter: ",", header: true}       # or headerRows: [3]
/// fieldsMatch: subset               # exact | equal | subset | superset | partial
/// missingValues: ["", "N/A"]
/// primaryKey: [hydrant_no]
/// fields:
///   - name: hydrant_no
///     title: Number
///     type: string                  # string integer number date datetime boolean
///     constraints: {required: true, maxLength: 12}
///     gewu: {aliases: [No., 编号], title_zh: 编号}
///   - name: checked_on
///     type: date
///     format: "%Y/%m/%d"
///     gewu: {formats: ["%Y-%m-%d", "%Y年%m月%d日"]}
///   - name: kind
///     gewu: {codes: {file: codes/hydrant-kind.csv, code: code, label: label}}
///   - {name: owner_id, gewu: {check: cn.resident-id, sensitive: personal}}
///   - {name: lon, type: number}
///   - {name: lat, type: number}
/// gewu:
///   dataset: hydrant                # default: name
///   title_zh: 消火栓
///   department: Fire brigade
///   files: ["hydrants-*.csv", "消火栓*.csv"]
///   load: incremental               # append | incremental | full
///   dedupe: first                   # first | last | error
///   location: {x: lon, y: lat, crs: wgs84}      # or {grid: {field: lsoa, level: lsoa}}
///   category: kind
///   date: checked_on
///   exposures: [{name: outlets, title: Outlets, field: outlet_count}]
///   thresholds: {maxErrors: 5%, maxShrink: 40%}
///   subject: report                 # only for tables of citizens' reports
/// ```
///
/// Field properties read: `name title description type format constraints missingValues trueValues
/// falseValues decimalChar groupChar bareNumber(true only) example rdfType`; in a field's `gewu`:
/// `aliases column title_zh check checks codes sensitive formats trim`. Constraints: `required
/// unique minLength maxLength minimum maximum pattern enum`. Anything else is an error.
public struct Manifest: Hashable, Sendable {
  /// The file it came from.
  public var path: String
  /// The name in Table Schema.
  public var name: String
  /// The identifier of the data set: lower-case letters, digits, `-` and `_`.
  public var dataset: String
  /// What people call it.
  public var title: String?
  /// What people call it in Chinese.
  public var titleChinese: String?
  /// What it is.
  public var description: String?
  /// Who keeps it.
  public var department: String?
  /// The encoding of its files; nil for the decision over the whole file.
  public var encoding: TextEncoding?
  /// How its files are laid out.
  public var dialect = TableDialect()
  /// Whether the files have column names.
  public var hasHeader: Bool { !dialect.headerRows.isEmpty }
  /// How the columns must agree with the fields.
  public var fieldsMatch = FieldsMatch.exact
  /// The texts that mean "no value" in every field that names none.
  public var missingValues = [""]
  /// The fields in their order.
  public var fields: [ManifestField] = []
  /// The names of the fields that identify a record; empty where nothing does.
  public var primaryKey: [String] = []
  /// The patterns of file names: `*` stands for any characters, `?` for one.
  public var files: [String] = []
  /// What a file means for rows that are there.
  public var load = LoadMode.append
  /// Which of several rows with one key counts.
  public var dedupe = DuplicateRule.first
  /// Where the records are.
  public var location = RecordLocation.none
  /// The field by which incidents are told apart.
  public var category: String?
  /// The field that says when it happened.
  public var date: String?
  /// The denominators it offers.
  public var exposures: [Exposure] = []
  /// What else the rows become, besides rows of their own table.
  public var subject: Subject?
  /// How many rows may be refused, where that is limited.
  public var maximumErrors: ErrorLimit?
  /// The greatest share of the current rows, 0…1, that a full load may retire.
  public var maximumShrink: Double?
  /// The text it was read from.
  public var text: String
  /// SHA-256 over the text and the code tables: changes when any rule changes.
  public var hash: String

  /// The field of a name.
  public func field(_ name: String) -> ManifestField? { fields.first { $0.name == name } }

  /// Whether a file's name is one of this data set's.
  public func matches(fileName: String) -> Bool {
    files.contains { Glob.matches($0, fileName) }
  }
}
