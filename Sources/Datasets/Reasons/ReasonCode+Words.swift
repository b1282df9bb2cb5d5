extension ReasonCode {
  /// What is wrong, in English and in Chinese, with what the field demands.
  func words(for field: ManifestField?) -> (String, String) {
    let rules = field?.constraints
    let formats = field.map { $0.formats.joined(separator: ", ") } ?? ""
    switch self {
    case .row(.required): return ("a value is required", "不能为空")
    case .row(.typeInteger): return ("is not a whole number", "不是整数")
    case .row(.typeNumber): return ("is not a number", "不是数字")
    case .row(.typeDate):
      return (
        "is not a date in the form \(formats.isEmpty ? "YYYY-MM-DD" : formats)",
        "不是 \(formats.isEmpty ? "YYYY-MM-DD" : formats) 格式的日期"
      )
    case .row(.typeDatetime):
      return (
        "is not a time in the form \(formats.isEmpty ? "YYYY-MM-DDTHH:MM:SS" : formats)",
        "不是 \(formats.isEmpty ? "YYYY-MM-DDTHH:MM:SS" : formats) 格式的时间"
      )
    case .row(.typeBoolean): return ("is neither true nor false", "不是“是/否”值")
    case .row(.minimumLength):
      let least = rules?.minimumLength ?? 0
      return ("has fewer than \(least) characters", "少于 \(least) 个字符")
    case .row(.maximumLength):
      let most = rules?.maximumLength ?? 0
      return ("has more than \(most) characters", "多于 \(most) 个字符")
    case .row(.minimum):
      return ("is less than \(rules?.minimum ?? "")", "小于 \(rules?.minimum ?? "")")
    case .row(.maximum):
      return ("is greater than \(rules?.maximum ?? "")", "大于 \(rules?.maximum ?? "")")
    case .row(.pattern):
      return (
        "does not match the pattern \(rules?.pattern ?? "")", "不符合格式 \(rules?.pattern ?? "")"
      )
    case .row(.notAllowed):
      let allowed = rules?.allowed.prefix(8) ?? []
      return (
        "is not one of \(allowed.joined(separator: ", "))",
        "不在允许的值之中:\(allowed.joined(separator: "、"))"
      )
    case .row(.notUnique): return ("an earlier row has the same value", "与前面的行重复")
    case .row(.codeUnknown):
      let table = field?.codeTable?.path.split(separator: "/").last.map(String.init) ?? ""
      return ("is neither a code nor a label of \(table)", "不是代码表 \(table) 中的代码或名称")
    default: return ownWords
    }
  }

  private var ownWords: (String, String) {
    switch self {
    case .check(.china(.residentIDForm)):
      ("is not a resident ID: 18 digits, the last may be X", "不是身份证号:应为 18 位数字,末位可为 X")
    case .check(.china(.residentIDDate)):
      ("the date of birth in the resident ID is no date", "身份证号中的出生日期无效")
    case .check(.china(.residentIDCheck)):
      ("the check character of the resident ID is wrong", "身份证号校验码错误")
    case .check(.china(.creditCodeForm)):
      ("is not a social credit code: 18 digits or capitals", "不是统一社会信用代码:应为 18 位数字或大写字母")
    case .check(.china(.creditCodeCheck)):
      ("the check character of the credit code is wrong", "统一社会信用代码校验码错误")
    case .check(.china(.mobile)): ("is not a mobile number of 11 digits", "不是 11 位手机号码")
    case .check(.china(.residentIDLegacy)):
      ("is a resident ID of 15 digits; kept as 18", "是 15 位身份证号;已按 18 位保存")
    case .check(.china(.organisationCodeForm)):
      (
        "is not an organisation code: 8 characters and a check character",
        "不是组织机构代码:应为 8 位代码加 1 位校验码"
      )
    case .check(.china(.organisationCodeCheck)):
      ("the check character of the organisation code is wrong", "组织机构代码校验码错误")
    case .check(.china(.organisationCodeEmbedded)):
      (
        "the organisation code within the credit code has a wrong check character",
        "统一社会信用代码中的组织机构代码校验码错误"
      )
    case .check(.china(.registrationNumberForm)):
      ("is not a registration number of 15 digits", "不是 15 位工商注册号")
    case .check(.china(.registrationNumberCheck)):
      ("the check digit of the registration number is wrong", "工商注册号校验码错误")
    case .check(.china(.registrationNumberLegacy)):
      ("is a registration number of 13 digits", "是 13 位旧工商注册号")
    case .check(.china(.phone)): ("is not a telephone number", "不是电话号码")
    case .check(.china(.plate)): ("is not a number plate", "不是机动车号牌号码")
    case .check(.china(.divisionCode)):
      (
        "is not a division code of 6, 9, 12 or 15 digits whose levels agree",
        "不是 6、9、12 或 15 位且各级一致的区划代码"
      )
    case .row(.masked): ("is covered in part and cannot be checked", "部分被遮盖,无法核对")
    case .row(.precisionLost):
      (
        "is a number cell of more than 15 digits, of which the spreadsheet has lost the last: format "
          + "the column as text and enter it again", "是超过 15 位的数字单元格,末尾数字已丢失:请将该列设为文本格式后重新录入"
      )
    case .row(.cellError): ("is the error of a formula", "是公式错误值")
    default: placeWords
    }
  }

  private var placeWords: (String, String) {
    switch self {
    case .row(.dateSerial):
      ("looks like the day number of a spreadsheet; left empty", "疑似电子表格日期序列号;按空值处理")
    case .row(.dateSentinel): ("stands for no date; left empty", "是表示无日期的占位值;按空值处理")
    case .row(.codeLabelMismatch): ("code and label do not belong together", "代码与名称不一致")
    case .row(.coordinateFar):
      (
        "the position is more than 50 km from the district; is the reference system right?",
        "坐标距辖区超过 50 公里;请核对坐标系"
      )
    case .row(.coordinateSwapped):
      (
        "the position is in the district only with its ordinates exchanged; exchange them, or "
          + "correct `axes` in the manifest",
        "坐标的两个分量似乎颠倒;请对调,或更正清单中的 axes"
      )
    case .row(.geometryInvalid):
      (
        "the geometry is damaged, or its rings cross or enclose nothing; repair it (in QGIS: Fix "
          + "geometries)",
        "几何无效:数据损坏,或边界自相交、面积为零;请修复(QGIS:修正几何图形)"
      )
    case .row(.geometryType):
      ("the geometry is of another type than the manifest says", "几何类型与清单不符")
    case .row(.coordinateInvalid): ("is not a valid position", "坐标无效")
    case .row(.coordinateZero): ("the position is 0,0", "坐标为 0,0")
    case .row(.keyMissing): ("a part of the key is missing", "主键缺失")
    case .row(.keyDuplicate): ("an earlier row has the same key", "与前面的行主键重复")
    default: ("is refused (\(rawValue))", "未通过检查(\(rawValue))")
    }
  }
}
