/// The arrows of the design: what each target may import, besides the system.
enum Arrows {
  /// Modules that come with Swift and the C library, open to every target.
  static let system: Set<String> = [
    "Foundation", "FoundationEssentials", "Synchronization", "Dispatch", "Glibc", "Darwin",
  ]

  /// Target by target: our own targets first, then the packages that it alone may know.
  static let allowed: [String: Set<String>] = [
    "Geometry": [],
    "Time": [],
    "Files": [],
    "Grids": ["Geometry", "Files"],
    "GewuC": ["Geometry", "Grids"],
    "HotSpots": [],
    "Addresses": [],
    "Subjects": [],
    "Rosters": ["Time"],
    "UseAnomaly": ["Time"],
    "Tabular": [
      "Geometry", "Files", "Time", "Crypto", "CZlib", "CExpat", "CXlsxWriter", "CConfinedChild",
    ],
    "Datasets": ["Tabular", "Geometry", "Rosters", "Subjects", "Time", "UseAnomaly", "Yams"],
    "DemoTruth": ["Geometry", "Time"],
    "DemoDistrict": ["DemoTruth", "Geometry", "Files", "Tabular", "Datasets", "Time"],
    "Projections": ["Geometry", "CProj"],
    "Intake": ["Datasets", "Tabular", "Geometry", "Projections"],
    "Access": ["Crypto", "COpenSSL"],
    "Warehouse": [
      "Access", "Geometry", "Files", "Time", "Addresses", "Subjects", "Datasets", "Rosters",
      "Tabular",
      "Projections",
      "Intake", "GRDB", "GRDBSQLite", "CSpatiaLite", "Crypto", "CryptoExtras",
    ],
    "Gewu": [
      "Access", "Geometry", "Files", "Grids", "HotSpots", "Rosters", "Time", "Addresses",
      "Subjects", "UseAnomaly", "Tabular",
      "Datasets",
      "Projections",
      "Intake",
      "Warehouse",
    ],
    "Words": [
      "Gewu", "Access", "Geometry", "Files", "Grids", "HotSpots", "Rosters", "Time", "Addresses",
      "Subjects", "UseAnomaly",
      "Tabular",
      "Datasets",
      "Projections",
      "Intake", "Warehouse",
    ],
    "Server": [
      "Gewu", "Words", "Geometry", "HotSpots", "Time", "Tabular", "CZlib", "Hummingbird",
      "HummingbirdCore", "HTTPTypes",
      "NIOCore", "NIOHTTP1", "NIOHTTPTypesHTTP1", "Logging", "Metrics", "ServiceLifecycle",
      "UnixSignals",
    ],
    "GewuTool": [
      "Gewu", "Words", "Server", "Geometry", "Files", "HotSpots", "Rosters", "Datasets", "Intake",
      "DemoDistrict", "CConfinedChild", "ArgumentParser",
      "Logging",
    ],
  ]

  /// The module that an import line names, or nil where the line is something else.
  ///
  /// Understands attributes, an access level, and `import struct Module.Name`.
  static func importedModule(_ line: String) -> String? {
    var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })[...]
    let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    while let word = words.first, word.hasPrefix("@") || modifiers.contains(word) {
      words.removeFirst()
    }
    guard words.first == "import" else { return nil }
    words.removeFirst()
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
    ]
    if let word = words.first, kinds.contains(word) { words.removeFirst() }
    return words.first?.split(separator: ".").first.map(String.init)
  }
}
