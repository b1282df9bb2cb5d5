/// Invented names of divisions, roads, waters, estates and villages, each of them once.
struct GroundNames: Sendable {
  private let seed: UInt64
  private let division: Division

  init(seed: UInt64, division: Division = .first) {
    (self.seed, self.division) = (seed, division)
  }

  private static let first = Array(
    "文武永长新建兴景明春秋金银凤龙青翠碧紫丹桂梅竹松柳荷莲桃杏枫康宁安福庆和德仁信瑞"
  ).map(String.init)
  private static let second = Array("华昌宁安平和康兴盛泰源泉溪河江湖塘亭山林园苑景光明丰阳云霞月星庆乐德义")
    .map(String.init)

  private static let trunk = [
    "人民", "解放", "中山", "建设", "和平", "胜利", "延安", "迎宾", "世纪", "环城", "府前", "文化", "体育场", "学院",
    "振兴", "工农", "望江", "云溪", "格物", "凯旋", "健康", "新华", "江滨", "通港", "创新", "科技", "教工", "光明",
    "中兴", "复兴", "东湖", "西城", "南苑", "北环", "朝晖", "秋涛", "凤起", "庆春", "致知", "经纬",
  ]
  private static let streets = [
    "和风", "望江", "城隍", "凤起", "南塘", "北苑", "翠柳", "文昌", "新安", "石桥", "云林", "青山",
  ]
  /// The builders are invented, as are all names here.
  private static let developers = ["", "", "", "禾屿", "屹澜", "沐棠", "衡砚", "朗汐", "栖岳", "昀穗", "澄陌"]
  private static let poetic = [
    "锦绣", "阳光", "御景", "东方", "水岸", "金色", "翡翠", "香榭", "玫瑰", "碧水", "天鹅", "云栖", "观澜", "听涛", "星河",
    "时代", "书香", "枫林", "桃花", "梧桐", "橡树", "海棠", "柠檬", "江南", "春江", "湖畔", "湘湖", "紫金", "盛世", "名仕",
    "和润", "嘉禾", "悦容", "泊林", "尚品", "蓝庭", "兰亭", "丽景", "清水", "运河", "印象", "都市", "山水", "晓风", "映月",
  ]
  private static let modern = [
    "花园", "花苑", "名苑", "华庭", "公馆", "府", "家园", "城", "雅苑", "郡", "湾", "里", "庄园", "名邸", "尚城",
  ]
  private static let plain = ["新村", "小区", "里", "东苑", "西苑", "家园", "公寓", "新苑", "南苑", "北苑"]
  private static let clans = Array("王张李陈沈徐周吴朱蒋姚钱俞章金傅何鲍施楼胡郑许冯曹").map(String.init)
  private static let landmarks = [
    "家桥", "家埭", "家浜", "家塘", "家村", "家湾", "家坞", "家店", "家埠", "家畈", "家荡", "家弄", "家角", "家墩",
    "家堰", "家汇", "家圩", "家渡", "家兜", "家坝", "家洋", "家门",
  ]

  /// A word of two characters: another one for each index below 1,400.
  private func word(_ index: Int, _ name: String) -> String {
    let (rows, columns) = (Self.first.count, Self.second.count)
    var draw = Draw(Draw.stream(seed, name), 0)
    // A prime that divides neither number visits each word once before it comes back.
    let at = (draw.below(rows * columns) + index * 541) % (rows * columns)
    let (a, b) = (Self.first[at / columns], Self.second[at % columns])
    return a == b ? a + "洲" : a + b
  }

  /// The names of the streets: no two districts of the city have one in common but by chance.
  private var streets: [String] {
    division.number == 0
      ? Self.streets : Self.streets.indices.map { word($0, "name.street") }
  }

  func street(_ index: Int, isTown: Bool) -> String {
    streets[index % streets.count] + (isTown ? "镇" : "街道")
  }

  func community(_ index: Int, isVillage: Bool) -> String {
    isVillage ? hamlet(index) + "村" : word(index, "name.community") + "社区"
  }

  /// A natural village: 沈家桥.
  func hamlet(_ index: Int) -> String {
    var draw = Draw(Draw.stream(seed, "name.hamlet"), 0)
    let count = Self.clans.count * Self.landmarks.count
    let at = (draw.below(count) + index * 153) % count
    return Self.clans[at / Self.landmarks.count] + Self.landmarks[at % Self.landmarks.count]
  }

  func road(_ index: Int, _ kind: Road.Kind, isEast: Bool) -> String {
    switch kind {
    case .expressway: return division.stem + "快速路"
    case .main:
      let stem = Self.trunk[index % Self.trunk.count]
      let again = index / Self.trunk.count
      return (again == 0 && division.number == 0 ? stem : word(index, "name.road"))
        + (index / 7 % 3 == 0 ? "大道" : "路")
    case .secondary: return word(index, "name.road") + (isEast || index / 5 % 3 > 0 ? "路" : "街")
    case .lane:
      var draw = Draw(Draw.stream(seed, "name.lane"), index)
      return word(index, "name.road") + draw.pick(["路", "街", "巷", "弄", "路"])
    case .village: return hamlet(index) + "路"
    case .track: return ""
    }
  }

  func formerRoad(_ index: Int, _ kind: Road.Kind) -> String {
    word(index, "name.formerRoad") + ["北路", "新路", "横路", "支路", "街"][index / 7 % 5]
  }

  func canal(_ index: Int) -> String {
    ["西溪港", "后横河", "新开河", "龙塘浦", "东运河", "石桥港", "长浜"][index % 7]
  }

  func estate(_ index: Int, isOld: Bool) -> String {
    var draw = Draw(Draw.stream(seed, "name.estate"), index)
    if isOld { return word(index, "name.oldEstate") + draw.pick(Self.plain) }
    // 45 words and 15 kinds give 675 names; the builder's name tells further ones apart.
    let (words, kinds) = (Self.poetic.count, Self.modern.count)
    let at = (index * 181) % (words * kinds)
    return (index < words * kinds ? draw.pick(Self.developers) : "新城")
      + Self.poetic[at / kinds] + Self.modern[at % kinds]
  }

  func park(_ index: Int) -> String { word(index, "name.park") + (index % 3 == 0 ? "绿地" : "公园") }

  /// The 14 police stations: most are named for streets, some for what they watch.
  var stations: [String] {
    streets + (division.number == 0 ? ["江滨", "工业园"] : ["城北", "产业园"])
  }

  /// The primary schools that have a district.
  var schools: [String] {
    (0..<46).map { index in
      index % 4 == 0
        ? "实验" + ["第一", "第二", "第三", "第四"][index / 4 % 4] + ["", "东", "西"][index / 16]
        : word(index, "name.school")
    }
  }

  func company(_ index: Int) -> String { word(index, "name.company") }
}
