import Tabular

extension TextFact {
  /// What is wrong with the encoding of a text, and what to do.
  var wording: Wording {
    switch self {
    case .nul(let offset):
      Wording(
        "has a NUL byte at offset \(offset), so it is not delimited text "
          + "(UTF-16, a workbook, or a damaged file?); export it as \"CSV UTF-8\"",
        "在偏移 \(offset) 处有 NUL 字节，不是分隔文本（可能是 UTF-16、工作簿或已损坏）；请导出为“CSV UTF-8”")
    case .invalid(let encoding, let bad, let line) where bad.value == nil:
      Wording(
        "is \(encoding) up to offset \(bad.offset)\(line.map { ", line \($0)" } ?? ""), where it ends "
          + "inside a character: it was cut short; get the whole file again",
        "直到偏移 \(bad.offset)\(line.map { "（第 \($0) 行）" } ?? "") 都是 \(encoding)，"
          + "在此处一个字符的中间结束：文件被截断；请重新获取完整文件")
    case .invalid(let encoding, let bad, let line):
      Wording(
        "is not valid \(encoding): first bad byte \(bad.shown.english) at offset "
          + "\(bad.offset)\(line.map { ", line \($0)" } ?? ""); export it as UTF-8, or correct "
          + "`encoding` in the manifest",
        "不是有效的 \(encoding) 文本：第一个错误字节 \(bad.shown.chinese) 位于偏移 "
          + "\(bad.offset)\(line.map { "，第 \($0) 行" } ?? "")；请导出为 UTF-8，或更正清单中的 encoding")
    case .neither(let utf8, let gb18030, let line):
      Wording(
        "is neither UTF-8 (first bad byte \(utf8.shown.english) at offset \(utf8.offset)) nor "
          + "GB18030 (first bad byte \(gb18030.shown.english) at offset \(gb18030.offset), "
          + "line \(line)); export it as UTF-8, or name its `encoding` in the manifest",
        "既不是 UTF-8（第一个错误字节 \(utf8.shown.chinese) 位于偏移 \(utf8.offset)），也不是 "
          + "GB18030（第一个错误字节 \(gb18030.shown.chinese) 位于偏移 \(gb18030.offset)，第 \(line) 行）；"
          + "请导出为 UTF-8，或在清单中写明 encoding")
    case .unlikely(let offset, let line):
      Wording(
        "is not UTF-8, and read as GB18030 it would be hardly Chinese (see offset \(offset), line "
          + "\(line)); export it as UTF-8, or name its `encoding` in the manifest: \(TextFact.examples)",
        "不是 UTF-8，按 GB18030 读取又几乎不是中文（见偏移 \(offset)，第 \(line) 行）；"
          + "请导出为 UTF-8，或在清单中写明 encoding：\(TextFact.examplesChinese)")
    case .unavailable(let encoding):
      Wording(
        "the system's iconv cannot read the encoding \"\(encoding)\"; "
          + "correct `encoding` in the manifest (see `iconv --list`)",
        "系统的 iconv 不能读取编码“\(encoding)”；请更正清单中的 encoding（见 iconv --list）")
    case .noSuchEncoding(let name):
      Wording(
        "no encoding is called '\(name)'; use for example UTF-8, GB18030 or CP1252",
        "没有名为“\(name)”的编码，可用 UTF-8、GB18030、CP1252 等")
    case .noRoom(let folder, let code):
      Wording(
        "is not UTF-8, and there is no room in \(folder) to convert it (\(SystemWords.system(code).english)); make "
          + "room for up to three times its size, or name another folder by TMPDIR",
        "不是 UTF-8 编码，而 \(folder) 中没有转换所需的空间（\(SystemWords.system(code).chinese)）；"
          + "请腾出最多为其三倍大小的空间，或用 TMPDIR 指定另一个目录")
    case .contradiction(let marked, let declared):
      Wording(
        "is \(marked) (Excel's \"Unicode text\") by its byte order mark, not the declared "
          + "\(declared); correct `encoding` in the manifest",
        "按字节顺序标记是 \(marked) 编码（Excel 的“Unicode 文本”），不是所声明的 \(declared)；"
          + "请更正清单中的 encoding")
    case .withoutMark:
      Wording(
        "has no byte order mark that would tell how its UTF-16 is to be read; declare "
          + "`encoding: utf-16le` or `utf-16be` in the manifest",
        "没有字节顺序标记，无法确定 UTF-16 的字节顺序；请在清单中声明 encoding: utf-16le 或 utf-16be")
    }
  }
}

extension TextFact {
  /// What `encoding` may be where a text looks like none of China.
  static let examples =
    "windows-1252, windows-1251, big5, shift_jis, euc-kr, or gb18030 where it is that all the same"
  static let examplesChinese =
    "windows-1252、windows-1251、big5、shift_jis、euc-kr，确为 GB18030 时写 gb18030"
}

extension TextFact.BadByte {
  fileprivate var shown: Wording {
    value.map { Wording(verbatim: hexadecimal($0)) } ?? Wording("(end of file)", "（文件末尾）")
  }
}

/// `0x0A`.
private func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return "0x" + (digits.count == 1 ? "0" : "") + digits
}
