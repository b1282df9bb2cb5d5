import DemoTruth

/// Invented names of streets, communities, roads and estates.
struct GroundNames {
  private let seed: UInt64

  init(seed: UInt64) { self.seed = seed }

  private static let first = [
    "和", "明", "清", "安", "云", "文", "永", "新", "东", "西", "南", "北", "长", "福", "锦", "华", "春",
    "秋", "金", "玉", "龙", "凤", "松", "竹", "梅", "兰", "桂", "柳", "枫", "银",
  ]
  private static let second = [
    "风", "月", "泉", "宁", "溪", "昌", "兴", "乐", "湖", "山", "江", "河", "桥", "园", "林", "庭", "苑",
    "塘", "岭", "湾", "洲", "港", "亭", "台", "井", "街", "坊", "田", "坡", "川",
  ]
  private static let estates = ["花园", "家园", "公寓", "名苑", "小区", "新村", "雅居", "府"]

  /// A word of two characters: different for each index below 900.
  private func word(_ index: Int, _ name: String) -> String {
    // 900 words in an order of the seed: a step that shares no factor with 900 visits each once.
    var draw = Draw(Draw.stream(seed, name), 0)
    let start = draw.below(900)
    let at = (start + index * 271) % 900
    return Self.first[at / 30] + Self.second[at % 30]
  }

  func street(_ index: Int) -> String { word(index, "name.street") + (index < 9 ? "街道" : "镇") }

  func community(_ index: Int) -> String {
    word(index, "name.community") + (index % 7 == 6 ? "村" : "社区")
  }

  func road(_ index: Int) -> String {
    word(index % 900, "name.road") + ["路", "街", "大道", "巷"][index / 900 % 4]
  }

  func estate(_ index: Int) -> String {
    word(index % 900, "name.estate") + Self.estates[(index + index / 900) % Self.estates.count]
  }
}
