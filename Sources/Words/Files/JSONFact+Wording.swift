import Tabular

extension JSONFact {
  /// What is wrong with a JSON text.
  var wording: Wording {
    switch self {
    case .needs(let need, let found):
      Wording(
        "\(shown(found)) where \(need.wording.english) is needed",
        "此处应为\(need.wording.chinese)，却是 \(shown(found))")
    case .truncated:
      Wording("the text ends in the middle of a value; it is not whole", "在数据中间结束，内容不完整")
    case .controlCharacter(let byte):
      Wording(
        "a control character in a text; it must be written "
          + "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))",
        "文本中含有未转义的控制字符")
    case .noSuchEscape: Wording("no such escape in a text", "文本中的转义无效")
    case .nul: Wording("a NUL character in a text (\\u0000)", "文本中有 NUL 字符（\\u0000）")
    case .halfPair: Wording("half of a surrogate pair in a text", "文本中的代理对不完整")
    case .hexadecimalDigits:
      Wording("\\u needs four hexadecimal digits", "\\u 后需要四位十六进制数字")
    case .tooLarge(let digits):
      Wording("\(digits) is too large for a number", "数字 \(digits) 过大")
    case .tooDeep(let limit):
      Wording("values are nested more than \(limit) deep", "嵌套超过 \(limit) 层")
    case .notACell:
      Wording("a cell is a date, an error or a geometry", "单元格应为日期、错误或几何")
    }
  }
}

extension JSONFact.Need {
  fileprivate var wording: Wording {
    switch self {
    case .text: Wording("a text in quotes", "带引号的文本")
    case .object: Wording("an object", "对象")
    case .array: Wording("an array", "数组")
    case .key: Wording("a key in quotes", "带引号的键")
    case .colon: Wording("a colon", "冒号")
    case .commaOrBrace: Wording("a comma or }", "逗号或 }")
    case .commaOrBracket: Wording("a comma or ]", "逗号或 ]")
    case .value: Wording("a JSON value", "JSON 值")
    case .number: Wording("a number", "数字")
    case .geoJSONObject: Wording("a GeoJSON object", "GeoJSON 对象")
    case .position: Wording("a position [x, y]", "坐标 [x, y]")
    case .secondCoordinate: Wording("a comma and a second coordinate", "逗号和第二个坐标")
    case .end: Wording("the end", "结尾")
    case .endOfLine: Wording("the end of the line", "行尾")
    }
  }
}

/// A byte as it is shown to people.
private func shown(_ byte: UInt8) -> String {
  byte > 0x20 && byte < 0x7F
    ? "'\(Character(Unicode.Scalar(byte)))'" : "byte \(String(byte, radix: 16, uppercase: true))"
}
