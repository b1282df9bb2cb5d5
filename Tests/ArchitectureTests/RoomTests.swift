import Testing

/// A folder is a room, and the arrows between rooms do not run in circles.
@Suite struct `The rooms of the house` {
  /// The arrows that run back up all the same, by the folder whose rooms they join, each with its reason.
  private static let allowed: [String: [Rooms.Arrow: String]] = [
    "Gewu": [
      Rooms.Arrow(from: ".", to: "Index"):
        "District, on which every use case is an extension, holds the indexes",
      Rooms.Arrow(from: ".", to: "Addresses"):
        "District, on which every use case is an extension, holds the register of addresses",
    ]
  ]

  /// All sources, read once for all folders.
  private static let files = Result {
    try Repository.swiftFiles(below: "Sources").map(SwiftText.init)
  }

  @Test(arguments: try Repository.folders(below: "Sources"))
  func `no arrow between the rooms of a folder runs back up`(folder: String) throws {
    let files = try Self.files.get()
    let rooms = Rooms(folder: folder, files: files)
    let allowed = Self.allowed[folder] ?? [:]

    let circular = rooms.circular(without: Set(allowed.keys))

    #expect(circular.isEmpty, "\(circular.joined(separator: "\n"))")
  }

  @Test func `every arrow that is allowed to run back up is there and needs its leave`() throws {
    let files = try Self.files.get()

    for (folder, arrows) in Self.allowed {
      let rooms = Rooms(folder: folder, files: files)
      for (arrow, reason) in arrows {
        #expect(rooms.arrows[arrow] != nil, "\(folder): \(arrow.from) -> \(arrow.to): \(reason)")
        let rest = rooms.circular(without: Set(arrows.keys).subtracting([arrow]))
        #expect(!rest.isEmpty, "\(folder): \(arrow.from) -> \(arrow.to) is on no circle")
      }
    }
  }

  @Test func `names in comments and texts make no arrow`() {
    let file = Repository.SourceFile(
      path: "Sources/A/B/C.swift",
      lines: [
        "struct C {", "  let d: D  // E", "  let text = \"F \\\"G\\\" H\"", "  /// I",
        "  let long = \"\"\"", "    J", "    \"\"\"", "  let k: K", "}",
      ])

    let text = SwiftText(file)

    #expect(text.declared == ["C"])
    #expect(text.used == ["D", "K"])
  }

  @Test func `a circle of three rooms is found, with what makes it`() {
    func file(_ path: String, _ type: String, _ other: String) -> SwiftText {
      SwiftText(
        Repository.SourceFile(
          path: "Sources/T/\(path)", lines: ["struct \(type) {", "  let x: \(other)", "}"]))
    }
    let files = [
      file("One/A.swift", "A", "B"), file("Two/B.swift", "B", "C"), file("C.swift", "C", "A"),
      file("Three/D.swift", "D", "A"),
    ]

    let rooms = Rooms(folder: "T", files: files)

    #expect(
      rooms.circular(without: []) == [
        "T: . -> One: C uses A", "T: One -> Two: A uses B", "T: Two -> .: B uses C",
      ])
    #expect(rooms.circular(without: [Rooms.Arrow(from: ".", to: "One")]).isEmpty)
  }
}
