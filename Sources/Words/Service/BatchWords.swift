package import Gewu

/// What is wrong with a batch of positions, or with its form.
package enum BatchWords {
  /// Several nets are asked for in a form that has no room for them.
  package static func oneNetOnly(_ form: String) -> Wording {
    Wording(
      "an answer in \(form) has one number per position; ask for one net with net",
      "\(form) 的回答每个位置只有一个数；请用 net 逐网查询")
  }

  /// The body of an array is not the JSON that was expected.
  package static func malformedArray(position: Int, byte: Int) -> Wording {
    Wording(
      "position \(position), byte \(byte): is not what [[lon,lat],…] needs there",
      "第 \(position) 个位置（第 \(byte) 字节）：不符合 [[lon,lat],…] 的格式")
  }

  /// A line of the body is not the JSON that was expected.
  package static func malformedLine(_ line: Int, byte: Int) -> Wording {
    Wording(
      "line \(line), byte \(byte): is not what {\"lon\":…,\"lat\":…} needs there",
      "第 \(line) 行（第 \(byte) 字节）：不符合 {\"lon\":…,\"lat\":…} 的格式")
  }

  /// A body of numbers ends within a position.
  package static func cutNumbers(position: Int, bytes: Int) -> Wording {
    Wording(
      "the body ends \(bytes) bytes into position \(position); a position is two little-endian "
        + "float64, 16 bytes",
      "正文在第 \(position) 个位置的第 \(bytes) 字节处中断；每个位置是两个小端 float64，共 16 字节")
  }

  /// What is wrong with a table of positions, and the parameter that mends it.
  package static func table(_ fault: TableStreamFault) -> Wording {
    switch fault {
    case .empty: Wording("the table has no header", "表格没有表头")
    case .unclearColumn(let column, _, _, let hits, let header):
      Wording(
        "\(hits == 0 ? "no column" : "more than one column") of the header is the "
          + "\(column.name.english)",
        "表头中\(hits == 0 ? "没有" : "有多个")\(column.name.chinese)列")
        + header.wordingOfColumns
        + Wording(
          ": name the column with ?\(column.parameter)=", "：请用 ?\(column.parameter)= 指定")
    case .malformed(let line):
      Wording(
        "line \(line): the quotation marks do not match (the header is line 1)",
        "第 \(line) 行：引号不配对（表头为第 1 行）")
    case .emptyHeader, .unreadableHeader, .nulByte, .taken, .tooManyFields, .longRecord:
      fault.wording
    }
  }
}
