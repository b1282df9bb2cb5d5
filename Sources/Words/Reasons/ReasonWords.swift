package import Datasets
package import Warehouse

/// What the program says of refused rows and remarks.
///
/// A reason's sentence is a template of its code, such as `has fewer than {least} characters`, with
/// the reason's arguments in the place of names in braces. The store keeps the templates, too, for
/// those who read it by SQL.
package enum ReasonWords {
  /// The templates of all codes, as a store keeps them.
  package static let catalogue: [StoredWording] =
    ReasonCode.allCases.map { stored($0.rawValue, template(of: $0)) }
    + StoredNote.allCases.map { stored($0.rawValue, note($0)) }

  private static func stored(_ code: String, _ wording: Wording) -> StoredWording {
    StoredWording(code: code, english: wording.english, chinese: wording.chinese)
  }

  /// Why the program itself closed a refused row.
  private static func note(_ note: StoredNote) -> Wording {
    switch note {
    case .rolledBack: Wording("its batch was rolled back", "所属批次已撤回")
    }
  }

  /// What is wrong, without the field's name.
  ///
  /// A store that was made by a later version may have codes that are not known here.
  static func sentence(_ code: String, _ arguments: [Argument]) -> Wording {
    guard let known = ReasonCode(rawValue: code) else {
      return Wording("is refused (\(code))", "未通过检查（\(code)）")
    }
    return template(of: known).filled(with: arguments)
  }

  static func template(of code: ReasonCode) -> Wording {
    switch code {
    case .row(let reason): template(of: reason)
    case .check(let reason): template(of: reason)
    }
  }

  private static func template(of reason: RowReason) -> Wording {
    switch reason {
    case .fieldsMissing, .fieldsExtra:
      Wording("the row has {found} fields, the header {wanted}", "该行有 {found} 个字段，而表头有 {wanted} 个")
    case .quoteMalformed:
      Wording(
        "a quoted field is not closed or longer than 16 MiB, text follows its closing quote, or a space "
          + "stands before its opening quote (`skipInitialSpace`)",
        "引号未闭合或字段超过 16 MiB、结束引号后还有文字，或起始引号前有空格（skipInitialSpace）")
    case .required: Wording("a value is required", "不能为空")
    case .typeInteger: Wording("is not a whole number", "不是整数")
    case .typeNumber: Wording("is not a number", "不是数字")
    case .typeDate: Wording("is not a date in the form {form}", "不是 {form} 格式的日期")
    case .typeDatetime: Wording("is not a time in the form {form}", "不是 {form} 格式的时间")
    case .typeBoolean: Wording("is neither true nor false", "不是“是/否”值")
    case .minimumLength: Wording("has fewer than {least} characters", "少于 {least} 个字符")
    case .maximumLength: Wording("has more than {most} characters", "多于 {most} 个字符")
    case .minimum: Wording("is less than {bound}", "小于 {bound}")
    case .maximum: Wording("is greater than {bound}", "大于 {bound}")
    case .pattern: Wording("does not match the pattern {pattern}", "不符合格式 {pattern}")
    case .notAllowed: Wording("is not one of {allowed}", "不在允许的值之中：{allowed}")
    case .notUnique: Wording("an earlier row has the same value", "与前面的行重复")
    case .codeUnknown: Wording("is neither a code nor a label of {table}", "不是代码表 {table} 中的代码或名称")
    case .coordinateInvalid: Wording("is not a valid position", "坐标无效")
    case .coordinateZero: Wording("the position is 0,0", "坐标为 0,0")
    case .keyMissing: Wording("a part of the key is missing", "主键缺失")
    case .keyDuplicate: Wording("an earlier row has the same key", "与前面的行主键重复")
    case .precisionLost:
      Wording(
        "is a number of which the spreadsheet has lost the last digits: "
          + "format the column as text and enter it again",
        "是数字，末尾位数已被电子表格丢失：请将该列设为文本格式后重新录入")
    case .cellError:
      Wording(
        "is the error of a formula, or a memo or picture of dBase, which is not read",
        "是公式错误值，或为 dBase 的备注、图片，不受支持")
    case .dateSerial:
      Wording(
        "is the day number of a spreadsheet, not a date: format the column as a date and save again",
        "是电子表格的日期序列号，不是日期：请将该列设为日期格式后重新保存")
    case .dateSentinel: Wording("stands for no date; left empty", "是表示无日期的占位值；按空值处理")
    case .masked: Wording("is covered in part and cannot be checked", "部分被遮盖，无法核对")
    case .codeLabelMismatch: Wording("code and label do not belong together", "代码与名称不一致")
    case .coordinateFar:
      Wording(
        "the position is more than 50 km from the district; is the reference system right?",
        "坐标距辖区超过 50 公里；请核对坐标系")
    case .coordinateSwapped:
      Wording(
        "the position is in the district only with its ordinates exchanged; exchange them, or "
          + "correct `axes` in the manifest",
        "坐标的两个分量似乎颠倒；请对调，或更正清单中的 axes")
    case .geometryInvalid:
      Wording(
        "the geometry is damaged, or its rings cross or enclose nothing; repair it (in QGIS: Fix "
          + "geometries)",
        "几何无效：数据损坏，或边界自相交、面积为零；请修复（QGIS：修正几何图形）")
    case .geometryType:
      Wording(
        "the geometry is of another type than the manifest says, or has arcs (ogr2ogr -nlt "
          + "CONVERT_TO_LINEAR makes lines of them)",
        "几何类型与清单不符，或含有圆弧（可用 ogr2ogr -nlt CONVERT_TO_LINEAR 转换为直线）")
    case .headerRepeated: Wording("the row repeats the heading", "该行重复了表头")
    }
  }
}

extension Reason {
  /// What is wrong, with the name of the field in front.
  package var wording: Wording {
    ReasonWords.labelled(
      ReasonWords.sentence(code.rawValue, arguments), field: field, arguments: arguments)
  }
}

extension Reason {
  /// What is wrong, with the name of the field in front and its value, as it may be shown, behind that.
  var wordingWithValue: Wording {
    guard let label = ReasonWords.label(of: field, arguments), let value, !value.isEmpty else {
      return wording
    }
    return Wording("\(label.english) '\(value)': ", "\(label.chinese)“\(value)”：")
      + ReasonWords.sentence(code.rawValue, arguments)
  }
}

extension ReasonWords {
  /// A sentence with what people call the field in front; one about a whole row as it is.
  static func labelled(_ sentence: Wording, field: String?, arguments: [Argument]) -> Wording {
    guard let label = label(of: field, arguments) else { return sentence }
    return Wording("\(label.english): ", "\(label.chinese)：") + sentence
  }

  /// What people call a field; nil for none.
  static func label(of field: String?, _ arguments: [Argument]) -> Wording? {
    guard let field else { return nil }
    let title = arguments.first { $0.name == Argument.title }?.value
    let chinese = arguments.first { $0.name == Argument.titleChinese }?.value
    return Wording("\(title ?? field)", "\(chinese ?? title ?? field)")
  }
}

extension Wording {
  /// The text with arguments in the place of their names in braces; other braces stay.
  func filled(with arguments: [Argument]) -> Wording {
    guard !arguments.isEmpty else { return self }
    var values: [String: [String]] = [:]
    for argument in arguments {
      let value =
        argument.isPersonal ? Reason.masked(argument.value, .personal) ?? "" : argument.value
      values[argument.name, default: []].append(value)
    }
    let lists = values.mapValues { $0.listed() }
    return Wording(
      english: Self.fill(english) { lists[$0]?.english },
      chinese: Self.fill(chinese) { lists[$0]?.chinese })
  }

  private static func fill(_ template: String, _ value: (String) -> String?) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      rest = rest[open...]
      if let close = rest.firstIndex(of: "}"),
        let value = value(String(rest[rest.index(after: open)..<close]))
      {
        text += value
        rest = rest[rest.index(after: close)...]
      } else {
        text.append(rest.removeFirst())
      }
    }
    return text + rest
  }
}
