/// Where a column comes from: a subject, the steps from it and the fact at the end.
///
/// `lease.lessee.phone` is the row's lease, whoever signed it, that person's phone;
/// `count.residents(building)` counts over the building that the row is about.
struct SourceTerm: Hashable {
  /// What stands at the front of the term.
  enum Head: Hashable {
    case subject(SubjectKind)
    /// A count over what is named in brackets.
    case count(over: String)
    /// A value worked out from others by the rule in the note.
    case rule
    /// The department's row itself.
    case row
  }

  let text: String
  let head: Head
  let steps: [String]
  let fact: String

  /// - Parameter place: where the term stands, for the message.
  /// - Throws: `DemoError` where it is no term or begins with no known subject.
  init(_ text: String, at place: String) throws {
    self.text = text
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, let first = parts.first, let last = parts.last,
      parts.allSatisfy({ !$0.isEmpty })
    else { throw DemoError.badTerm(text, at: place) }
    steps = Array(parts[1..<(parts.count - 1)])
    switch first {
    case "count":
      guard steps.isEmpty, last.hasSuffix(")"), let open = last.firstIndex(of: "(") else {
        throw DemoError.badTerm(text, at: place)
      }
      head = .count(over: String(last[last.index(after: open)...].dropLast()))
      fact = String(last[..<open])
      return
    case "rule": head = .rule
    case "row": head = .row
    default:
      guard let kind = SubjectKind(rawValue: first) else {
        throw DemoError.badTerm(text, at: place)
      }
      head = .subject(kind)
    }
    fact = last
  }
}

extension DemoError {
  static func badTerm(_ text: String, at place: String) -> DemoError {
    DemoError(
      "\(place): '\(text)' is no term of GeoData/demo/README.md; write subject.step.fact with a "
        + "subject that it lists",
      "\(place)：“\(text)”不是 GeoData/demo/README.md 中的来源项；请写成 主体.步骤.事实")
  }

  static func badForm(_ text: String, at place: String) -> DemoError {
    DemoError(
      "\(place): '\(text)' is no form of GeoData/demo/README.md",
      "\(place)：“\(text)”不是 GeoData/demo/README.md 中的写法")
  }
}
