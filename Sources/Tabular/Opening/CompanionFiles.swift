/// The files that are read with another one beside them, under the same name with another ending.
package struct CompanionFiles: Sendable {
  /// The ending of the file that people name, and those of its companions.
  private static let families: [(main: String, endings: [String])] = [
    (".shp", [".dbf", ".shx", ".prj", ".cpg", ".sbn", ".sbx", ".qix", ".shp.xml"]),
    (".tab", [".dat", ".map", ".id", ".ind"]), (".mif", [".mid"]),
  ]

  /// Of each family the names, without their endings, that there are.
  private let bases: [Set<Substring>]

  /// Looks which files of a folder others belong to.
  package init(among names: [String]) {
    bases = Self.families.map { family in
      Set(
        names.filter { $0.lowercased().hasSuffix(family.main) }
          .map { $0.dropLast(family.main.count) })
    }
  }

  /// Whether a file belongs to one of those, and is read with it.
  package func contains(_ name: String) -> Bool {
    let lower = name.lowercased()
    return zip(Self.families, bases).contains { family, bases in
      family.endings.contains { lower.hasSuffix($0) && bases.contains(name.dropLast($0.count)) }
    }
  }

  /// The paths at which companions of a file may be; none where it is of no family.
  package static func paths(of file: String) -> [String] {
    guard let family = families.first(where: { file.lowercased().hasSuffix($0.main) }) else {
      return []
    }
    let base = file.dropLast(family.main.count)
    let endings = [family.main] + family.endings
    return (endings + endings.map { $0.uppercased() }).map { base + $0 }
  }

  /// What a file is that was named instead of the one it belongs to, by its name and, where other
  /// files have such names too, by its bytes; nil where it is none.
  package static func fact(
    _ path: String, _ bytes: UnsafeRawBufferPointer
  ) -> FormatFact? {
    let name = path.lowercased()
    func ends(in suffixes: String...) -> Bool { suffixes.contains(where: name.hasSuffix) }
    if ends(in: ".dbf", ".shx", ".prj", ".cpg", ".sbn", ".sbx") { return .companion }
    // What follows is binary, and no text has a NUL.
    guard bytes.prefix(1024).contains(0) else { return nil }
    if ends(in: ".map", ".id", ".ind") || ends(in: ".dat") && bytes.first == 3 {
      return .mapInfoCompanion
    }
    if ends(in: ".gdbtable", ".gdbtablx", ".gdbindexes") { return .geodatabasePart }
    return ends(in: ".qix") ? .companion : nil
  }
}
