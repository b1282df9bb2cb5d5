import DemoTruth

/// Short texts for fields that nothing else says anything about.
enum Phrases {
  private static let contents = [
    "沿街商铺占道经营，影响通行", "楼道堆放杂物，存在安全隐患", "路灯不亮，夜间出行不便", "垃圾桶满溢未及时清运", "施工噪声扰民",
    "井盖松动，有异响", "已现场核实并通知责任单位", "经调解双方达成一致", "资料齐全，符合条件", "按规定办理完毕", "小区门口车辆乱停放",
    "绿化带缺株，需补种", "消防通道被占用，已责令整改", "河道有漂浮物",
  ]
  private static let notes = ["无异常", "已核对", "待复核", "情况属实", "正常", "按期办理", "长期有效"]
  private static let offices = [
    "格物区第一分局", "格物区第二分局", "和平派出所", "城东派出所", "区行政服务中心", "镇综合服务中心", "区综合执法大队", "市第一医院",
    "区人民医院", "社区卫生服务中心",
  ]
  private static let places = ["一号", "二号", "东侧", "西侧", "南门", "北门", "中心广场", "路口"]
  private static let longNames = [
    "content", "description", "reason", "summary", "remark", "result", "measure", "opinion",
    "note", "demand", "detail", "scope", "process", "title", "abstract",
  ]
  private static let officeNames = [
    "agency", "org", "organ", "station", "bureau", "dept", "department", "issuer", "hospital",
    "authority", "institution", "office", "court", "unit", "team", "provider", "school",
  ]

  /// What the texts of a field are like, by its name: asked once a field, for searching a name
  /// costs more than making a text.
  enum Kind {
    case content, office, place, note

    init(name: String) {
      if longNames.contains(where: name.contains) {
        self = .content
      } else if officeNames.contains(where: name.contains) {
        self = .office
      } else {
        self = name.contains("name") ? .place : .note
      }
    }
  }

  /// A text of a kind for a field with a heading.
  static func text(_ kind: Kind, heading: String, _ draw: inout Draw) -> String {
    switch kind {
    case .content: draw.pick(contents) + (draw.below(3) == 0 ? "；" + draw.pick(notes) : "")
    case .office: draw.pick(offices)
    case .place: draw.pick(places) + heading.prefix(4) + String(draw.below(90) + 1)
    case .note: draw.pick(notes) + String(draw.below(900))
    }
  }
}
