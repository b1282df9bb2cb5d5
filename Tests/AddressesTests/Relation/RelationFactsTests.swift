import Addresses
import Testing

/// Published pairs of addresses of one district with the relation that readers gave them; "not same" is
/// P or N there.
@Suite struct RelationFactsTests {
  let parser: AddressParser
  let rules: RelationRules

  init() throws {
    parser = try chinaParser()
    rules = RelationRules(
      names: RelationNames(
        variants: NameVariants(lines: try geoData("grammars/cn-variants.txt")),
        generic: try geoData("grammars/cn-generic-names.txt"),
        aliases: [["明发", "明发滨江新城"], ["紫金新干线", "新干线家园"]], onSeveralRoads: ["东泰花园"]),
      sharesDistrict: true)
  }

  func relation(_ one: String, _ other: String) -> AddressRelation {
    let forth = rules.relation(
      parser.readings(of: one).first, text: one, to: parser.readings(of: other).first, text: other)
    let back = rules.relation(
      parser.readings(of: other).first, text: other, to: parser.readings(of: one).first, text: one)
    #expect(forth.relation == back.relation)
    return forth.relation
  }

  @Test(arguments: [
    ("向阳路一号楼", "向阳路1号楼"), ("碧溪苑小区1期10栋1单元", "碧溪苑小区一期10幢"),
    ("佳兴花园B区4幢3单元", "佳兴花园B区4栋"), ("盘锦花园13栋2单元", "盘锦花园13幢"),
    ("明发3期321-322栋", "明发滨江新城三期321-322栋"), ("明发3期321-322栋", "明发滨江新城三期322栋"),
    ("甲8号院17楼4单元", "甲8号院17号楼"), ("常青路66号之二", "常青路66号之2"),
    ("前进路3号之13号", "前进路3号自编13号"), ("浆洗街5号附1号3单元", "浆洗街5号附1号"),
    ("普雄路29弄13号", "普雄路29弄逸流公寓13号楼"), ("嘉裕关路600弄2号", "嘉峪关路600弄天禧嘉苑北区2号楼"),
    ("新园路439弄3号", "新园路439弄3幢7-9号"),
    ("斜土路455弄东泰花园", "打浦路299弄之1-10号东泰花苑"), ("仁和佳园1号楼", "仁和佳苑1号楼"),
    ("丰盛园144号楼", "丰盛园丰盛园144号楼"), ("紫金新干线二区10号楼", "新干线家园2区10号楼"),
    ("齐盛艺景1-1-1902", "齐盛艺境1栋"), ("舜和慢城1-2-1101", "舜和慢城1号楼"),
  ])
  func `one building, door or named place`(one: String, other: String) {
    #expect(relation(one, other) == .same)
  }

  @Test(arguments: [
    ("向阳路一号楼", "朝阳路1号楼"), ("碧溪苑小区1期10栋1单元", "碧溪苑二期10栋"),
    ("碧溪苑小区1期10栋1单元", "碧溪苑1期"), ("佳兴花园B区4幢3单元", "怡兴花园B区4栋"),
    ("盘锦花园13栋2单元", "盘锦花园14幢"), ("北苑路甲767号", "北苑路甲176号"),
    ("北苑路甲767号", "北苑路六号院甲1号"), ("常青路66号之二", "常青路55号之一"),
    ("浆洗街5号附1号3单元", "浆洗街5号附2号"), ("浆洗街5号附1号3单元", "浆洗街5号"),
    ("普雄路29弄13号", "普雄路29弄10号"), ("嘉裕关路600弄2号", "鹤霞路600弄2号楼"),
    ("航梅路525弄4支弄", "航梅路五二五弄三支弄10幢"), ("丰盛园144号楼", "丰盛园4号楼"),
    ("金泉国际新城21栋", "金元国际新城21栋"), ("七社867号枣园新村", "枣园新村827号"),
    ("永兴三组", "永兴村"), ("永兴三组", "永星三组"), ("永兴三组", "兴隆三组"),
    ("紫金新干线二区10号楼", "余姚东干新二区10号楼"), ("郭园镇潘湖村17组", "长江镇潘湖村17组"),
    ("阳光尚城1期15号楼3-6-2", "阳光尚城1期"), ("阳光尚城1期15号楼3-6-2", "阳光尚城3期15号楼"),
    ("舜和慢城1-2-1101", "舜和慢城2号楼"),
  ])
  func `an estate, a road or nothing in common`(one: String, other: String) {
    #expect(relation(one, other) != .same)
  }

  @Test(arguments: [
    // The name repeats the building's number, and it is another one.
    ("新试区紫桂苑260幢", "新试区紫桂苑260幢紫桂苑214幢"),
    // One lane in common, and a lane off it that is another one.
    ("长桥路2000弄51支弄11号", "长桥路2000弄70支弄11号"),
    // Offices of two communities on one road.
    ("长桥路朝阳社区居民委员会", "长桥路胜利社区居民委员会"),
    // A road is not where it crosses another.
    ("新试区长桥路二段", "新试区长桥路二段与东山路交叉口"),
  ])
  func `a part in common and another that is not`(one: String, other: String) {
    #expect(relation(one, other) != .same)
  }

  @Test func `one side may leave out a lane off a lane`() {
    #expect(relation("长桥路2000弄51支弄11号", "长桥路2000弄51支弄11号楼") == .same)
    #expect(relation("新试区紫桂苑8栋9栋", "新试区紫桂苑9栋") == .same)
  }

  @Test func `a name alone proves nothing in two cities`() {
    let apart = RelationRules(names: rules.names, sharesDistrict: false)
    func relation(_ one: String, _ other: String) -> AddressRelation {
      apart.relation(
        parser.readings(of: one).first, text: one, to: parser.readings(of: other).first, text: other
      ).relation
    }

    #expect(relation("仁和佳园1号楼", "仁和佳苑1号楼") == .different)
    #expect(relation("新试区仁和佳园1号楼", "新试区仁和佳苑1号楼") == .same)
    #expect(relation("长桥路仁和佳园1号楼", "长桥路5号仁和佳苑1号楼") == .same)
  }

  @Test func `the reasons name what agrees and what does not`() {
    let (one, other) = ("盘锦花园13栋2单元", "盘锦花园14幢")
    let answer = rules.relation(
      parser.readings(of: one).first, text: one, to: parser.readings(of: other).first, text: other)

    #expect(answer.relation == .partly)
    #expect(
      answer.reasons == [
        .contradicts(.building), .onlyOne(.entrance), .sharedName(2), .sharedDivision,
      ])
  }
}
