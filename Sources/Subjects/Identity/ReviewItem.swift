/// Something that rules cannot decide, for the queue of those who can.
public struct ReviewItem: Hashable, Sendable {
  /// Why it is in the queue.
  public let reason: Reason
  /// The rows it is about, in canonical order.
  public let rows: [Int]

  /// Why rows wait for a decision.
  public enum Reason: Hashable, Sendable {
    /// A rule would make them one subject, another forbids it.
    case refused(rule: String, forbiddenBy: String)
    /// They share a strong key, but their names contradict each other; one row of each subject.
    case split(rule: String)
    /// The first row shares a strong key with several subjects, and fits more than one of them.
    case ambiguous(rule: String)
    /// So many different names share a key that it says nothing; the first row that has it.
    case common(rule: String)
    /// A rule proposes that two subjects are one; one row of each.
    case candidate(rule: String)
    /// A decision says that they are one subject and another one that they are not.
    case decisionsDiffer

    /// The names of the parts of the reason: what it is called, then the rules that it is about.
    public var words: [String] {
      switch self {
      case .refused(let rule, let other): ["refused", rule, other]
      case .split(let rule): ["split", rule]
      case .ambiguous(let rule): ["ambiguous", rule]
      case .common(let rule): ["common", rule]
      case .candidate(let rule): ["candidate", rule]
      case .decisionsDiffer: ["decisions-differ"]
      }
    }
  }
}
