/// A language that the program speaks.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"

  /// The language of a locale name as `LANG` holds it, such as `zh_CN.UTF-8`; English for any other.
  package init(locale: String) {
    self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
  }

  /// The language that an environment asks for: `LC_ALL`, else `LC_MESSAGES`, else `LANG`, the first
  /// that is set and not empty (POSIX.1-2024, section 8.2).
  package init(environment: [String: String]) {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
    self.init(locale: set.first { !$0.isEmpty } ?? "")
  }

  /// The language that an `Accept-Language` field prefers (RFC 9110, section 12.5.4).
  ///
  /// English where the field is missing or names neither language; of two with the same weight, the
  /// one that stands first.
  package init(acceptLanguage field: String?) {
    var best: (language: Language, weight: Double)?
    for range in (field ?? "").split(separator: ",") {
      let parts = range.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
      guard let tag = parts.first?.lowercased().split(separator: "-").first else { continue }
      let weight =
        parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }
        .map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      guard let language = Language(rawValue: String(tag)), weight > 0 else { continue }
      if weight > (best?.weight ?? 0) { best = (language, weight) }
    }
    self = best?.language ?? .english
  }
}
