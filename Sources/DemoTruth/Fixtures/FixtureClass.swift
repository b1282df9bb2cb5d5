/// A class of city components (CJ/T 214-2007, GB/T 30428.2): its codes, who owns it, how it stands,
/// and how many the full district has.
package struct FixtureClass: Sendable {
  /// Where things of a class stand.
  enum Rule: Sendable {
    /// Along roads of the classes, so many metres apart, so many metres inside the pavement's edge;
    /// on both sides or on each in turn.
    case along([Road.Kind], spacing: Double, inside: Double, isAlternate: Bool)
    /// At crossings of the classes, so many at each.
    case crossings([Road.Kind], each: Int)
    /// At the gates and walls of blocks with one of the uses.
    case blocks([Block.Use])
  }

  /// The departments' data sets.
  package enum Set: UInt8, Sendable, CaseIterable {
    case part01 = 1, part02, part03, part04, part05
    /// Not a component of the standard: cameras of the police.
    case camera
  }

  package var set: Set
  /// Two digits each.
  package var major: Int
  package var minor: Int
  package var name: String
  package var owner: String
  package var count: Int
  var rule: Rule

  /// The code of the class: 0118.
  package var code: String { Digits.padded(major, 2) + Digits.padded(minor, 2) }

  private init(
    _ set: Set, _ minor: Int, _ name: String, _ owner: String, _ count: Int, _ rule: Rule
  ) {
    self.set = set
    major = set == .camera ? 0 : Int(set.rawValue)
    self.minor = minor
    self.name = name
    self.owner = owner
    self.count = count
    self.rule = rule
  }

  private static let big: [Road.Kind] = [.expressway, .main, .secondary]
  private static let town: [Road.Kind] = [.main, .secondary, .lane]
  private static let all: [Road.Kind] = [.main, .secondary, .lane, .village]
  private static let homes: [Block.Use] = [
    .towers, .slabs, .walkUps, .villas, .oldQuarter, .village,
  ]

  private static func along(
    _ kinds: [Road.Kind], _ spacing: Double, _ inside: Double, isAlternate: Bool = false
  ) -> Rule {
    .along(kinds, spacing: spacing, inside: inside, isAlternate: isAlternate)
  }

  /// The classes.
  ///
  /// Counts add up to what the catalogue wants of each data set. Spacings: hydrants at
  /// most 120 m apart (GB 50974-2014, 7.2.5), lamps 30 to 40 m (CJJ 45-2015), gullies 25 to 50 m
  /// (GB 50014-2021, 5.7.3), trees 6 to 8 m (CJJ 75-97), bus stops 400 to 800 m (CJJ 37-2012), litter
  /// bins 50 to 100 m on busy roads (CJJ 27-2012); the shares of the classes are assumed.
  package static let classes: [FixtureClass] = [
    FixtureClass(.part01, 13, "消防设施", "云溪市水务集团", 2_900, along(all, 112, 1.2, isAlternate: true)),
    FixtureClass(.part01, 18, "路灯", "格物区路灯管理所", 8_400, along(all, 33, 2.2, isAlternate: true)),
    FixtureClass(.part01, 4, "雨水箅子", "格物区市政设施中心", 3_700, along(town, 38, 4.4)),
    FixtureClass(.part01, 2, "污水井盖", "云溪市排水公司", 2_700, along(town, 52, 6.2, isAlternate: true)),
    FixtureClass(.part01, 3, "雨水井盖", "云溪市排水公司", 2_100, along(town, 61, 5.2, isAlternate: true)),
    FixtureClass(.part01, 1, "上水井盖", "云溪市水务集团", 1_200, along(town, 95, 3.4, isAlternate: true)),
    FixtureClass(.part01, 7, "通讯井盖", "电信格物分公司", 900, along(town, 118, 2.6, isAlternate: true)),
    FixtureClass(.part01, 5, "电力井盖", "供电公司格物分公司", 800, along(big, 104, 2.8, isAlternate: true)),
    FixtureClass(.part01, 11, "燃气井盖", "云溪燃气公司", 500, along(town, 170, 3.8, isAlternate: true)),
    FixtureClass(.part01, 17, "立杆", "供电公司格物分公司", 400, along([.village], 48, 0.8)),
    FixtureClass(.part01, 15, "通讯交接箱", "电信格物分公司", 240, along(town, 640, 1.0, isAlternate: true)),
    FixtureClass(.part01, 26, "健身设施", "格物区体育局", 160, .blocks(homes)),
    FixtureClass(.part02, 9, "交通标志牌", "交警格物大队", 4_900, along(all, 92, 1.6)),
    FixtureClass(.part02, 13, "路名牌", "格物区民政局", 1_900, .crossings(all, each: 2)),
    FixtureClass(.part02, 14, "交通信号灯", "交警格物大队", 1_180, .crossings(big, each: 4)),
    FixtureClass(.part02, 11, "交通护栏", "交警格物大队", 1_300, along([.expressway, .main], 62, 9)),
    FixtureClass(.part02, 12, "存车支架", "格物区综合行政执法局", 800, along(big, 150, 1.4)),
    FixtureClass(
      .part02, 3, "公交站亭", "云溪公交公司", 620, along([.main, .secondary, .village], 470, 2.0)),
    FixtureClass(.part02, 1, "停车场", "格物区城投公司", 300, .blocks([.office, .hall, .hospital, .slabs])),
    FixtureClass(.part03, 5, "垃圾箱", "格物区环境卫生中心", 4_200, along(town, 72, 1.5)),
    FixtureClass(.part03, 7, "广告牌匾", "格物区综合行政执法局", 900, along(big, 240, 0.7)),
    FixtureClass(.part03, 6, "灯箱霓虹灯", "格物区综合行政执法局", 480, along([.main, .secondary], 330, 1.0)),
    FixtureClass(.part03, 3, "公厕指示牌", "格物区环境卫生中心", 250, along([.main, .secondary], 700, 1.2)),
    FixtureClass(
      .part03, 1, "公共厕所", "格物区环境卫生中心", 170, .blocks([.park, .oldQuarter, .hall, .village])),
    FixtureClass(
      .part04, 2, "行道树", "格物区园林绿化中心", 13_300, along([.expressway, .main, .secondary], 7, 2.6)),
    FixtureClass(.part04, 3, "护树设施", "格物区园林绿化中心", 900, along([.main], 130, 2.6)),
    FixtureClass(.part04, 4, "花架花钵", "格物区园林绿化中心", 330, along([.main], 380, 1.9)),
    FixtureClass(.part04, 7, "街头座椅", "格物区园林绿化中心", 420, along([.main, .secondary], 290, 0.9)),
    FixtureClass(.part04, 1, "古树名木", "格物区园林绿化中心", 50, .blocks([.oldQuarter, .village, .park])),
    FixtureClass(.part05, 1, "宣传栏", "格物区委宣传部", 2_250, .blocks(homes)),
    FixtureClass(
      .part05, 2, "人防工事", "格物区人民防空办公室", 350, .blocks([.towers, .slabs, .hall, .hospital])),
    FixtureClass(.camera, 0, "视频监控", "格物公安分局", 6_200, along(all, 84, 1.1)),
  ]
}
