package import Grids

extension CodeGrammar {
  /// What the grammar is called.
  package var title: Wording {
    switch kind {
    case .free: Wording("any code", "不限")
    case .unitGrid:
      Wording(
        "unit grid, 15 digits (GB/T 30428, GB/T 47678)",
        "单元网格编码，15 位（GB/T 30428、GB/T 47678）")
    case .socialGovernance:
      Wording(
        "social-governance grid, division of 12 digits and sequence of 3",
        "社会治理网格编码，12 位区划代码 + 3 位顺序码")
    case .communityService:
      Wording(
        "community-service grid, 20 digits (CJ/T 349-2010)", "社区服务网格编码，20 位（CJ/T 349-2010）")
    }
  }
}

extension CodeFault {
  /// What is wrong with the code, without the code.
  package var wording: Wording {
    switch reason {
    case .notDigits: Wording("has characters other than digits", "含有数字以外的字符")
    case .length(let count, let instead):
      Wording(
        "has \(count) characters instead of "
          + "\(instead.map(String.init).joined(separator: " or "))",
        "长度为 \(count) 位，应为 \(instead.map(String.init).joined(separator: " 或 ")) 位")
    case .segment(let meaning, let text, let low, let high):
      Wording(
        "its \(meaning.name.english) \(text) is not one of \(low)…\(high)",
        "\(meaning.name.chinese) \(text) 不在 \(low)…\(high) 之内")
    case .parent(let begin, after: 0):
      Wording(
        "does not begin with \(begin), the code of the cell above", "开头不是上级代码 \(begin)")
    case .parent(let begin, let digits):
      Wording(
        "does not go on after \(digits) digits with \(begin), the code of the cell above",
        "第 \(digits) 位之后不是上级代码 \(begin)")
    }
  }
}

extension CodeGrammar.Segment.Meaning {
  fileprivate var name: Wording {
    switch self {
    case .objectClass: Wording("object class", "对象分类代码")
    case .division: Wording("division", "县级行政区划代码")
    case .street: Wording("street", "街道（乡镇）代码")
    case .community: Wording("community", "社区（村）代码")
    case .sequence: Wording("sequence", "顺序码")
    }
  }
}
