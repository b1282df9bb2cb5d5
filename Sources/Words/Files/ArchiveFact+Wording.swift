import Tabular

extension ArchiveFact {
  private static func several(_ names: [String]) -> Wording {
    guard !names.isEmpty else {
      return Wording("is an archive without a file", "是没有文件的压缩包")
    }
    let shown = names.prefix(8).map { $0 } + (names.count > 8 ? ["…"] : [])
    return Wording(
      "is an archive of \(names.count) files (\(shown.listed().english)); unpack it and name one of "
        + "them",
      "是含有 \(names.count) 个文件的压缩包（\(shown.listed().chinese)）；请解压后指定其中一个文件")
  }

  /// What is wrong with the archive that a workbook is, and what to do.
  var wording: Wording {
    switch self {
    case .withoutEnd:
      Wording(
        "is a ZIP archive without its end: it was cut short; copy or export it again",
        "ZIP 文件缺少结尾：文件不完整；请重新复制或导出")
    case .severalFiles(let names):
      Self.several(names)
    case .noRoom(let folder, let code):
      Wording(
        "there is no room in \(folder) to unpack it (\(SystemWords.system(code).english)); make room, or name another "
          + "folder by TMPDIR",
        "\(folder) 中没有解压所需的空间（\(SystemWords.system(code).chinese)）；请腾出空间，或用 TMPDIR 指定另一个目录")
    case .tooManyParts(let count):
      Wording(
        "has \(count) parts, more than any workbook; it was not unpacked",
        "含有 \(count) 个部件，超过任何工作簿；未予解压")
    case .encryptedPart(let part):
      Wording(
        "has the encrypted part \(part); remove the password and save it again",
        "其中的部件 \(part) 已加密；请取消密码后重新保存")
    case .packingMethod(let method, let part):
      Wording(
        "has the part \(part) packed by method \(method), which is not read; "
          + "save it again in Excel",
        "其中的部件 \(part) 使用了不支持的压缩方法 \(method)；请用 Excel 重新保存")
    case .bomb(let part, let packed, let size):
      Wording(
        "has the part \(part), whose \(packed) bytes would unpack to \(size): that is not a table "
          + "but a bomb, and it was not unpacked",
        "其中的部件 \(part) 有 \(packed) 字节，解压后为 \(size) 字节：疑似压缩炸弹，未予解压")
    case .documentType(let part):
      Wording(
        "has a document type declaration in the part \(part), which no workbook has; it was not "
          + "read",
        "部件 \(part) 含有文档类型声明（DOCTYPE），工作簿中不应出现；未予读取")
    case .tooManyStrings(let limit, let bytes):
      Wording(
        "has more shared strings than are read (\(limit), or \(bytes) bytes); save it as CSV",
        "共享字符串过多（上限 \(limit) 个或 \(bytes) 字节）；请另存为 CSV")
    case .damaged(let damage):
      Wording(
        "is a damaged workbook: \(damage.wording.english); copy it again, or save it again in Excel",
        "工作簿已损坏（\(damage.wording.chinese)）；请重新复制，或用 Excel 重新保存")
    }
  }
}

extension ArchiveFact.Damage {
  fileprivate var wording: Wording {
    switch self {
    case .partPlace(let part):
      Wording("the part \(part) is not where it should be", "部件 \(part) 不在应有的位置")
    case .partCut(let part): Wording("the part \(part) is cut short", "部件 \(part) 不完整")
    case .largeEndRecord:
      Wording("its ZIP64 end record is not where it should be", "ZIP64 结尾记录不在应有的位置")
    case .list(let offset):
      Wording("its list of parts is broken at offset \(offset)", "部件列表在偏移 \(offset) 处损坏")
    case .listCut: Wording("its list of parts is cut short", "部件列表不完整")
    case .partSize: Wording("a part has a size that cannot be", "某个部件的大小无效")
    case .content(let part, let content):
      Wording("the part \(part): ", "部件 \(part)：") + content.wording
    case .missingPart(let part): Wording("it has no part \(part)", "缺少部件 \(part)")
    case .hugeTag(let part):
      Wording("the part \(part) has a tag of more than 16 MiB", "部件 \(part) 中有超过 16 MiB 的标签")
    case .xml(let part, let reason, let line):
      Wording(
        "the part \(part) is not well-formed XML (\(reason), line \(line))",
        "部件 \(part) 不是格式正确的 XML（\(Self.chinese(reason))，第 \(line) 行）")
    case .sheetWithoutPart(let sheet):
      Wording("the sheet \"\(sheet)\" has no part", "工作表“\(sheet)”没有对应的部件")
    case .longCell(let sheet, let row):
      Wording(
        "in the sheet \"\(sheet)\", row \(row), a cell has more than 16 MiB of text",
        "工作表“\(sheet)”第 \(row) 行有超过 16 MiB 的单元格文本")
    case .longRow(let sheet, let row, let limit):
      Wording(
        "in the sheet \"\(sheet)\", row \(row) is longer than the limit of \(limit >> 20) MiB",
        "工作表“\(sheet)”第 \(row) 行超过 \(limit >> 20) MiB 的上限")
    case .rowNumber(let sheet, let row):
      Wording(
        "the sheet \"\(sheet)\" has a row \"\(row)\", behind the last one that a sheet can have "
          + "(1,048,576)",
        "工作表“\(sheet)”中有行“\(row)”，超出工作表的最后一行（1,048,576）")
    case .rowOrder(let sheet, let row, let after):
      Wording(
        "in the sheet \"\(sheet)\" the row \"\(row)\" comes after row \(after)",
        "工作表“\(sheet)”中，行“\(row)”排在第 \(after) 行之后")
    case .cellPlace(let sheet, let row, let reference):
      Wording(
        "in the sheet \"\(sheet)\", row \(row), a cell is said to be at \"\(reference)\"",
        "工作表“\(sheet)”第 \(row) 行有单元格的位置为“\(reference)”")
    case .cellColumn(let sheet, let row, let reference):
      Wording(
        "in the sheet \"\(sheet)\", row \(row), a cell is at \"\(reference)\", behind the last column that "
          + "a sheet can have (XFD, the 16,384th)",
        "工作表“\(sheet)”第 \(row) 行有单元格“\(reference)”，超出工作表的最后一列（XFD，第 16,384 列）")
    case .cellTwice(let sheet, let row, let reference):
      Wording(
        "in the sheet \"\(sheet)\", row \(row), two cells are at \"\(reference)\"",
        "工作表“\(sheet)”第 \(row) 行有两个单元格的位置都是“\(reference)”")
    }
  }

  /// What expat says, in Chinese for what damaged files bring about.
  private static func chinese(_ reason: String) -> String {
    switch reason {
    case "not well-formed (invalid token)", "syntax error": "语法错误"
    case "mismatched tag": "标签不配对"
    case "unclosed token", "unclosed CDATA section", "no element found": "内容不完整"
    case "undefined entity": "未定义的实体"
    case "duplicate attribute": "属性重复"
    case "junk after document element": "根元素之后还有内容"
    case "partial character": "字符不完整"
    default: reason
    }
  }
}

extension ArchiveFact.Content {
  fileprivate var wording: Wording {
    switch self {
    case .noDecoder: Wording("zlib could not start", "zlib 无法启动")
    case .longer(let announced):
      Wording(
        "it holds more than the \(announced) bytes that are announced",
        "内容超过声明的 \(announced) 字节")
    case .cutShort: Wording("it is cut short", "内容不完整")
    case .damagedBytes: Wording("its packed bytes are damaged", "压缩数据已损坏")
    case .length(let length, let announced):
      Wording(
        "it holds \(length) bytes, not the \(announced) that are announced",
        "内容为 \(length) 字节，而声明为 \(announced) 字节")
    case .checksum: Wording("its checksum does not fit its content", "校验和与内容不符")
    }
  }
}
