import Addresses
import Testing

/// Facts 33 to 63 of the reference: how annotated addresses are split.
@Suite struct SplitTests {
  let parser: AddressParser

  init() throws { parser = try Fixture.parser() }

  @Test(
    "The first reading",
    arguments: [
      ("缤纷北苑47-6-746", "estate:缤纷北苑 building:47 entrance:6 room:746"),
      (
        "金德路191号赞成美树14-9-1456室",
        "road:金德路 roadNumber:191号 place:赞成美树 building:14 entrance:9 room:1456室"
      ),
      ("将军路1326-11-6-434", "road:将军路 roadNumber:1326 building:11 entrance:6 room:434"),
      ("和家园御园66栋4单元2530", "estate:和家园御园 building:66栋 entrance:4单元 room:2530"),
      ("六号楼1837室", "building:六号楼 room:1837室"),
      ("凤湖新城一区九号楼2464室", "estate:凤湖新城 estatePart:一区 building:九号楼 room:2464室"),
      ("格兰云天二期171幢1025室", "place:格兰云天 estatePart:二期 building:171幢 room:1025室"),
      ("樱花东街甲3号", "road:樱花东街 roadNumber:甲3号"),
      ("信息路甲155号科实大厦A座", "road:信息路 roadNumber:甲155号 place:科实大厦 building:A座"),
      (
        "十里堡乙2号院9号楼7-144",
        "place:十里堡 roadNumber:乙2号院 building:9号楼 entrance:7 room:144"
      ),
      ("黄庄南街56号之三", "road:黄庄南街 roadNumber:56号 subNumber:之三"),
      ("后滨路12号之一1476", "road:后滨路 roadNumber:12号 subNumber:之一 room:1476"),
      ("人民路10号附13号", "road:人民路 roadNumber:10号 subNumber:附13号"),
      ("5组6号附2号", "villageGroup:5组 roadNumber:6号 subNumber:附2号"),
      ("八里桥村11组75号", "community:八里桥村 villageGroup:11组 roadNumber:75号"),
      (
        "建北村顾家头4组3号",
        "community:建北村 place:顾家头 villageGroup:4组 roadNumber:3号"
      ),
      ("文汇路553弄8号门472", "road:文汇路 lane:553弄 building:8号门 room:472"),
      ("梅屿路12弄123号对面", "road:梅屿路 lane:12弄 building:123号 remark:对面"),
      (
        "共和新路街道 柳营路669弄14号1102",
        "town:共和新路街道 road:柳营路 lane:669弄 building:14号 room:1102"
      ),
      ("龙泉西路8支弄1272", "road:龙泉西路 lane:8支弄 room:1272"),
      (
        "兴平东路807巷14号楼六单元573室",
        "road:兴平东路 lane:807巷 building:14号楼 entrance:六单元 room:573室"
      ),
      ("教育西4巷6号", "road:教育西4巷 roadNumber:6号"),
      ("九堡家苑二区8排150号", "estate:九堡家苑 estatePart:二区 row:8排 building:150号"),
      ("工业品市场4区A11排12-28号", "place:工业品市场 estatePart:4区 row:A11排 building:12-28号"),
      ("金城路456-458号", "road:金城路 roadNumber:456-458号"),
      ("九楼", "floor:九楼"),
      ("17楼4单元", "building:17楼 entrance:4单元"),
      ("11楼3门501", "building:11楼 entrance:3门 room:501"),
      ("负三楼", "floor:负三楼"),
      ("8F", "floor:8F"),
      ("B11座", "building:B11座"),
      ("台卅市椒江区", "city:台卅市 county:椒江区"),
      ("海宁盐官镇", "county:海宁 town:盐官镇"),
      ("黄龙康城三栋882", "estate:黄龙康城 building:三栋 room:882"),
      ("浙江省-杭州-下城区武林广场", "province:浙江省 city:杭州 county:下城区 place:武林广场"),
    ])
  func firstReading(text: String, expected: String) {
    #expect(parser.readings(of: text).first?.shown(of: text) == expected)
  }

  @Test(
    "One of the readings: the register decides",
    arguments: [
      ("龚大堂1期101栋71161", "place:龚大堂 estatePart:1期 building:101栋 entrance:7 room:1161"),
      ("14幢5号", "building:14幢 entrance:5号"),
      ("14幢5号", "building:14幢 room:5号"),
      ("14幢5号", "building:14幢 subNumber:5号"),
      ("9楼", "building:9楼"),
      ("金城路456-458号", "road:金城路 roadNumber:456 building:458号"),
      ("梅屿路12弄123号", "road:梅屿路 lane:12弄 roadNumber:123号"),
      ("教育西4巷6号", "place:教育西 lane:4巷 roadNumber:6号"),
      ("赤城街道赤城大厦10E", "town:赤城街道 place:赤城大厦 room:10E"),
      ("鼓楼区庐山路98-1号", "county:鼓楼区 road:庐山路 roadNumber:98-1号"),
      ("鼓楼区庐山路98-1号", "county:鼓楼区 road:庐山路 roadNumber:98 building:1号"),
    ])
  func amongReadings(text: String, expected: String) {
    let readings = parser.readings(of: text)
    #expect(readings.contains { $0.shown(of: text) == expected })
    #expect(readings.count <= AddressParser.mostReadings)
  }

  @Test("A group is an entrance in Liaoning") func districtSetting() throws {
    let text = "大连市幸福小区3组401"
    let group = parser.readings(of: text).first
    #expect(group?.shown(of: text) == "city:大连市 estate:幸福小区 entrance:3组 room:401")
    let elsewhere = "嘉兴市幸福小区3组401"
    #expect(
      parser.readings(of: elsewhere).first?.shown(of: elsewhere)
        .contains("villageGroup:3组") == true)
    let within = parser.readings(
      of: "幸福小区3组401", within: parser.divisions.division(code: "2102"))
    #expect(within.first?[.entrance] != nil)
  }
}
