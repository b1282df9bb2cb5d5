/// What departments know of single kinds of things besides what a survey takes down.
extension Fixture {
  /// A draw of the thing's own, the same whatever else there is.
  func draw(_ name: String, _ seed: UInt64) -> Draw {
    Draw(Draw.stream(seed, name), Int(kind) << 32 | Int(number))
  }

  /// Whether a hydrant is 地上式 rather than 地下式: nine of ten (GB 50974-2014, 7.2.1 prefers them; the
  /// share is an assumption).
  package func isAboveGround(_ seed: UInt64) -> Bool {
    var draw = draw("hydrant.kind", seed)
    return draw.below(10) < 9
  }

  /// Hydrants: the pressure at the last check in hundredths of a megapascal.
  ///
  /// GB 50974-2014, 7.2.8: not below 0.14 at rest, 0.10 in a fire; mains run at 0.2 to 0.35.
  package func pressure(_ seed: UInt64) -> Int {
    var draw = draw("hydrant.pressure", seed)
    return draw.below(25) == 0 ? draw.number(9...15) : draw.number(16...36)
  }

  /// The day of the last check of a hydrant by a day: each half year, on a day of its own (assumption).
  package func lastCheck(_ seed: UInt64, by day: Int32) -> Int32? {
    var draw = draw("hydrant.check", seed)
    let last = day - (day + Int32(draw.below(182))) % 182
    return last >= recorded ? last : nil
  }

  /// What kind of camera it is: 枪机 most often, at main crossings 卡口 (assumption).
  package func cameraKind(_ seed: UInt64) -> String {
    var draw = draw("camera.kind", seed)
    return ["枪机", "球机", "卡口", "人脸抓拍", "全景"][draw.weighted([62, 22, 8, 5, 3])]
  }

  /// How high a camera hangs, in tenths of a metre: poles are 3.5 to 8 m (GA/T 1399-2017 gives 3.5 and more).
  package func cameraHeight(_ seed: UInt64) -> Int {
    var draw = draw("camera.height", seed)
    return cameraKind(seed) == "卡口" ? draw.number(58...68) : draw.number(7...16) * 5
  }

  /// How its position was taken: 实测 since the survey by satellite, a third of the early ones from maps.
  package func surveyMethod(_ seed: UInt64) -> String {
    var draw = draw("fixture.survey", seed)
    let isEarly = recorded < TruthCalendar.firstOrdinal + 900
    return isEarly && draw.below(3) == 0 ? draw.pick(["地形图", "基础地理数据"]) : "实测"
  }

  /// What an inspector writes down of one that is not sound; nil for others.
  package func remark(_ state: State, _ seed: UInt64) -> String? {
    var draw = draw("fixture.remark", seed)
    switch state {
    case .sound: return nil
    case .damaged: return draw.pick(["表面破损", "松动，待加固", "锈蚀严重", "被车辆撞损", "部分缺损，已报修"])
    case .lost: return draw.pick(["现场未找到", "疑似被盗，待补装", "施工后缺失"])
    case .disused: return draw.pick(["停用，待更换", "已停用"])
    case .removed: return draw.pick(["道路施工已移除", "移位，原址取消"])
    }
  }
}

extension Ground {
  /// The bus lines that run along a road, by number: more on greater roads (assumption: up to seven).
  package func busLines(onRoad road: Int) -> [Int] {
    var draw = Draw(Draw.stream(seed, "bus.lines"), road)
    let count =
      switch roads[road].kind {
      case .expressway: 0
      case .main: draw.number(3...7)
      case .secondary: draw.number(1...4)
      default: draw.number(1...2)
      }
    // Numbers 1 to 99 for lines of the city; each once.
    var lines: [Int] = []
    while lines.count < count {
      let line = draw.number(1...99)
      if !lines.contains(line) { lines.append(line) }
    }
    return lines.sorted()
  }
}
