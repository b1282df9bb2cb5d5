import Testing
import Words

/// What the argument parser complains of, which it says in English alone.
@Suite struct `The argument parser's complaints` {
  @Test(arguments: [
    ("Unknown option '--sotre'. Did you mean '--store'?", "没有选项“--sotre”。是否想用“--store”？"),
    ("Missing value for '--store <store>'", "“--store <store>”缺少值"),
    ("Missing expected argument '<file>'", "缺少参数“<file>”"),
    ("Missing one of: '--a', '--b'", "缺少下列之一：“--a”、“--b”"),
    ("Unexpected argument 'x'", "多余的参数“x”"),
    ("2 unexpected arguments: 'x', 'y'", "2 个多余的参数：“x”、“y”"),
    (
      "The value 'x' is invalid for '--by <by>'. Please provide one of 'area', 'households' or 'people'.",
      "值“x”不适用于“--by <by>”；可用的值：“area”、“households”、“people”。"
    ),
    (
      "The option '--json' does not take any value, but 'x' was specified.", "选项“--json”不带值，却给出了“x”"
    ),
    ("Value to be set with flag '--b' had already been set with flag '--a'", "“--b”与“--a”只能给出一个"),
    ("Missing required subcommand.", "缺少子命令"),
  ])
  func `are said in Chinese`(english: String, chinese: String) {
    #expect(ParserText.wording(english) == Wording(english: english, chinese: chinese))
  }
}
