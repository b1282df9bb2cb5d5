/// A rule by which a field looks as if it had something of a person: by its names, titles, checks
/// and type.
///
/// The rules are a list of data, ``all``; what follows from one that fits is a ``MarkProposal``.
struct MarkRule: Sendable {
  /// What a field seems to hold.
  let holds: PersonalKind
  /// The checks of such fields.
  var checks: [String] = []
  /// Words that stand in the field's name or its title, several joined by an underscore: `id_number` fits
  /// `owner_id_number`.
  let words: [String]
  /// Parts of its other titles.
  let titleParts: [String]
  /// Parts of titles of fields that are something else all the same.
  var exceptions: [String] = []
  /// The types that such a field may have; all where empty.
  var types: Set<FieldType> = []
  /// The least sensitivity of the data sets that it looks at; 0 for those too that say none.
  var leastLevel = 3

  /// All rules; of those that fit a field the first is told.
  static let all: [MarkRule] = [
    MarkRule(
      holds: .identity,
      words: [
        "resident_id", "id_number", "identity_number", "id_card", "passport", "person_id",
        "student_id", "pupil_id", "staff_id", "employee_id", "patient_id", "social_security",
      ],
      titleParts: [
        "身份证", "证件号", "护照", "公民身份", "社会保障号", "社保卡", "学籍号", "学生标识", "人员序号", "人员编号", "工号",
        "个人编号",
      ], leastLevel: 0),
    MarkRule(
      holds: .phone, checks: ["cn.phone", "cn.mobile"],
      words: ["phone", "mobile", "telephone", "tel", "cellphone"],
      titleParts: ["电话", "手机", "联系方式"], types: [.string, .integer], leastLevel: 0),
    MarkRule(
      holds: .name,
      words: [
        "person", "applicant", "guardian", "caller", "tenant", "landlord", "holder", "mediator",
        "doctor", "surname", "full_name", "given_name", "family_name", "contact", "spouse",
        "father", "mother", "heir", "representative",
      ],
      titleParts: [
        "姓名", "户主", "法定代表人", "负责人", "联系人", "监护人", "申请人", "当事人", "承租人", "出租人", "权利人", "产权人",
        "持证人", "户名", "医生", "医师", "调解员", "经办人", "配偶", "曾用名",
      ], exceptions: ["名称", "单位", "机构"], types: [.string]),
    MarkRule(
      holds: .address, words: ["address", "residence", "domicile", "place"],
      titleParts: ["址", "坐落", "居住地", "发生地", "门牌", "住所", "楼栋", "房号"], exceptions: ["籍贯", "社区代码"],
      types: [.string]),
    MarkRule(
      holds: .birthDate, words: ["birth", "born", "birthday", "dob"], titleParts: ["出生"],
      exceptions: ["医院", "机构", "单位"], types: [.string, .date, .datetime]),
    MarkRule(
      holds: .account, words: ["account", "card_number", "iban"],
      titleParts: ["账号", "帐号", "账户", "帐户", "银行卡", "卡号"], types: [.string]),
    MarkRule(
      holds: .vehicle, words: ["plate", "vin"], titleParts: ["车牌", "号牌", "车架"], types: [.string]),
    MarkRule(
      holds: .position,
      words: ["longitude", "latitude", "lon", "lat", "lng", "x_coordinate", "y_coordinate"],
      titleParts: ["经度", "纬度", "坐标"], types: [.string, .number]),
    MarkRule(
      holds: .document, words: ["certificate_number", "contract_number", "policy_number"],
      titleParts: ["权证号", "产权证", "证书编号", "证照编号", "权证编号", "合同编号", "残疾证号", "准考证"], types: [.string]),
    MarkRule(
      holds: .household,
      words: [
        "family_number", "household_number", "house_number", "household_id", "family_id",
        "meter_number",
      ],
      titleParts: ["家庭编号", "户号", "户编号", "电表编号", "水表编号"], types: [.string]),
  ]

  /// Why the rule fits a field of a data set of a sensitivity; nil where it does not.
  func reason(for field: ManifestField, level: Int) -> MarkReason? {
    guard level >= leastLevel, types.isEmpty || types.contains(field.type) else { return nil }
    let titles = [field.titleChinese].compactMap(\.self) + field.aliases
    guard !titles.contains(where: { title in exceptions.contains(where: title.contains) }) else {
      return nil
    }
    if let check = field.checks.first(where: { checks.contains($0.name) }) {
      return .check(check.name)
    }
    let named = [field.name, field.title ?? ""].map(Self.words)
    if let word = words.first(where: { word in named.contains { $0.contains("_\(word)_") } }) {
      return .word(word.replacing("_", with: " "))
    }
    for title in titles {
      if let part = titleParts.first(where: title.contains) { return .title(title, part: part) }
    }
    return nil
  }

  /// The words of a text in small letters, an underscore around each.
  private static func words(of text: String) -> String {
    "_" + text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_") + "_"
  }
}
