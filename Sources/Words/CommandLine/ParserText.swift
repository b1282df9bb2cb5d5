/// The argument parser's own texts, which it has in English alone: its headings and complaints.
package enum ParserText {
  /// A page of help, or a complaint about the command line.
  package static func wording(_ text: String) -> Wording {
    // Its lines are its own; what stands in them may be anything that was given.
    let text = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { VisibleText.visible(String($0)) }.joined(separator: "\n")
    return Wording(english: text, chinese: text.hasPrefix("{") ? text : chinese(text))
  }

  private static func chinese(_ text: String) -> String {
    var text = text
    for (english, chinese) in fixed { text.replace(english, with: chinese) }
    text.replace(#/ ?\(default: ([^)]*)\)/#) { "（默认：\($0.1)）" }
    text.replace(#/ ?\(values: ([^;)]*); default: ([^)]*)\)/#) { "（可选：\($0.1)；默认：\($0.2)）" }
    text.replace(#/ ?\(values: ([^)]*)\)/#) { "（可选：\($0.1)）" }
    text.replace(/See '(.*) <subcommand>' for detailed help\./) {
      "各子命令的说明见 '\($0.1) <subcommand>'。"
    }
    text.replace(/See '(.*)' for more information\./) { "更多说明见 '\($0.1)'。" }
    return complaint(text)
  }

  /// Headings, at the beginning of a line, and fixed sentences.
  private static let fixed = [
    ("OVERVIEW: ", "概述："), ("USAGE: ", "用法： "), ("\nARGUMENTS:\n", "\n参数：\n"),
    ("\nOPTIONS:\n", "\n选项：\n"), ("\nSUBCOMMANDS:\n", "\n子命令：\n"), ("\nUsage: ", "\n用法： "),
    ("\nHelp:  ", "\n说明： "), ("Show help information.", "显示帮助。"),
    ("Show the version.", "显示版本。"),
  ]

  /// The complaints that users meet; others stay as they are.
  private static func complaint(_ text: String) -> String {
    text.replacing(/^Missing expected argument '(.*)'/) { "缺少参数“\($0.1)”" }
      .replacing(/^Missing one of: (.*)/) { "缺少下列之一：\(quoted($0.1))" }
      .replacing(/^Missing value for '(.*)'/) { "“\($0.1)”缺少值" }
      .replacing(/^Unknown option '(.*?)'/) { "没有选项“\($0.1)”" }
      .replacing(/^Unexpected argument '(.*?)'/) { "多余的参数“\($0.1)”" }
      .replacing(/^([0-9]+) unexpected arguments: (.*)/) {
        "\($0.1) 个多余的参数：\(quoted($0.2))"
      }
      .replacing(/^The option '(.*?)' does not take any value, but '(.*?)' was specified\./) {
        "选项“\($0.1)”不带值，却给出了“\($0.2)”"
      }
      .replacing(/^Value to be set with flag (.*) had already been set with flag (.*)/) {
        "\(quoted($0.1))与\(quoted($0.2))只能给出一个"
      }
      .replacing(/^Invalid option: (.*)/) { "选项“\($0.1)”无效" }
      .replacing(/^Missing required subcommand\./) { _ in "缺少子命令" }
      .replacing(/^Can't generate completion scripts for '(.*?)'\.\nPlease use (.*) with one of:/) {
        "不能为“\($0.1)”生成补全脚本；请用 \($0.2)，可用的值："
      }
      .replacing(/^The value '(.*?)' is invalid for '(.*?)'/) { "值“\($0.1)”不适用于“\($0.2)”" }
      .replacing(/\. Did you mean '(.*?)'\?/) { "。是否想用“\($0.1)”？" }
      .replacing(/\. Please provide one of the following:/) { _ in "；可用的值：" }
      .replacing(/[.:] Please provide one of (.*)\./) {
        "；可用的值：\(quoted($0.1))。"
      }
  }

  /// Names in straight quotes, with what stands between them, as a list in Chinese.
  private static func quoted(_ names: Substring) -> String {
    names.matches(of: /'([^']*)'/).map { "“\($0.1)”" }.joined(separator: "、")
  }
}
