import Tabular

extension DBFFact {
  /// What is wrong with a DBF table, and what to do.
  var wording: Wording {
    switch self {
    case .notATable(let header):
      Wording(
        "this is not a DBF table (header of \(header) bytes)", "不是 DBF 表（文件头长 \(header) 字节）")
    case .truncated(let byte, let cut):
      Wording(
        "the table is truncated at byte \(byte): \(cut.wording.english); copy the file again",
        "表在第 \(byte) 字节处中断：\(cut.wording.chinese)；请重新复制文件")
    case .unreadField(let field, let type):
      Wording(
        "field \(field) is of type '\(type)' (a memo, picture or binary number), "
          + "which is not read; export the table without it",
        "第 \(field) 个字段的类型“\(type)”（备注、图片或二进制数）不受支持，请去掉后重新导出")
    case .fieldsTooLong(let fields, let records):
      Wording(
        "the fields take \(fields) bytes, the records have \(records)",
        "字段共 \(fields) 字节，而记录长 \(records) 字节")
    case .fieldsTooShort(let fields, let records):
      Wording(
        "the fields take \(fields) bytes, the records have \(records), so that the places of the fields are "
          + "not known; export the table again",
        "字段共 \(fields) 字节，而记录长 \(records) 字节，无法确定各字段的位置；请重新导出")
    case .recordMark(let record, let byte, let found):
      Wording(
        "record \(record) at byte \(byte) begins with "
          + "\(String(found, radix: 16, uppercase: true)), neither blank nor asterisk: "
          + "the file is damaged",
        "第 \(record) 条记录（第 \(byte) 字节）开头既非空格也非星号，文件已损坏")
    case .notInEncoding(let text, let encoding, let claim):
      text.wording(
        Wording(
          "not \(encoding), \(claim.wording.english)",
          "不是 \(encoding)（\(claim.wording.chinese)）"))
    case .isUTF8(let encoding, let claim):
      Wording(
        "its texts are UTF-8, not \(encoding) \(claim.wording.english); name the encoding in the "
          + "manifest: `encoding: utf-8`",
        "文本实为 UTF-8，而不是 \(encoding)（\(claim.wording.chinese)）；请在清单中写明 encoding: utf-8")
    case .inNoEncoding(let text):
      text.wording(Wording("neither UTF-8 nor GB18030", "既不是 UTF-8 也不是 GB18030"))
    case .unlikely(let record):
      Wording(
        "its texts are not UTF-8, and read as GB18030 they would be hardly Chinese (see record "
          + "\(record)); name the encoding in the manifest: \(TextFact.examples)",
        "文本不是 UTF-8，按 GB18030 读取又几乎不是中文（见第 \(record) 条记录）；"
          + "请在清单中写明 encoding：\(TextFact.examplesChinese)")
    }
  }
}

extension DBFFact.Cut {
  fileprivate var wording: Wording {
    switch self {
    case .header(let bytes):
      Wording("its header needs \(bytes) bytes", "文件头需要 \(bytes) 字节")
    case .records(let count, let bytes, let last):
      Wording(
        "it announces \(count) records (\(bytes) bytes) and ends in record \(last)",
        "应有 \(count) 条记录（\(bytes) 字节），在第 \(last) 条处中断")
    }
  }
}

extension DBFFact.Claim {
  fileprivate var wording: Wording {
    switch self {
    case .caller: Wording("as was asked for", "按指定的编码")
    case .codePageFile: Wording("as the .cpg file says", "按 .cpg 文件")
    case .header: Wording("as the header of the table says", "按表头")
    }
  }
}

extension DBFFact.Text {
  /// The text, what it is not, and what to do.
  fileprivate func wording(_ what: Wording) -> Wording {
    switch self {
    case .fieldNames:
      Wording(
        "the names of the fields are \(what.english); name the right encoding, for example GB18030",
        "字段名\(what.chinese)；请指明正确的编码，如 GB18030")
    case .value(let record, let field, let byte):
      Wording(
        "record \(record), field \(field), byte \(byte): the text is \(what.english); "
          + "name the right encoding, for example GB18030",
        "第 \(record) 条记录，第 \(field) 个字段，第 \(byte) 字节：文本\(what.chinese)；"
          + "请指明正确的编码，如 GB18030")
    }
  }
}
