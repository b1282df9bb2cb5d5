package import Gewu

extension SubjectFault {
  /// Why it cannot be done.
  package var wording: Wording {
    switch self {
    case .noRules:
      Wording(
        "the rules of subjects are nowhere: name their folder", "找不到主体规则：请给出规则所在的目录")
    case .noKind(let kind, let known):
      Wording("there is no kind of subject '\(kind)'; there are ", "没有主体类别“\(kind)”；可用类别：")
        + known.listed()
    case .neverAssembled:
      Wording("no subjects were assembled yet", "尚未归集任何主体")
    case .noSubject(let key):
      Wording("there is no subject with the key \(key)", "没有编号为 \(key) 的主体")
    case .notAKey(let text):
      Wording(
        "'\(text)' is not the key of a subject: 32 digits 0 to 9 and a to f",
        "“\(text)”不是主体编号：应为 32 位 0 到 9、a 到 f")
    }
  }
}
