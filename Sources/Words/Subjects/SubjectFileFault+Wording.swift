import Datasets
import Subjects

extension SubjectFileFault {
  /// What is wrong with a file of rules.
  var wording: Wording {
    switch self {
    case .rules(let reason): reason.wording
    case .kindTwice(let kind, let other):
      Wording("\(other) is about '\(kind)' too", "\(other) 也是“\(kind)”的规则")
    case .noRules: Wording("has no file of rules (.yaml)", "没有规则文件（.yaml）")
    case .notANumber: Wording("is not a number", "不是数")
    }
  }
}

extension RulesReason {
  /// Why a part of a file of rules cannot be used.
  var wording: Wording {
    switch self {
    case .noName: Wording("a name is missing", "缺少名称")
    case .repeated(let name): Wording("'\(name)' is given twice", "“\(name)”重复")
    case .unknownAttribute(let name):
      Wording("no attribute is called '\(name)'", "没有名为“\(name)”的属性")
    case .unknownDataSet(let name):
      Wording("`sources` has no data set '\(name)'", "sources 中没有数据资源“\(name)”")
    case .unknownWord(let word, let allowed):
      Wording("'\(word)' cannot stand here; there are ", "此处不能写“\(word)”；可用：")
        + allowed.listed()
    case .tooFew(let count, let least):
      Wording("has \(count) entries; it needs \(least)", "有 \(count) 项，至少需要 \(least) 项")
    case .tooMany(let count, let most):
      Wording("has \(count) entries; at most \(most) can be", "有 \(count) 项，最多 \(most) 项")
    case .outOfRange(let number): Wording("\(number) makes no sense here", "\(number) 超出合理范围")
    case .circle(let name):
      Wording(
        "'\(name)' is derived from itself, or from one that comes after it",
        "“\(name)”由自身或其后的属性得出")
    case .derivedAndStated(let name):
      Wording("'\(name)' is derived, and a field states it too", "“\(name)”既由其他属性得出，又来自字段")
    case .keyBindsNothing(let name):
      Wording(
        "'\(name)' is in `keys`, and no certain rule binds rows by it alone",
        "“\(name)”在 keys 中，但没有只凭它归并的确定规则")
    case .inTwoTuples(let name): Wording("'\(name)' is in two tuples", "“\(name)”属于两个元组")
    case .nearIsNeverCertain:
      Wording(
        "a rule with `near` can only propose: certain: false", "有 near 的规则只能提议：certain: false")
    case .noPersonalKey:
      Wording("no data set has a `personalKey`", "没有数据资源设 personalKey")
    }
  }
}
