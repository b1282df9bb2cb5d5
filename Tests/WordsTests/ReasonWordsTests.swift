import Datasets
import Testing

@testable import Words

@Suite struct `The words of reasons` {
  private func wording(
    _ code: RowReason, field: String? = "v", _ arguments: Argument...
  ) -> [String] {
    let wording = Reason(code: .row(code), field: field, arguments: arguments).wording
    return [wording.english, wording.chinese]
  }

  @Test(arguments: ReasonCode.allCases)
  func `exist for every code in both languages`(code: ReasonCode) {
    let template = ReasonWords.template(of: code)
    let han = template.chinese.unicodeScalars.contains { $0.value > 0x2E7F }

    #expect(!template.english.isEmpty && template.english.utf8.allSatisfy { $0 < 0x80 })
    #expect(han)
    #expect(template.english.filter { "{}".contains($0) }.count % 2 == 0)
  }

  @Test func `say a rule's bounds in their place`() {
    #expect(wording(.minimum, Argument("bound", "1")) == ["v: is less than 1", "v：小于 1"])
    #expect(
      wording(.typeDate, Argument("form", "%Y/%m/%d, %Y%m%d"))
        == ["v: is not a date in the form %Y/%m/%d, %Y%m%d", "v：不是 %Y/%m/%d, %Y%m%d 格式的日期"])
    #expect(
      wording(.notAllowed, Argument("allowed", "lamp"), Argument("allowed", "pump"))
        == ["v: is not one of lamp, pump", "v：不在允许的值之中：lamp、pump"])
    #expect(
      wording(.fieldsExtra, field: nil, Argument("found", "3"), Argument("wanted", "2"))
        == ["the row has 3 fields, the header 2", "该行有 3 个字段，而表头有 2 个"])
  }

  @Test func `leave braces of a pattern alone`() {
    #expect(
      wording(.pattern, Argument("pattern", "[0-9]{18}|{pattern}"))
        == ["v: does not match the pattern [0-9]{18}|{pattern}", "v：不符合格式 [0-9]{18}|{pattern}"])
  }

  @Test func `call a field what people call it`() {
    #expect(
      wording(.required, Argument("title", "ID"), Argument("title_zh", "身份证号"))
        == ["ID: a value is required", "身份证号：不能为空"])
    #expect(
      wording(.required, Argument("title", "ID")) == ["ID: a value is required", "ID：不能为空"])
    #expect(
      wording(.required, Argument("title_zh", "身份证号")) == ["v: a value is required", "身份证号：不能为空"])
    #expect(
      wording(.coordinateZero, field: "lon,lat")
        == ["lon,lat: the position is 0,0", "lon,lat：坐标为 0,0"])
  }

  @Test func `say what to do where something can be done`() {
    #expect(
      wording(.precisionLost) == [
        "v: is a number of which the spreadsheet has lost the last digits: "
          + "format the column as text and enter it again",
        "v：是数字，末尾位数已被电子表格丢失：请将该列设为文本格式后重新录入",
      ])
    #expect(wording(.coordinateSwapped)[0].contains("correct `axes` in the manifest"))
    #expect(wording(.coordinateSwapped)[1].contains("颠倒"))
    #expect(wording(.coordinateFar)[0].contains("more than 50 km from the district"))
    #expect(
      wording(.geometryInvalid, field: "geometry")[1]
        == "geometry：几何无效：数据损坏，或边界自相交、面积为零；请修复（QGIS：修正几何图形）")
  }

  @Test func `say what was done where the row was taken`() {
    #expect(
      wording(.dateSerial)
        == [
          "v: is the day number of a spreadsheet, not a date: format the column as a date and save again",
          "v：是电子表格的日期序列号，不是日期：请将该列设为日期格式后重新保存",
        ])
    #expect(wording(.dateSentinel) == ["v: stands for no date; left empty", "v：是表示无日期的占位值；按空值处理"])
    #expect(wording(.masked) == ["v: is covered in part and cannot be checked", "v：部分被遮盖，无法核对"])
    #expect(wording(.codeLabelMismatch)[1] == "v：代码与名称不一致")
    #expect(
      wording(.cellError) == [
        "v: is the error of a formula, or a memo or picture of dBase, which is not read",
        "v：是公式错误值，或为 dBase 的备注、图片，不受支持",
      ])
    let legacy = Reason(
      code: .check(.china(.residentIDLegacy)), field: "v",
      arguments: [Argument("title_zh", "身份证号")])
    #expect(
      legacy.wording
        == Wording("v: is a resident ID of 15 digits; kept as 18", "身份证号：是 15 位身份证号；已按 18 位保存"))
  }

  @Test func `cover what is of a person`() {
    let wording = Reason(
      code: .row(.minimum), field: "v",
      arguments: [Argument("bound", "19491231", isPersonal: true)]
    ).wording

    #expect(wording.english == "v: is less than 19******")
  }
}
