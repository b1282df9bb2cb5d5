extension Manifest {
  private static let ownKeys = [
    "dataset", "title_zh", "department", "department_zh", "files", "enabled", "footer", "load",
    "partition", "dedupe", "rowHash", "location", "category", "date", "exposures", "thresholds",
    "freshness", "frequency", "sensitivity", "subject", "identity", "subjectMap",
  ]

  /// Reads the block `gewu` at the top of a manifest.
  mutating func readOwn(_ block: ManifestNode) throws {
    let own = try block.members(known: Self.ownKeys)
    if let id = own["dataset"] { dataset = try id.name() }
    titleChinese = try own["title_zh"]?.string()
    department = try own["department"]?.string()
    departmentChinese = try own["department_zh"]?.string()
    files = try own["files"]?.strings() ?? []
    if let enabled = own["enabled"] { isEnabled = try enabled.boolean() }
    footer = try own["footer"]?.itemsOrOne().map { try $0.name() } ?? []
    if let mode = own["load"] { try readLoad(mode) }
    try readPartition(own["partition"], mode: own["load"])
    if let rule = own["dedupe"] {
      dedupe = try rule.choice(DuplicateRule.self)
      if primaryKey.isEmpty {
        throw rule.fail("`dedupe` needs a `primaryKey`", "dedupe 需要 primaryKey")
      }
    }
    if let hash = own["rowHash"] { try readRowHash(hash) }
    if let place = own["location"] { locations = try readLocations(place) }
    try readAxes(own)
    if let limits = own["thresholds"] { try readThresholds(limits) }
    if let age = own["freshness"] { freshness = try Self.freshness(age) }
    if let often = own["frequency"] { frequency = try often.choice(Frequency.self) }
    if let level = own["sensitivity"] { sensitivityLevel = try Self.sensitivityLevel(level) }
    try readSubject(own)
  }

  private mutating func readLoad(_ mode: ManifestNode) throws {
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

  private mutating func readPartition(_ node: ManifestNode?, mode: ManifestNode?) throws {
    guard let node else {
      if load == .partition, let mode {
        throw mode.fail(
          "`partition` needs the fields that tell the partitions apart: `partition: [month]`",
          "partition 需要指定划分分区的字段:partition: [month]")
      }
      return
    }
    guard load == .partition else {
      throw node.fail(
        "is for `load: partition`; say so, or leave it out", "只用于 load: partition;请设置或删除")
    }
    partition = try reference(node)
    guard !partition.isEmpty else { throw node.fail("must name a field", "至少需要一个字段") }
  }

  private mutating func readRowHash(_ node: ManifestNode) throws {
    guard let excluded = try node.members(known: ["exclude"])["exclude"] else { return }
    hashExclusions = try reference(excluded)
    for item in try excluded.itemsOrOne() where primaryKey.contains(try item.name()) {
      throw item.fail(
        "field `\(try item.name())` is part of the key, which always counts",
        "字段 \(try item.name()) 是主键的一部分,不能排除")
    }
  }

  private mutating func readAxes(_ own: [String: ManifestNode]) throws {
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
}
