import Geometry
import Tabular
import Yams

extension Manifest {
  private static let keys = [
    "name", "title", "description", "version", "fields", "fieldsMatch", "missingValues",
    "primaryKey", "encoding", "dialect", "format", "mediatype", "path", "sources", "licenses",
    "homepage", "gewu", "$schema", "profile", "type",
  ]
  private static let ownKeys = [
    "dataset", "title_zh", "department", "files", "load", "dedupe", "location", "category", "date",
    "exposures", "thresholds", "subject",
  ]
  /// Names that columns of every data set's table have.
  static let reservedNames: Set<String> = [
    "id", "row_key", "row_hash", "source_row", "from_batch", "to_batch", "geometry",
    "attach_method", "attach_level", "grid_id", "generation", "rowid", "oid", "_rowid_",
  ]

  /// Reads a manifest file and the code tables it names.
  ///
  /// - Throws: `TabularError` where a file cannot be read, `DatasetsError` where its content is
  ///   wrong.
  public init(path: String) throws {
    let file = try TextFile(path: path, declared: .utf8)
    try self.init(yaml: String(decoding: file.text, as: UTF8.self), path: path)
  }

  /// Reads a manifest's text; code tables are found beside `path`.
  public init(yaml: String, path: String) throws {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      throw DatasetsError(
        path: path, message: "is not YAML: \(error)", messageChinese: "不是有效的 YAML:\(error)")
    }
    guard let root else {
      throw DatasetsError(path: path, message: "is empty", messageChinese: "内容为空")
    }
    let node = ManifestNode(node: root, place: "", path: path)
    let top = try node.members(known: Self.keys)
    guard let name = top["name"] else {
      throw node.fail("`name` is missing; give the data set a name", "缺少 name;请为数据资源命名")
    }
    guard let fields = top["fields"] else {
      throw node.fail("`fields` is missing; list the fields", "缺少 fields;请列出各字段")
    }
    self.init(path: path, name: try name.name(), dataset: "", text: yaml, hash: "")
    title = try top["title"]?.string()
    description = try top["description"]?.string()
    encoding = try top["encoding"].flatMap { TextEncoding(named: try $0.string()) }
    if let dialect = top["dialect"] { self.dialect = try Self.dialect(dialect) }
    if let match = top["fieldsMatch"] {
      // Version 2.0 of the standard allows the rule to stand in a list of one.
      guard let rule = try match.itemsOrOne().first else {
        throw match.fail("must name a rule", "必须指定匹配规则")
      }
      fieldsMatch = try rule.choice(FieldsMatch.self)
    }
    missingValues = try top["missingValues"].map(Self.missingValues) ?? [""]
    self.fields = try fields.items().map { try ManifestField($0) }
    try checkFieldNames(fields)
    primaryKey = try top["primaryKey"].map(reference) ?? []
    if !primaryKey.isEmpty { load = .incremental }
    try readOwn(top["gewu"], in: node)
    try checkDataset(at: name)
    hash = ContentHash.sha256(
      text
        + self.fields.compactMap(\.codeTable).map { table in
          table.entries.map { "\($0.code)\u{1F}\($0.label)\u{1E}" }.joined()
        }.joined(separator: "\u{1D}"))
  }

  private mutating func readOwn(_ block: ManifestNode?, in root: ManifestNode) throws {
    dataset = name
    guard let block else { return }
    let own = try block.members(known: Self.ownKeys)
    if let id = own["dataset"] { dataset = try id.name() }
    titleChinese = try own["title_zh"]?.string()
    department = try own["department"]?.string()
    files = try own["files"]?.strings() ?? []
    if let mode = own["load"] {
      load = try mode.choice(LoadMode.self)
      if load == .append && !primaryKey.isEmpty {
        throw mode.fail(
          "`append` takes no key, but `primaryKey` names one; say incremental or full",
          "append 不使用主键,而 primaryKey 已指定;请改为 incremental 或 full")
      }
      if load != .append && primaryKey.isEmpty {
        throw mode.fail(
          "`\(load.rawValue)` needs a `primaryKey` to know rows again; name one or say append",
          "\(load.rawValue) 需要 primaryKey 才能识别同一行;请指定主键或改为 append")
      }
    }
    if let rule = own["dedupe"] {
      dedupe = try rule.choice(DuplicateRule.self)
      if primaryKey.isEmpty {
        throw rule.fail("`dedupe` needs a `primaryKey`", "dedupe 需要 primaryKey")
      }
    }
    if let place = own["location"] { location = try readLocation(place) }
    category = try own["category"].map(one)
    date = try own["date"].map(one)
    if let when = own["date"], let name = date, let type = field(name)?.type,
      type != .date, type != .datetime
    {
      throw when.fail(
        "field `\(name)` is a \(type.rawValue); `date` needs a date or datetime",
        "字段 \(name) 的类型是 \(type.rawValue);date 需要 date 或 datetime 字段")
    }
    exposures = try own["exposures"]?.items().map(readExposure) ?? []
    if let limits = own["thresholds"] { try readThresholds(limits) }
    if let kind = own["subject"] { subject = try readSubject(kind) }
  }

  private func readLocation(_ node: ManifestNode) throws -> RecordLocation {
    let parts = try node.members(known: ["x", "y", "crs", "grid"])
    if let grid = parts["grid"] {
      guard parts.count == 1 else {
        throw node.fail("give either `grid` or `x`, `y` and `crs`", "grid 与 x、y、crs 只能选其一")
      }
      let members = try grid.members(known: ["field", "level"])
      guard let field = members["field"], let level = members["level"] else {
        throw grid.fail("needs `field` and `level`", "需要 field 和 level")
      }
      return .grid(field: try one(field), level: try level.name())
    }
    guard let x = parts["x"], let y = parts["y"], let crs = parts["crs"] else {
      throw node.fail(
        "needs `x`, `y` and `crs` (EPSG:n, wgs84, cgcs2000, gcj02 or bd09); a system is never guessed",
        "需要 x、y 和 crs(EPSG:n、wgs84、cgcs2000、gcj02 或 bd09);坐标系从不猜测")
    }
    for axis in [x, y] {
      let name = try one(axis)
      guard field(name)?.type == .number else {
        throw axis.fail("field `\(name)` must be of type number", "字段 \(name) 的类型必须是 number")
      }
    }
    do {
      return .coordinates(x: try one(x), y: try one(y), crs: try CrsName(try crs.name()))
    } catch let error as GeometryError {
      throw crs.fail("\(error)", "未知的坐标系 \(try crs.string());可用 EPSG:n、wgs84、cgcs2000、gcj02、bd09")
    }
  }

  private func readExposure(_ node: ManifestNode) throws -> Exposure {
    let members = try node.members(known: ["name", "title", "field"])
    guard let field = members["field"] else { throw node.fail("needs `field`", "需要 field") }
    let name = try one(field)
    guard let type = self.field(name)?.type, type == .integer || type == .number else {
      throw field.fail(
        "field `\(name)` must be of type integer or number",
        "字段 \(name) 的类型必须是 integer 或 number")
    }
    return Exposure(
      name: try members["name"]?.name() ?? name, title: try members["title"]?.string(),
      field: name)
  }

  private func readSubject(_ node: ManifestNode) throws -> Subject {
    let subject = try node.choice(Subject.self)
    for name in subject.requiredFields where field(name) == nil {
      throw node.fail(
        "subject `\(subject.rawValue)` needs a field named `\(name)`; add it, with the file's column "
          + "names as its aliases", "主题 \(subject.rawValue) 需要名为 \(name) 的字段;请添加,并把文件的列名写入 aliases")
    }
    guard primaryKey == ["external_id"] else {
      throw node.fail(
        "subject `\(subject.rawValue)` needs `primaryKey: [external_id]`",
        "主题 \(subject.rawValue) 需要 primaryKey: [external_id]")
    }
    return subject
  }

  private mutating func readThresholds(_ node: ManifestNode) throws {
    let limits = try node.members(known: ["maxErrors", "maxShrink"])
    if let errors = limits["maxErrors"] {
      guard let limit = ErrorLimit(try errors.string()) else {
        throw errors.fail("must be a number of rows or a share: 100, 5%", "必须是行数或百分比:100、5%")
      }
      maximumErrors = limit
    }
    if let shrink = limits["maxShrink"] {
      guard case .share(let share)? = ErrorLimit(try shrink.string()) else {
        throw shrink.fail("must be a share such as 40%", "必须是百分比,如 40%")
      }
      maximumShrink = share
    }
  }
}
