import Addresses
import Testing

/// Facts 64 to 87 of the reference: cases of the suites of other parsers.
@Suite struct SuiteTests {
  let parser: AddressParser

  init() throws { parser = try Fixture.parser() }

  @Test(
    "The first reading",
    arguments: [
      (
        "右安门内西街甲10号院11楼3门501",
        "road:右安门内西街 roadNumber:甲10号院 building:11楼 entrance:3门 room:501"
      ),
      (
        "九江路20号大都会3号楼2单元1303",
        "road:九江路 roadNumber:20号 place:大都会 building:3号楼 entrance:2单元 room:1303"
      ),
      ("南十一西路12号楼472", "road:南十一西路 building:12号楼 room:472"),
      ("会武街56号4-3-2", "road:会武街 roadNumber:56号 building:4 entrance:3 room:2"),
      ("玉境路26号3—2—1", "road:玉境路 roadNumber:26号 building:3 entrance:2 room:1"),
      ("新沪路58弄11-802", "road:新沪路 lane:58弄 building:11 room:802"),
      (
        "龙鼎山小区B区08栋3组401号",
        "estate:龙鼎山小区 estatePart:B区 building:08栋 entrance:3组 room:401号"
      ),
      (
        "大云镇大云镇大云小区公寓楼1号302室",
        "town:大云镇 place:大云小区公寓楼 building:1号 room:302室"
      ),
      ("延川路116号", "road:延川路 roadNumber:116号"),
      ("绍兴路59号", "road:绍兴路 roadNumber:59号"),
      ("金水路751号1号楼", "road:金水路 roadNumber:751号 building:1号楼"),
      ("金水东路751号", "road:金水东路 roadNumber:751号"),
      ("河源市中山大道16号", "city:河源市 road:中山大道 roadNumber:16号"),
      ("六一路111号", "road:六一路 roadNumber:111号"),
      ("东兴市北仑大道59号", "county:东兴市 road:北仑大道 roadNumber:59号"),
      ("青海西宁", "province:青海 city:西宁"),
      ("海南藏族自治州", "city:海南藏族自治州"),
      (
        "新疆伊宁市上海城徐汇苑23号楼5单元401室",
        "province:新疆 county:伊宁市 estate:上海城徐汇苑 building:23号楼 entrance:5单元 room:401室"
      ),
      ("石首市香港城西街", "county:石首市 road:香港城西街"),
      ("淮安清江浦区上海路111号", "city:淮安 county:清江浦区 road:上海路 roadNumber:111号"),
      ("青岛市南区", "city:青岛 county:市南区"),
      ("镇头镇", "town:镇头镇"),
      ("新镇镇孟庄村", "town:新镇镇 community:孟庄村"),
      ("万年镇镇兴村18组8号", "town:万年镇 community:镇兴村 villageGroup:18组 roadNumber:8号"),
      ("曹镇乡焦庄村", "town:曹镇乡 community:焦庄村"),
      ("南村镇强镇街51号", "town:南村镇 road:强镇街 roadNumber:51号"),
      ("中关村南大街", "road:中关村南大街"),
      ("顾乡大街", "road:顾乡大街"),
      ("龙乡小区", "estate:龙乡小区"),
      ("八里湾镇前进路205号", "town:八里湾镇 road:前进路 roadNumber:205号"),
      (
        "岳阳街道中山二路125弄75号102室",
        "town:岳阳街道 road:中山二路 lane:125弄 building:75号 room:102室"
      ),
      ("东方新天地小区7栋", "estate:东方新天地小区 building:7栋"),
      ("杭州市临平区", "city:杭州市 place:临平区"),
      ("灵山镇海榆大道4号", "town:灵山镇 road:海榆大道 roadNumber:4号"),
      ("廣東省東莞市", "province:廣東省 city:東莞市"),
      ("丰盛园丰盛园144号楼", "estate:丰盛园 building:144号楼"),
    ])
  func firstReading(text: String, expected: String) {
    #expect(parser.readings(of: text).first?.shown(of: text) == expected)
  }

  @Test("Telephone numbers are left unused, all of their digits") func phones() {
    let text = "黄桷村7组22号 13800000000 13900000000 电话8800000"
    let reading = parser.readings(of: text).first
    #expect(reading?.shown(of: text) == "community:黄桷村 villageGroup:7组 roadNumber:22号")
    #expect(reading?.unused.map { $0.count } == [11, 11, 2, 7])
  }

  @Test("No place but a country's name is nothing") func nothing() {
    for reading in parser.readings(of: "1008中国") {
      #expect(reading.divisions.isEmpty)
      #expect(reading[.road] == nil)
    }
  }

  @Test(
    "Keys",
    arguments: [
      ("甲十五号院", "roadNumber=甲15"), ("四十号", "roadNumber=40"), ("四十七号楼", "building=47"),
      ("二十幢", "building=20"), ("十栋", "building=10"), ("负三楼", "floor=-3"), ("8F", "floor=8"),
      ("华灵路一二二五弄", "road=华灵路 lane=1225"), ("08栋", "building=8"),
    ])
  func keys(text: String, expected: String) {
    #expect(parser.readings(of: text).first?.keys == expected)
  }
}
