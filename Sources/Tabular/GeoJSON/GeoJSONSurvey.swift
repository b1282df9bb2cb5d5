/// What a first walk over a GeoJSON file finds: its properties, its features' place, its faults.
struct GeoJSONSurvey: Sendable {
  /// The names of all properties, in the order in which they are met.
  private(set) var names: [String] = []
  /// The place of each name.
  private(set) var places: [String: Int] = [:]
  private(set) var crs: String?
  /// Where the first feature is.
  private(set) var start = 0
  /// Whether features follow one another (RFC 8142, or one a line) instead of being in a
  /// collection.
  private(set) var isSequence = false
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
        throw scanner.failure("more text after the end of the data", chinese: "数据结束后还有内容")
      }
      if roots == 0 { start = scanner.offset }
      try root(&scanner)
      roots += 1
    }
    guard roots > 0 else {
      throw TabularError(
        .empty, path: file.path, message: "the file holds white space only; export it again",
        messageChinese: "文件只有空白，请重新导出")
    }
    if hasID, places["id"] == nil { add("id") }
  }

  private mutating func root(_ scanner: inout JSONScanner) throws {
    let start = scanner.offset
    guard scanner.peek() == 0x7B else {
      throw scanner.unexpected("a GeoJSON object", chinese: "GeoJSON 对象")
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
      try scanner.skipValue()
    case .some(let type):
      throw scanner.failure(
        .unsupported, at: start, "the data is of type '\(type)', which is not GeoJSON",
        chinese: "数据类型为“\(type)”，不是 GeoJSON")
    case nil:
      throw scanner.failure(
        .unsupported, at: start, "an object without a type is not GeoJSON",
        chinese: "对象没有 type，不是 GeoJSON")
    }
  }

  private mutating func collection(_ scanner: inout JSONScanner) throws {
    let begin = scanner.offset
    var hasFeatures = false
    try scanner.object { scanner, key in
      switch key {
      case "features":
        guard !hasFeatures else {
          throw scanner.failure("the member 'features' is given twice", chinese: "features 重复出现")
        }
        hasFeatures = true
        _ = scanner.peek()
        start = scanner.offset
        try scanner.array { try feature(&$0) }
      case "crs": crs = try GeoJSONMembers.crs(&scanner)
      default: try scanner.skipValue()
      }
    }
    guard hasFeatures else {
      throw scanner.failure(
        at: begin, "the collection has no member 'features'", chinese: "集合缺少 features")
    }
  }

  private mutating func feature(_ scanner: inout JSONScanner) throws {
    _ = scanner.peek()
    let begin = scanner.offset
    count += 1
    var type: String?
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
      case "crs": crs = try GeoJSONMembers.crs(&scanner)
      default: try scanner.skipValue()
      }
    }
    guard type == "Feature" else {
      throw scanner.failure(
        at: begin, "an object of type '\(type ?? "none")' where a Feature is needed",
        chinese: "此处应为 Feature，却是“\(type ?? "无类型")”")
    }
  }

  private mutating func meet(_ name: String, _ scanner: inout JSONScanner, _ begin: Int) throws {
    guard let place = places[name] else {
      add(name)
      met[names.count - 1] = count
      return
    }
    guard met[place] != count else {
      throw scanner.failure(
        at: begin, "the property '\(name)' is given twice", chinese: "属性“\(name)”重复出现")
    }
    met[place] = count
  }

  private mutating func add(_ name: String) {
    places[name] = names.count
    names.append(name)
    met.append(0)
  }
}
