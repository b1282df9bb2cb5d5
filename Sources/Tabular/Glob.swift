/// Patterns of names, of files and of sheets: `*` stands for any characters, `?` for one, the rest for itself.
public enum Glob {
  /// Whether the whole name fits the pattern; ASCII case does not matter.
  public static func matches(_ pattern: String, _ name: String) -> Bool {
    let pattern = Array(pattern.lowercased())
    let name = Array(name.lowercased())
    var (p, n) = (0, 0)
    var star: Int?
    var retry = 0
    while n < name.count {
      if p < pattern.count, pattern[p] == "*" {
        star = p
        retry = n
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == name[n] {
        p += 1
        n += 1
      } else if let star {
        p = star + 1
        retry += 1
        n = retry
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }

  /// Names that fit a pattern, of the kind that departments give their files.
  public static func examples(_ pattern: String) -> [String] {
    ["", "2026", "_202601", "-2026-01"].map {
      pattern.replacing("*", with: $0).replacing("?", with: "1")
    }
  }
}
