package import Tabular

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
/// dialect:                          # Table Dialect; all of it may be left out
///   delimiter: ","
///   quoteChar: ""                   # quotes are characters as any; default '"'
///   skipInitialSpace: true          # spaces before a field are no part of it
///   headerRows: [2, 3]              # or header: false; rows above and between are titles
///   headerJoin: " "                 # between the headings of one column
///   sheetName: "消火栓*"             # or sheetNumber: 2; else the first that is not empty
///   table: hydrants                 # the layer of a GeoPackage
/// fieldsMatch: subset               # exact | equal | subset | superset | partial
/// missingValues: ["", "N/A", '\N', 无]
/// primaryKey: [hydrant_no]
/// fields:
///   - name: hydrant_no
///     title: Number
///     type: string                  # string integer number date datetime boolean
///     constraints: {required: true, maxLength: 12}
///     gewu: {aliases: [No., 编号], title_zh: 编号, normalize: [nfkc, upper]}
///   - name: checked_on
///     type: date
///     format: "%Y/%m/%d"
///     gewu: {formats: ["%Y-%m-%d", "%Y年%m月%d日"], sentinels: ["9999-12-31"]}
///   - name: kind
///     gewu: {codes: {file: codes/hydrant-kind.csv, code: code, label: label}, severity: warning}
///   - {name: owner_id, gewu: {check: cn.resident-id, sensitive: personal, masked: allow}}
///   - {name: pressure, type: number, gewu: {unit: MPa}}
///   - {name: lon, type: number}
///   - {name: lat, type: number}
/// gewu:
///   dataset: hydrant                # default: name
///   title_zh: 消火栓
///   department: Fire brigade
///   department_zh: 消防救援大队
///   files: ["hydrants-*.csv", "消火栓*.csv"]
///   enabled: true                   # false: only imported with --dataset
///   footer: ["合计", "填表人"]       # rows at the end that begin so are no data
///   load: incremental               # append | incremental | full | partition
///   partition: [month]              # for load: partition
///   period: {file: "aid_{year}{month}*"}        # or {field: month}, or none: what time a file is about
///   dedupe: first                   # first | last | error
///   rowHash: {exclude: [updated_at]}            # changes of these alone are none
///   location: {x: lon, y: lat, crs: wgs84}      # or a list, the first that gives a place counts
///   category: kind
///   date: checked_on
///   exposures: [{name: outlets, title: Outlets, field: outlet_count}]
///   thresholds: {maxErrors: 100, maxErrorRate: 5%, maxShrink: 40%}
///   freshness: {warn: 40d, error: 70d}
///   frequency: monthly              # daily weekly monthly quarterly yearly irregular
///   sensitivity: 2                  # 1 open … 4 most sensitive
///   subject: component              # report person household legal_entity component event address
///                                   # place post none
///   identity: [[hydrant_no], [kind, lon, lat]]  # keys of the subject, the strongest first
///   subjectMap: {code: hydrant_no}              # attribute of the subject: field
///   posts: {role: role, cell: grid_code, …}     # who holds which post: see ``PostFields``
/// ```
///
/// Forms of `location`: `{x: …, y: …, crs: …}` with any EPSG code, `wgs84`, `cgcs2000`, `gcj02`,
/// `bd09` or `auto` (the import then reports what fits and asks for a decision), and `axes:
/// north-east` where X is the northing; `{grid: {field: …, level: …}}`; `{geometry: {type: point,
/// crs: file}}` with `point`, `line` or `polygon`; `{address: field}`.
///
/// Field properties read: `name title description type format constraints missingValues trueValues
/// falseValues decimalChar groupChar bareNumber(true only) example rdfType`; in a field's `gewu`:
/// `aliases column title_zh check checks codes severity sensitive searchable public masked sentinels
/// normalize formats trim unit groupSize`. Constraints: `required unique minLength maxLength minimum maximum pattern enum`.
/// Anything else is an error.
///
/// `groupChar` stands before groups of three digits, or of four where `groupSize: 4` says so; a number
/// that it divides otherwise is refused. `normalize: [nfkc]` is for numbers and dates as well.
/// A `pattern` is matched in linear time; what would need going back (`\1`, `(?=…)`) is an error.
///
/// `severity` (error, warning, info) holds for the field's checks, codes and constraints but
/// `required` and `unique`: a row whose value fails a warning is taken, with a remark. Dates that
/// stand for "unknown" or "for ever" are read as no value, with a remark; `sentinels` names others
/// than ``ManifestField/dateSentinels``.
package struct Manifest: Hashable, Sendable {
  /// The file it came from.
  package var path: String
  /// The name in Table Schema.
  package var name: String
  /// The identifier of the data set: lower-case letters, digits, `-` and `_`.
  package var dataset: String
  package var title: String?
  /// What people call it in Chinese.
  package var titleChinese: String?
  package var description: String?
  package var department: String?
  /// Who keeps it, in Chinese.
  package var departmentChinese: String?
  /// The encoding of its files; nil for the decision over the whole file.
  package var encoding: TextEncoding?
  /// How its files are laid out.
  package var dialect = TableDialect()
  /// Whether the files have column names.
  package var hasHeader: Bool { !dialect.headerRows.isEmpty }
  /// How the columns must agree with the fields.
  package var fieldsMatch = FieldsMatch.exact
  /// The texts that mean "no value" in every field that names none.
  package var missingValues = [""]
  /// The fields in their order.
  package var fields: [ManifestField] = []
  /// The names of the fields that identify a record; empty where nothing does.
  package var primaryKey: [String] = []
  /// The patterns of file names: `*` stands for any characters, `?` for one.
  package var files: [String] = []
  /// Whether files are recognised by their names; if not, an import must name the data set.
  package var isEnabled = true
  /// The beginnings of rows at the very end of a file that are no data: sums and signatures.
  package var footer: [String] = []
  /// What a file means for rows that are there.
  package var load = LoadMode.append
  /// Which of several rows with one key counts.
  package var dedupe = DuplicateRule.first
  /// The fields that tell partitions apart, for `load: partition`.
  package var partition: [String] = []
  /// How the period of a file is known; nil where the manifest does not say.
  package var periodRule: PeriodRule?
  /// The fields whose change alone does not make a new version of a row.
  package var hashExclusions: [String] = []
  /// Where the records are: rules in the order in which they are tried.
  package var locations: [RecordLocation] = []
  /// The first rule of where the records are.
  package var location: RecordLocation { locations.first ?? .none }
  /// The field by which incidents are told apart.
  package var category: String?
  /// The field that says when it happened.
  package var date: String?
  package var exposures: [Exposure] = []
  /// What the rows are about.
  package var subject: Subject?
  /// The fields by which a subject is known again: keys, the strongest first.
  package var identity: [[String]] = []
  /// The fields that hold the subject's attributes.
  package var subjectMap: [String: String] = [:]
  /// The fields that say who holds which post; nil where the rows are no posts.
  package var posts: PostFields?
  /// How sensitive the whole is, from 1 (open) to 4; nil where nobody said.
  package var sensitivityLevel: Int?
  /// How often it is delivered.
  package var frequency: Frequency?
  /// How old its latest file may be.
  package var freshness: Freshness?
  /// How many rows may be refused, where that is limited.
  package var maximumErrors: ErrorLimit?
  /// The greatest share of the rows read, 0…1, that may be refused.
  package var maximumErrorRate: Double?
  /// The greatest share of the current rows, 0…1, that a full load may retire; of a load by
  /// partitions those of the partitions that the file names.
  package var maximumShrink: Double?
  /// The text it was read from.
  package var text: String
  /// SHA-256 over the text and the code tables: changes when any rule changes.
  package var hash: String

  /// What the data set is called in names of tables: `-` cannot stand there unquoted.
  package var tableName: String { Self.tableName(ofDataset: dataset) }

  /// What a data set is called in names of tables.
  package static func tableName(ofDataset dataset: String) -> String {
    String(dataset.map { $0 == "-" ? "_" : $0 })
  }

  /// The field of a name.
  package func field(_ name: String) -> ManifestField? { fields.first { $0.name == name } }

  /// Whether a file's name is one of this data set's.
  package func matches(fileName: String) -> Bool {
    files.contains { Glob.matches($0, fileName) }
  }
}
