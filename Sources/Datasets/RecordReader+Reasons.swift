public import Tabular

extension RecordReader {
  /// The reasons why the row read last is refused, in the order of the manifest's fields.
  public func reasons(for fields: UnsafeBufferPointer<TableField>, row: TableRow) -> [Reason] {
    var reasons = rowFaults.codes.map { rowReason($0, found: fields.count) }
    for index in 0..<fieldCount where !faults[index].isEmpty {
      let column = rules[index].column
      let text = column >= 0 && column < fields.count ? fields[column].string : nil
      for code in faults[index].codes {
        reasons.append(Self.reason(code, field: manifest.fields[index], text: text))
      }
    }
    return reasons
  }

  /// A reason that concerns some fields of a record together, such as its place or its key.
  public func reason(_ code: ReasonCode, fields names: [String], value: String?) -> Reason {
    let label = names.joined(separator: ",")
    let sensitivity = names.compactMap { manifest.field($0)?.sensitivity }
    let most = sensitivity.contains(.secret) ? .secret : sensitivity.first { $0 != .none } ?? .none
    let (message, chinese) = Self.words(code, field: nil)
    return Reason(
      code: code, field: label, value: value.flatMap { Reason.masked($0, most) },
      message: "\(label): \(message)", messageChinese: "\(label):\(chinese)")
  }

  private func rowReason(_ code: ReasonCode, found: Int) -> Reason {
    let wanted = columns.width
    return switch code {
    case .fieldsMissing, .fieldsExtra:
      Reason(
        code: code, message: "the row has \(found) fields, the header \(wanted)",
        messageChinese: "该行有 \(found) 个字段,而表头有 \(wanted) 个")
    default:
      Reason(
        code: code,
        message: "a quoted field is not closed, or text follows its closing quote",
        messageChinese: "引号未闭合,或结束引号后还有文字")
    }
  }

  private static func reason(
    _ code: ReasonCode, field: ManifestField, text: String?
  ) -> Reason {
    let (message, chinese) = words(code, field: field)
    return Reason(
      code: code, field: field.name, value: text.flatMap { Reason.masked($0, field.sensitivity) },
      message: "\(field.title ?? field.name): \(message)",
      messageChinese: "\(field.titleChinese ?? field.title ?? field.name):\(chinese)")
  }

  private static func words(_ code: ReasonCode, field: ManifestField?) -> (String, String) {
    let rules = field?.constraints
    let formats = field.map { $0.formats.joined(separator: ", ") } ?? ""
    switch code {
    case .required: return ("a value is required", "不能为空")
    case .typeInteger: return ("is not a whole number", "不是整数")
    case .typeNumber: return ("is not a number", "不是数字")
    case .typeDate:
      return (
        "is not a date in the form \(formats.isEmpty ? "YYYY-MM-DD" : formats)",
        "不是 \(formats.isEmpty ? "YYYY-MM-DD" : formats) 格式的日期"
      )
    case .typeDatetime:
      return (
        "is not a time in the form \(formats.isEmpty ? "YYYY-MM-DDTHH:MM:SS" : formats)",
        "不是 \(formats.isEmpty ? "YYYY-MM-DDTHH:MM:SS" : formats) 格式的时间"
      )
    case .typeBoolean: return ("is neither true nor false", "不是“是/否”值")
    case .minimumLength:
      let least = rules?.minimumLength ?? 0
      return ("has fewer than \(least) characters", "少于 \(least) 个字符")
    case .maximumLength:
      let most = rules?.maximumLength ?? 0
      return ("has more than \(most) characters", "多于 \(most) 个字符")
    case .minimum:
      return ("is less than \(rules?.minimum ?? "")", "小于 \(rules?.minimum ?? "")")
    case .maximum:
      return ("is greater than \(rules?.maximum ?? "")", "大于 \(rules?.maximum ?? "")")
    case .pattern:
      return (
        "does not match the pattern \(rules?.pattern ?? "")", "不符合格式 \(rules?.pattern ?? "")"
      )
    case .notAllowed:
      let allowed = rules?.allowed.prefix(8) ?? []
      return (
        "is not one of \(allowed.joined(separator: ", "))",
        "不在允许的值之中:\(allowed.joined(separator: "、"))"
      )
    case .notUnique: return ("an earlier row has the same value", "与前面的行重复")
    case .codeUnknown:
      let table = field?.codeTable?.path.split(separator: "/").last.map(String.init) ?? ""
      return ("is neither a code nor a label of \(table)", "不是代码表 \(table) 中的代码或名称")
    default: return specialWords(code)
    }
  }

  private static func specialWords(_ code: ReasonCode) -> (String, String) {
    switch code {
    case .residentIDForm:
      ("is not a resident ID: 18 digits, the last may be X", "不是身份证号:应为 18 位数字,末位可为 X")
    case .residentIDDate: ("the date of birth in the resident ID is no date", "身份证号中的出生日期无效")
    case .residentIDCheck: ("the check character of the resident ID is wrong", "身份证号校验码错误")
    case .creditCodeForm:
      ("is not a social credit code: 18 digits or capitals", "不是统一社会信用代码:应为 18 位数字或大写字母")
    case .creditCodeCheck: ("the check character of the credit code is wrong", "统一社会信用代码校验码错误")
    case .mobile: ("is not a mobile number of 11 digits", "不是 11 位手机号码")
    case .coordinateInvalid: ("is not a valid position", "坐标无效")
    case .coordinateZero: ("the position is 0,0", "坐标为 0,0")
    case .coordinateFar:
      (
        "the position is more than 50 km from the district; is the reference system right?",
        "坐标距辖区超过 50 公里;请核对坐标系"
      )
    case .coordinateSwapped:
      (
        "the position is in the district only with its ordinates exchanged; exchange them, or "
          + "correct `axes` in the manifest",
        "坐标的两个分量似乎颠倒;请对调,或更正清单中的 axes"
      )
    case .keyMissing: ("a part of the key is missing", "主键缺失")
    case .keyDuplicate: ("an earlier row has the same key", "与前面的行主键重复")
    default: ("is refused (\(code.rawValue))", "未通过检查(\(code.rawValue))")
    }
  }
}
