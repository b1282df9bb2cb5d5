/// What a first walk over a GeoJSON file finds: its properties, its features' place, its faults.
struct GeoJSONSurvey: Sendable {
  /// The names of all properties, in the order in which they are met.
  private(set) var names: [String] = []
  /// The place of each name.
  private(set) var places: [String: Int] = [:]
  /// What the collection says of the reference system, or its geometries one by one, as PostGIS
  /// writes it.
  private(set) var crs: String?
  /// Where there is a geometry that says nothing of it, while the collection may.
  private var plainGeometry: Int?
  /// Whether a geometry says it.
  private var isNamedByGeometry = false
  /// Where the first feature is.
  private(set) var start = 0
  /// Whether features follow one another (RFC 8142, or one a line) instead of being in a
  /// collection.
  private(set) var isSequence = false
  private var isNamedByCollection = false
  private var hasID = false
  /// The feature that each property was met in last.
  private var met: [Int] = []
  private var count = 0

  init(_ file: FileBytes) throws {
    let bytes = file.bytes.bindMemory(to: UInt8.self)
    var scanner = JSONScanner(
      bytes, file: file.path, offset: file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    var roots = 0
    // RFC 8142 puts a record separator before every feature of a sequence.
    while true {
      while scanner.take(0x1E) {}
      guard scanner.peek() != nil else { break }
      guard roots == 0 || isSequence else {
        throw scanner.failure(.moreText)
      }
      if roots == 0 { start = scanner.offset }
      try root(&scanner)
      roots += 1
    }
    guard roots > 0 else {
      throw TabularError(.empty, path: file.path, .geoJSON(.blank, at: nil))
    }
    if isNamedByGeometry, !isNamedByCollection, let plainGeometry, let crs,
      !GeoJSONMembers.isSame(crs, "CRS84")
    {
      throw scanner.failure(.twoCRS(crs, "CRS84"), at: plainGeometry)
    }
    if hasID, places["id"] == nil { add("id") }
  }

  private mutating func root(_ scanner: inout JSONScanner) throws {
    let start = scanner.offset
    guard scanner.peek() == 0x7B else {
      throw scanner.unexpected(.geoJSONObject)
    }
    let type = try GeoJSONMembers.kind(of: &scanner)
    scanner.offset = start
    switch type {
    case "FeatureCollection": try collection(&scanner)
    case "Feature":
      isSequence = true
      try feature(&scanner)
    case .some(let type) where GeoJSONGeometry.types.contains(type):
      isSequence = true
      try geometry(&scanner)
    case .some(let type):
      throw scanner.failure(.notGeoJSON(type: type), at: start)
    case nil:
      throw scanner.failure(.notGeoJSON(type: nil), at: start)
    }
  }

  private mutating func collection(_ scanner: inout JSONScanner) throws {
    let begin = scanner.offset
    var hasFeatures = false
    try scanner.object { scanner, key in
      switch key {
      case "features":
        guard !hasFeatures else {
          throw scanner.failure(.featuresTwice)
        }
        hasFeatures = true
        _ = scanner.peek()
        start = scanner.offset
        try scanner.array { try feature(&$0) }
      case "crs":
        if try nameCRS(&scanner) { isNamedByCollection = true }
      default: try scanner.skipValue()
      }
    }
    guard hasFeatures else {
      throw scanner.failure(.noFeatures, at: begin)
    }
  }

  private mutating func feature(_ scanner: inout JSONScanner) throws {
    _ = scanner.peek()
    let begin = scanner.offset
    count += 1
    var type: String?
    var hasOwn = false
    let plainBefore = plainGeometry
    try scanner.object { scanner, key in
      switch key {
      case "type": type = try scanner.valueText()
      case "id":
        hasID = hasID || scanner.peek() != 0x6E
        try scanner.skipValue()
      case "properties" where scanner.peek() == 0x7B:
        try scanner.object { scanner, name in
          try meet(name, &scanner, begin)
          try scanner.skipValue()
        }
      case "geometry" where scanner.peek() == 0x7B: try geometry(&scanner)
      case "crs":
        if try nameCRS(&scanner) { hasOwn = true }
      default: try scanner.skipValue()
      }
    }
    if hasOwn {
      isNamedByGeometry = true
      plainGeometry = plainBefore
    }
    guard type == "Feature" else {
      throw scanner.failure(.notAFeature(type: type), at: begin)
    }
  }

  /// Looks into a geometry for what it says of its reference system.
  private mutating func geometry(_ scanner: inout JSONScanner) throws {
    _ = scanner.peek()
    let begin = scanner.offset
    if try namesCRS(&scanner) {
      isNamedByGeometry = true
    } else {
      plainGeometry = plainGeometry ?? begin
    }
  }

  /// Whether a geometry, or one that it is made of, says what its reference system is.
  private mutating func namesCRS(_ scanner: inout JSONScanner) throws -> Bool {
    var hasOwn = false
    try scanner.object { scanner, key in
      switch key {
      case "crs": hasOwn = try nameCRS(&scanner) || hasOwn
      case "geometries" where scanner.peek() == 0x5B:
        try scanner.array { scanner in
          guard scanner.peek() == 0x7B else { return try scanner.skipValue() }
          hasOwn = try namesCRS(&scanner) || hasOwn
        }
      default: try scanner.skipValue()
      }
    }
    return hasOwn
  }

  /// Reads a `crs` member; all of them must name the same system.
  ///
  /// - Returns: whether it names one.
  private mutating func nameCRS(_ scanner: inout JSONScanner) throws -> Bool {
    _ = scanner.peek()
    let begin = scanner.offset
    guard let name = try GeoJSONMembers.crs(&scanner) else { return false }
    if let crs, !GeoJSONMembers.isSame(crs, name) {
      throw scanner.failure(.twoCRS(crs, name), at: begin)
    }
    crs = name
    return true
  }

  private mutating func meet(_ name: String, _ scanner: inout JSONScanner, _ begin: Int) throws {
    guard let place = places[name] else {
      guard names.count < Self.maximumProperties else {
        throw scanner.failure(.tooManyProperties(limit: Self.maximumProperties), at: begin)
      }
      add(name)
      met[names.count - 1] = count
      return
    }
    guard met[place] != count else {
      throw scanner.failure(.propertyTwice, at: begin)
    }
    met[place] = count
  }

  /// The most properties: each is a column, and each feature has all columns.
  static let maximumProperties = 2048

  private mutating func add(_ name: String) {
    places[name] = names.count
    names.append(name)
    met.append(0)
  }
}
