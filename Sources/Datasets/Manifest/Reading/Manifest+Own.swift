import Yams

extension Manifest {
  private static let ownKeys = [
    "dataset", "title_zh", "department", "department_zh", "files", "enabled", "footer", "load",
    "partition", "period", "dedupe", "rowHash", "location", "category", "date", "exposures",
    "thresholds",
    "freshness", "frequency", "sensitivity", "subject", "identity", "subjectMap", "posts",
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
    if let rule = own["period"] { periodRule = try readPeriod(rule) }
    if let rule = own["dedupe"] {
      dedupe = try rule.choice(DuplicateRule.self)
      if primaryKey.isEmpty {
        throw rule.fail(.dedupeWithoutKey)
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
    posts = try own["posts"].map(readPosts)
  }

  private mutating func readLoad(_ mode: ManifestNode) throws {
    load = try mode.choice(LoadMode.self)
    if load == .append && !primaryKey.isEmpty {
      throw mode.fail(.appendWithKey)
    }
    if load != .append && primaryKey.isEmpty {
      throw mode.fail(.loadWithoutKey(load))
    }
  }

  private mutating func readPartition(_ node: ManifestNode?, mode: ManifestNode?) throws {
    guard let node else {
      if load == .partition, let mode {
        throw mode.fail(.noPartitionFields)
      }
      return
    }
    guard load == .partition else {
      throw node.fail(.partitionWithoutLoad)
    }
    partition = try reference(node)
    guard !partition.isEmpty else { throw node.fail(.emptyPartition) }
  }

  /// Reads how the period of a file is known.
  private func readPeriod(_ node: ManifestNode) throws -> PeriodRule {
    if node.node.mapping == nil {
      return try node.choice(PeriodWord.self) == .none ? .none : .name
    }
    let members = try node.members(known: ["file", "field"])
    switch (members["file"], members["field"]) {
    case (let file?, nil):
      let pattern = try file.name()
      guard pattern.contains("{year}") || pattern.contains("{month}") else {
        throw file.fail(.periodWithoutPlaces)
      }
      return .pattern(pattern)
    case (nil, let field?): return .field(try one(field))
    default: throw node.fail(.periodOfOneKind)
    }
  }

  private enum PeriodWord: String, CaseIterable {
    case none, name
  }

  private mutating func readRowHash(_ node: ManifestNode) throws {
    guard let excluded = try node.members(known: ["exclude"])["exclude"] else { return }
    hashExclusions = try reference(excluded)
    for item in try excluded.itemsOrOne() where primaryKey.contains(try item.name()) {
      throw item.fail(.keyExcluded(field: try item.name()))
    }
  }

  private mutating func readAxes(_ own: [String: ManifestNode]) throws {
    category = try own["category"].map(one)
    date = try own["date"].map(one)
    if let when = own["date"], let name = date, let type = field(name)?.type,
      type != .date, type != .datetime
    {
      throw when.fail(.notADate(field: name, type: type))
    }
    exposures = try own["exposures"]?.items().map(readExposure) ?? []
  }

  private func readExposure(_ node: ManifestNode) throws -> Exposure {
    let members = try node.members(known: ["name", "title", "field"])
    guard let field = members["field"] else { throw node.fail(.needs(["field"])) }
    let name = try one(field)
    guard let type = self.field(name)?.type, type == .integer || type == .number else {
      throw field.fail(.exposureNotANumber(field: name))
    }
    return Exposure(
      name: try members["name"]?.name() ?? name, title: try members["title"]?.string(),
      field: name)
  }
}

extension Manifest {
  /// Reads what a file may look like at worst.
  mutating func readThresholds(_ node: ManifestNode) throws {
    let limits = try node.members(known: ["maxErrors", "maxErrorRate", "maxShrink"])
    if let errors = limits["maxErrors"] {
      guard let limit = ErrorLimit(try errors.string()) else {
        throw errors.fail(.notAnErrorLimit)
      }
      maximumErrors = limit
    }
    maximumErrorRate = try limits["maxErrorRate"].map { try Self.share($0, example: "5%") }
    maximumShrink = try limits["maxShrink"].map { try Self.share($0, example: "40%") }
  }

  private static func share(_ node: ManifestNode, example: String) throws -> Double {
    guard case .share(let share)? = ErrorLimit(try node.string()) else {
      throw node.fail(.notAShare(example: example))
    }
    return share
  }

  /// Reads how old the latest file may be.
  static func freshness(_ node: ManifestNode) throws -> Freshness {
    let ages = try node.members(known: ["warn", "error"])
    let days = { (item: ManifestNode) throws -> Int in
      guard let days = Freshness.days(try item.string()) else {
        throw item.fail(.notDays)
      }
      return days
    }
    let rule = Freshness(
      warnAfterDays: try ages["warn"].map(days), failAfterDays: try ages["error"].map(days))
    if let warn = rule.warnAfterDays, let fail = rule.failAfterDays, warn > fail {
      throw node.fail(.warnAfterError)
    }
    return rule
  }

  /// Reads how sensitive a data set is, 1…4.
  static func sensitivityLevel(_ node: ManifestNode) throws -> Int {
    let level = try node.integer(atLeast: 1)
    guard level <= 4 else {
      throw node.fail(.sensitivityOutOfRange)
    }
    return level
  }
}

extension Manifest {
  /// Reads what the rows are about and how their subjects are known again.
  mutating func readSubject(_ own: [String: ManifestNode]) throws {
    if let kind = own["subject"] { subject = try readKind(kind) }
    identity = try own["identity"]?.items().map(reference) ?? []
    if let keys = own["identity"], identity.contains(where: \.isEmpty) {
      throw keys.fail(.emptyIdentity)
    }
    if let map = own["subjectMap"] { subjectMap = try map.members().mapValues(one) }
    for key in ["identity", "subjectMap"] {
      if let node = own[key], subject == nil {
        throw node.fail(.noSubject)
      }
    }
  }

  private func readKind(_ node: ManifestNode) throws -> Subject? {
    if try node.string() == "none" { return nil }
    let subject = try node.choice(Subject.self)
    for name in subject.requiredFields where field(name) == nil {
      throw node.fail(.subjectNeedsField(subject, name))
    }
    guard subject != .report || primaryKey == ["external_id"] else {
      throw node.fail(.subjectNeedsKey(subject))
    }
    return subject
  }
}
