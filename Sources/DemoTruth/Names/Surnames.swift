/// Surnames with the shares that they have in the country.
///
/// The first hundred follow the count of the Ministry of Public Security of 2007, as repeated in its
/// name reports of 2018 to 2021 (王 7.25 %, 李 7.19 %, 张 6.83 %, 刘 5.38 %, 陈 4.53 %; the hundred
/// together 85 %). The others share what is left, each less than the one before.
package enum Surnames {
  /// In hundredths of a percent.
  private static let shares: [(String, Int)] = [
    ("王", 725), ("李", 719), ("张", 683), ("刘", 538), ("陈", 453), ("杨", 308), ("赵", 229),
    ("黄", 223), ("周", 212), ("吴", 205), ("徐", 166), ("孙", 154), ("胡", 131), ("朱", 126),
    ("高", 121), ("林", 118), ("何", 117), ("郭", 115), ("马", 105), ("罗", 86), ("梁", 84),
    ("宋", 81), ("郑", 78), ("谢", 72), ("韩", 68), ("唐", 65), ("冯", 64), ("于", 62), ("董", 61),
    ("萧", 20), ("肖", 39), ("程", 57), ("曹", 57), ("袁", 54), ("邓", 54), ("许", 54), ("傅", 51),
    ("沈", 50), ("曾", 50), ("彭", 49), ("吕", 47), ("苏", 47), ("卢", 47), ("蒋", 47), ("蔡", 46),
    ("贾", 42), ("丁", 43), ("魏", 45), ("薛", 39), ("叶", 42), ("阎", 15), ("闫", 24), ("余", 41),
    ("潘", 40), ("杜", 40), ("戴", 39), ("夏", 36), ("钟", 39), ("汪", 36), ("田", 38), ("任", 37),
    ("姜", 38), ("范", 38), ("方", 37), ("石", 34), ("姚", 35), ("谭", 34), ("廖", 37), ("邹", 31),
    ("熊", 31), ("金", 35), ("陆", 33), ("郝", 30), ("孔", 22), ("白", 32), ("崔", 30), ("康", 24),
    ("毛", 26), ("邱", 31), ("秦", 29), ("江", 28), ("史", 27), ("顾", 26), ("侯", 29), ("邵", 24),
    ("孟", 27), ("龙", 22), ("万", 23), ("段", 23), ("雷", 22), ("钱", 20), ("汤", 19), ("尹", 20),
    ("黎", 20), ("易", 18), ("常", 18), ("武", 18), ("乔", 17), ("贺", 18), ("赖", 17), ("龚", 18),
    ("文", 17), ("庞", 14), ("樊", 14), ("殷", 12), ("施", 14), ("陶", 16), ("翟", 11), ("安", 11),
    ("倪", 11), ("严", 14), ("牛", 10), ("温", 10), ("芦", 8), ("季", 10), ("俞", 11), ("章", 12),
    ("鲁", 9), ("葛", 9), ("伍", 8), ("申", 8), ("韦", 22), ("莫", 11), ("覃", 11), ("向", 11),
  ]

  /// Rarer ones, the commoner first, with compound ones and some that are often misread.
  private static let rest =
    "聂 焦 柴 柳 邢 岳 齐 梅 庄 辛 管 祝 左 涂 谷 祁 耿 舒 詹 关 卜 詹 苗 凌 费 纪 靳 盛 童 欧 甄 项 曲 成 游 阳 裴 席 卫 "
    + "查 屈 鲍 位 覃 霍 翁 隋 植 甘 景 薄 单 包 司 柏 宁 柯 阮 桂 闵 解 强 丛 岑 冉 阚 仇 区 冼 佟 褚 娄 尚 "
    + "欧阳 上官 司马 诸葛 皇甫 尉迟 令狐 司徒 夏侯 慕容 蓝 雷 钟 盘 石 滕 粟 骆 燕 郎 米 戚 窦 练 蒙 卓 农 敖 巫 揭 虞 晏 "
    + "桑 鄢 麦 於 哈 楼 厉 应 胥 干 斯 芮 郦 茹 求 竺 裘 麻 缪 逯 亓 郗 昝 逄 妫 禚 璩"

  private static let table: [(text: String, weight: Int)] = {
    var rows = shares.map { (text: $0.0, weight: $0.1 * 100) }
    let left = 1_000_000 - rows.reduce(0) { $0 + $1.weight }
    var others: [String] = []
    for text in rest.split(separator: " ").map(String.init)
    where !others.contains(text) && !rows.contains(where: { $0.text == text }) {
      others.append(text)
    }
    let parts = others.indices.map { 1_000_000 / ($0 + 40) }
    let whole = parts.reduce(0, +)
    for (text, part) in zip(others, parts) { rows.append((text, left * part / whole)) }
    return rows
  }()

  private static let sums: [Int] = table.reduce(into: []) { $0.append(($0.last ?? 0) + $1.weight) }

  /// The text of a place in the table.
  package static func text(_ place: UInt16) -> String { table[Int(place)].text }

  /// How many there are.
  package static var count: Int { table.count }

  /// The place of a surname; the first one's where it is not in the table.
  package static func place(of text: String) -> UInt16 {
    UInt16(table.firstIndex { $0.text == text } ?? 0)
  }

  /// A surname as often as its share says.
  package static func draw(_ draw: inout Draw) -> UInt16 {
    let wanted = draw.below(sums.last ?? 1)
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > wanted { high = middle } else { low = middle + 1 }
    }
    return UInt16(low)
  }
}
