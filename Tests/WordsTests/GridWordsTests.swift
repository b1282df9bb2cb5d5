import Gewu
import Grids
import Testing
import Words

@Suite struct `The words of grids` {
  @Test func `every grammar has a title of its own in each language`() {
    #expect(Set(CodeGrammar.all.map(\.title.english)).count == CodeGrammar.all.count)
    #expect(Set(CodeGrammar.all.map(\.title.chinese)).count == CodeGrammar.all.count)
  }

  @Test(
    arguments: [
      (.notDigits, "has characters other than digits", "含有数字以外的字符"),
      (.length(13, instead: [15]), "has 13 characters instead of 15", "长度为 13 位，应为 15 位"),
      (
        .length(4, instead: [6, 9]), "has 4 characters instead of 6 or 9", "长度为 4 位，应为 6 或 9 位"
      ),
      (
        .segment(.sequence, "000", low: "001", high: "999"),
        "its sequence 000 is not one of 001…999", "顺序码 000 不在 001…999 之内"
      ),
      (
        .segment(.street, "700", low: "001", high: "599"),
        "its street 700 is not one of 001…599", "街道（乡镇）代码 700 不在 001…599 之内"
      ),
      (
        .parent("320582110153", after: 0),
        "does not begin with 320582110153, the code of the cell above", "开头不是上级代码 320582110153"
      ),
      (
        .parent("320582111", after: 6),
        "does not go on after 6 digits with 320582111, the code of the cell above",
        "第 6 位之后不是上级代码 320582111"
      ),
    ] as [(CodeFault.Reason, String, String)])
  func `what is wrong with a code is said in both languages`(
    reason: CodeFault.Reason, english: String, chinese: String
  ) {
    #expect(
      CodeFault(code: "x", reason: reason).wording == Wording(english: english, chinese: chinese))
  }

  @Test func `an index file that cannot be read is named, with what to do`() {
    do {
      _ = try Locator(mapping: "/nowhere/index.gewu")
      Issue.record("there is no such file")
    } catch {
      #expect(
        Words.wording(of: error)
          == Wording(
            "/nowhere/index.gewu: cannot be read: No such file or directory",
            "/nowhere/index.gewu：无法读取：没有这个文件或目录"))
    }
  }

  @Test(
    arguments: [
      (.taken("police"), "there is a net 'police' already", "网“police”已经存在"),
      (
        .noSuchNet("school", known: ["base", "police"]),
        "there is no net 'school'; the nets are base, police", "没有网“school”；现有的网：base、police"
      ),
      (
        .notAName("a b"), "'a b' cannot name a net (letters, digits, - and _; not 'all')",
        "“a b”不能用作网名（可用字母、数字、- 和 _；不能是“all”）"
      ),
      (
        .noDataset(subject: "household"),
        "no data set has the subject household; import one, or name one",
        "没有主题为 household 的数据集；请导入一个，或指定一个"
      ),
    ] as [(NetFault, String, String)])
  func `what is wrong with nets is said in both languages`(
    fault: NetFault, english: String, chinese: String
  ) {
    #expect(Words.wording(of: fault) == Wording(english: english, chinese: chinese))
  }

  @Test func `codes that break their grammar are listed, the first ten`() {
    let faults = (0..<12).map { CodeFault(code: "P\($0)", reason: .notDigits) }
    let fault = NetFault.badCodes(
      faults, of: 20, level: "beat", net: "police", grammar: .unitGrid)

    let wording = Words.wording(of: fault)

    #expect(
      wording.english.hasPrefix("level beat: 12 of 20 codes break the grammar unit-grid-15 of the"))
    #expect(wording.english.hasSuffix("\n  P9  has characters other than digits\n  … 2"))
    #expect(wording.chinese.contains("\n  P0  含有数字以外的字符\n"))
    #expect(!wording.english.contains("--") && !wording.english.contains("`"))
    #expect(fault.commandLineHint?.english.contains("--any-code") == true)
  }
}
