/// The target list of `Package.swift`, read as text.
///
/// Enough for a manifest that is written as a plain list: a target starts on a
/// line with `.target(`, `.executableTarget(`, `.testTarget(` or
/// `.systemLibrary(`, and its dependencies are the strings inside the brackets
/// after `dependencies:`.
struct PackageManifest {
  /// A dependency, with the line that declares it.
  struct Dependency {
    let name: String
    let line: Int
  }

  private let lines: [String]

  init(_ file: Repository.SourceFile) throws {
    lines = file.lines
  }

  /// What a target of the package depends on.
  func dependencies(of target: String) throws -> [Dependency] {
    var found: [Dependency] = []
    var isInside = false
    var depth = 0
    for (index, line) in lines.enumerated() {
      if Self.startsTarget(line) { (isInside, depth) = (false, 0) }
      if line.contains("name: \"\(target)\""), Self.belongsToTarget(lines, index) {
        isInside = true
      }
      guard isInside else { continue }
      var rest = line[...]
      if depth == 0 {
        guard let start = line.firstRange(of: "dependencies: [") else { continue }
        (rest, depth) = (line[start.upperBound...], 1)
      }
      found += Self.names(in: &rest, depth: &depth).map { Dependency(name: $0, line: index + 1) }
      if depth == 0 { isInside = false }
    }
    return found
  }

  private static let starts = [
    ".target(", ".executableTarget(", ".testTarget(", ".systemLibrary(",
  ]

  private static func startsTarget(_ line: String) -> Bool {
    starts.contains { line.contains($0) }
  }

  /// Whether the name on a line is a target's, and not a product's.
  private static func belongsToTarget(_ lines: [String], _ index: Int) -> Bool {
    startsTarget(lines[index]) || (index > 0 && startsTarget(lines[index - 1]))
  }

  /// The dependencies named in a piece of the list, up to its closing bracket.
  private static func names(in text: inout Substring, depth: inout Int) -> [String] {
    var names: [String] = []
    var label = ""
    while let character = text.popFirst(), depth > 0 {
      switch character {
      case "[": depth += 1
      case "]": depth -= 1
      case "\"":
        let name = String(text.prefix { $0 != "\"" })
        text = text.dropFirst(name.count + 1)
        if !label.hasSuffix("package: ") { names.append(name) }
        label = ""
      default: label.append(character)
      }
    }
    return names
  }
}
