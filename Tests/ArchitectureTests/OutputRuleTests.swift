import Testing

/// Files that a person finds afterwards are made in one place, which refuses to write over the store
/// and over what is read: `Files/FileDraft.swift`.
@Suite struct `The making of files` {
  /// What makes files, and where it may stand; each with its reason.
  private static let allowed: [String: [String: String]] = [
    "O_CREAT": [
      "Files/FileDraft.swift": "the place itself",
      "Files/FileMode.swift": "the store, before SQLite opens it",
      "Warehouse/Store/WriterLock.swift": "the lock beside the store",
    ],
    "O_TRUNC": [:],
    // Folders, and who may use what is made.
    "mkdir(": [
      "Files/FileDraft.swift": "folders in the making",
      "Files/FileMode.swift": "folders of the store",
    ],
    "mkdtemp(": ["Tabular/Foreign/ForeignTable.swift": "a folder for a while, its owner's alone"],
    "createDirectory(": [
      "DemoDistrict/DemoDistrict.swift": "invented data",
      "DemoDistrict/Key/Tables/KeyFolder.swift": "invented data",
      "DemoDistrict/City/DemoCity.swift": "invented data",
      "DemoDistrict/City/CityManifests.swift": "invented data",
    ],
    "chmod(": ["Warehouse/Store/StoreFiles.swift": "takes the store's files from others"],
    "0o": [
      "Files/FileMode.swift": "the place that decides",
      "Warehouse/Store/StoreFiles.swift": "takes the store's files from others",
    ],
    "fopen(": [:],
    "creat(": [:],
    "mkstemp(": ["Tabular/Bytes/NamelessFile.swift": "a file without a name"],
    "rename(": ["Files/FileDraft.swift": "the place itself"],
    "FileHandle(forWriting": [:],
    "FileHandle(forUpdating": [:],
    "createFile(": [:],
    "copyItem(": ["DemoDistrict/City/CityManifests.swift": "invented data"],
    ".moveItem(": [:],
    "replaceItem": [:],
    "OutputStream(": [:],
    ".write(to: URL": [:],
    ".write(toFile": [:],
    "atomically": [:],
    // Databases and workbooks are written by libraries, into a file in the making.
    "SQLITE_OPEN_CREATE": [
      "Warehouse/Export/GeoPackageExport.swift": "into the name of a draft"
    ],
    "sqlite3_open(": [
      "Warehouse/Files/DraftDatabase.swift": "into the name of a draft"
    ],
    "workbook_new": ["Tabular/XLSX/XLSXWriter.swift": "into the name of a draft"],
    "DatabasePool(path": ["Warehouse/Store/Store.swift": "the store, which is never overwritten"],
  ]

  @Test(arguments: allowed.keys.sorted()) func `nothing else makes a file`(call: String) throws {
    let places = Self.allowed[call] ?? [:]
    var strays: [String] = []
    var used: Set<String> = []
    for file in try Repository.swiftFiles(below: "Sources") {
      let path = String(file.path.dropFirst("Sources/".count))
      for (index, line) in file.lines.enumerated()
      where line.holds(call) && !line.drop(while: { $0 == " " }).hasPrefix("//") {
        if places[path] == nil { strays.append("\(file.path):\(index + 1): \(call)") }
        used.insert(path)
      }
    }

    #expect(strays.isEmpty, "\(strays.joined(separator: "\n"))")
    #expect(Set(places.keys).subtracting(used).isEmpty, "no longer needed: \(call)")
  }

  /// Where a store or an input may be at hand, what must be left alone is said.
  @Test func `a use case that writes says what it spares`() throws {
    // The index files beside the store are the store's own.
    let own = ["Sources/Gewu/Index/IndexFiles.swift"]
    var strays: [String] = []
    for folder in ["Sources/Gewu", "Sources/GewuTool", "Sources/Server"] {
      for file in try Repository.swiftFiles(below: folder) where !own.contains(file.path) {
        for (index, line) in file.lines.enumerated() {
          let isBare = line.holds("sparing: .none")
          let isUnguarded = ["DelimitedWriter(path", "GeoJSONWriter(path", "XLSXWriter(path"]
            .contains { line.holds($0) && !line.holds("draft.temporary") }
          if isBare || isUnguarded { strays.append("\(file.path):\(index + 1)") }
        }
      }
    }

    #expect(strays.isEmpty, "\(strays.joined(separator: "\n"))")
  }
}
