internal import Time

/// Given names by the decade of birth and the sex, with the skew of the ministry's name reports.
///
/// The lists of favourites are those of the reports of 2019 to 2021 (建国 and 秀英 of the 1950s, 勇
/// and 丽 of the 1970s, 浩宇 and 梓涵 of the 2010s); their joint share of 8 % and the shares of
/// names of one character (7 % before 1950, 33 % of the 1980s, 8 % after 2010) are assumptions
/// after these reports.
package enum GivenNames {
  /// One table for a decade and a sex.
  private struct Table {
    var favourites: [String]
    var singles: [String]
    var firsts: [String]
    var seconds: [String]
    /// Of a thousand names, how many are of one character.
    var singleShare: Int
  }

  /// Names with a character that GB 18030 writes in four bytes (CJK extension B).
  package static let rareGroup: UInt8 = 18
  /// Names from here on are whole: there is no surname before them.
  package static let firstWhole: UInt8 = 20
  /// 维吾尔族 and others: own name · father's name, for men and women.
  package static let dottedGroup: UInt8 = 20
  /// Latin letters.
  package static let latinGroup: UInt8 = 22

  private static let rare: [String] = [
    "\u{20BB7}", "\u{23C98}", "\u{23C97}", "\u{28C4F}", "\u{28C51}", "\u{28C54}", "\u{249DB}",
    "\u{24A7D}", "\u{25532}", "\u{26C21}", "晓\u{249DB}", "\u{28C4F}华", "文\u{20BB7}", "子\u{24A7D}",
  ]
  private static let dottedMen = words(
    "阿卜杜拉 买买提 艾力 玉素甫 吐尔逊 阿迪力 木合塔尔 艾尼瓦尔 库尔班 依明 热合曼 亚森 艾山 伊力哈木 卡德尔 努尔买买提")
  private static let dottedWomen = words(
    "阿依古丽 古丽娜尔 帕提古丽 热依汗 米娜瓦尔 阿孜古丽 祖力皮亚 努尔古丽 吐尔逊古丽 玛依拉 迪丽拜尔 茹仙古丽")
  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
  private static func letters(_ text: String) -> [String] { text.map(String.init) }

  /// Single characters of every decade.
  private static let men =
    "博翔锋晨铮楠旭彬祥坤炜松宁阳东琦锐腾毅峻昊凡恒琨骏钢铭伦栋震霖朋冬冲迪诚哲皓岩桦聪昌"
  private static let women =
    "璐薇蕾欣晶芬菲媛瑜珊岚蓉萌茜瑾荣云虹茹巧月滢露柳迎琼妮蓓怡冰俐彤兰秋春凤倩"

  private static let tables: [Table] = (0..<18).map { group in
    let row = rows[group]
    return Table(
      favourites: words(row.0), singles: letters(row.1 + (group % 2 == 0 ? men : women)),
      firsts: letters(row.2),
      seconds: letters(row.3), singleShare: row.4)
  }

  /// The group of a birth day and a sex.
  package static func group(birth: Int32, isFemale: Bool) -> UInt8 {
    let year = Day(ordinal: Int(birth)).year
    let period = min(max((year - 1940) / 10, 0), 8)
    return UInt8(period * 2 + (isFemale ? 1 : 0))
  }

  /// A name of a group.
  package static func draw(_ draw: inout Draw, group: UInt8) -> UInt16 {
    let table = tables[Int(group)]
    let turn = draw.below(1_000)
    if turn < 80 { return UInt16(skewed(&draw, table.favourites.count)) }
    if turn < 80 + table.singleShare {
      return UInt16(table.favourites.count + skewed(&draw, table.singles.count))
    }
    let first = skewed(&draw, table.firsts.count)
    let second = draw.below(table.seconds.count)
    return UInt16(
      table.favourites.count + table.singles.count + first * table.seconds.count + second)
  }

  /// A place of a list, the front ones more often: the first of 20 has about 8 % of it.
  private static func skewed(_ draw: inout Draw, _ count: Int) -> Int {
    let unit = draw.unit()
    return min(Int(unit * (0.6 + 0.4 * unit) * Double(count)), count - 1)
  }

  /// One with a rare character, a dotted one, or one in Latin letters.
  package static func special(_ draw: inout Draw, group: UInt8) -> UInt16 {
    switch group {
    case rareGroup: UInt16(draw.below(rare.count))
    case latinGroup: LatinNames.draw(&draw, isFemale: false, family: nil)
    default: UInt16(draw.below(dottedMen.count * dottedMen.count))
    }
  }

  /// The text of a code of a group.
  package static func text(group: UInt8, code: UInt16) -> String {
    let code = Int(code)
    switch group {
    case rareGroup: return rare[code % rare.count]
    case dottedGroup, dottedGroup + 1:
      let own = group == dottedGroup ? dottedMen : dottedWomen
      return own[code % own.count] + "·" + dottedMen[code / dottedMen.count % dottedMen.count]
    case latinGroup:
      return LatinNames.surname(UInt16(code)) + " " + LatinNames.givenName(UInt16(code))
    default:
      let table = tables[Int(group)]
      if code < table.favourites.count { return table.favourites[code] }
      let rest = code - table.favourites.count
      if rest < table.singles.count { return table.singles[rest] }
      let pair = rest - table.singles.count
      return table.firsts[pair / table.seconds.count] + table.seconds[pair % table.seconds.count]
    }
  }

  /// The code of a favourite or of a name of one character; 0 where it is neither.
  package static func code(of text: String, group: UInt8) -> UInt16 {
    let table = tables[Int(group)]
    if let place = table.favourites.firstIndex(of: text) { return UInt16(place) }
    if let place = table.singles.firstIndex(of: text) {
      return UInt16(table.favourites.count + place)
    }
    return 0
  }
}

extension GivenNames {
  /// By decade from the 1940s on, men before women: favourites, single characters, first and second
  /// characters, and how many of a thousand have one character.
  private static let rows: [(String, String, String, String, Int)] = [
    (
      "建国 国华 德明 志明 金龙 长生 玉山 德福 文华 永福 桂林 洪生 家福 玉林 福生 金山 根生 树林 阿毛 水根",
      "林生贵福金根泉仁义忠孝洪", "德志长玉永文金洪家福国树阿水根桂荣庆兴宝", "明生福山林华龙贵才元根荣春海祥发财清泉仁", 70
    ),
    (
      "秀英 桂英 秀兰 玉兰 秀珍 玉珍 凤英 桂兰 玉英 桂珍 素珍 淑珍 秀芳 素英 兰英 月英 凤仙 小妹 阿花 招娣",
      "英珍兰凤芳花莲香仙妹", "秀桂玉凤素淑月兰金彩小阿春翠惠爱宝招菊雪", "英兰珍芳花莲香仙凤娣妹娥琴云华秀梅英贞珠", 60
    ),
    (
      "建国 建华 国华 和平 建平 志明 建民 国庆 建军 志强 国强 国平 保国 援朝 抗美 卫国 金龙 志华 建明 永康",
      "军平林华明强勇生刚国民伟", "建国志和保永金卫海新文永德学庆长友忠根荣", "国华平明民军庆强生林龙新祥康良才元忠义根", 90
    ),
    (
      "秀英 桂英 英 玉兰 秀兰 玲 凤英 桂兰 萍 玉英 玉珍 爱华 秀珍 美英 惠芳 月仙 建英 国英 和英 彩娥",
      "英玲萍珍芳兰梅娟琴凤", "秀桂玉凤爱惠月美建素彩淑金春小红丽亚菊翠", "英兰珍芳华萍玲琴娟娥仙凤妹花香云莲娣秀梅", 110
    ),
    (
      "军 勇 伟 建华 建国 建军 平 强 明 卫东 红卫 向东 建平 志强 国平 永红 卫国 新华 海军 文革",
      "军勇伟平强明刚斌华波辉林峰涛东", "建志国卫红向永新海文学晓小东春金立爱正晓", "华国军平强东明民辉林峰波忠良新红卫生荣龙", 150
    ),
    (
      "秀英 英 玲 萍 丽 红 敏 霞 芳 梅 丽华 红梅 桂英 建英 卫红 小红 爱萍 丽萍 秀兰 春梅",
      "英玲萍丽红敏霞芳梅燕琴娟华艳", "秀丽红爱小春建卫晓玉海美金淑惠雪桂亚冬文", "英萍华梅红霞芳玲琴娟珍兰燕敏丽君云波春飞", 170
    ),
    (
      "勇 军 伟 强 刚 建军 涛 斌 波 辉 志强 建华 海涛 卫东 晓东 永强 文军 志刚 国强 小军",
      "勇军伟强刚涛斌波辉峰磊鹏杰超林明健宏", "志建海晓永文国小学卫春红立新东俊宏志明金", "强华涛军东刚辉峰平斌波林伟明勇杰飞民良荣", 260
    ),
    (
      "丽 艳 敏 芳 静 霞 红梅 燕 红 英 丽娟 海燕 晓燕 丽萍 小红 春燕 雪梅 秀丽 海霞 晓红",
      "丽艳敏芳静霞燕红英娟玲萍琴莉洁颖", "丽海晓小雪春秀红亚文冬玉美桂爱金慧彩立晓", "娟燕红萍霞梅丽芳英华玲琴敏君艳云洁莉飞平", 270
    ),
    (
      "伟 磊 勇 涛 超 强 鹏 军 波 杰 志强 海波 建伟 晓峰 志伟 永刚 俊杰 文杰 海龙 小龙",
      "伟磊勇涛超强鹏军波杰斌辉峰凯亮飞健俊龙明", "志海晓建永文俊小国立学春少宏佳云振子成明", "伟强峰杰波龙涛鹏辉飞华军明亮刚斌超磊林勇", 330
    ),
    (
      "静 丽 娟 艳 敏 芳 燕 霞 婷 玲 丽丽 海燕 晓燕 丽娜 婷婷 丹丹 晶晶 倩倩 雪莲 春燕",
      "静丽娟艳敏芳燕霞婷玲丹娜倩洁颖莉晶雪慧琳", "丽海晓雪小文佳春慧秀婷亚美玉思梦莹红彩晓", "丽燕娜娟霞婷玲萍敏芳静洁君莉琴云红梅琳莹", 330
    ),
    (
      "杰 浩 鑫 俊杰 磊 宇 鹏 帅 超 伟 志豪 文杰 家豪 子豪 浩然 俊 凯 宇航 志鹏 嘉伟",
      "杰浩鑫磊宇鹏帅超伟俊凯斌涛强龙亮飞博", "俊志文家子浩宇嘉佳天明晓海泽振智建国伟旭", "杰豪然航鹏伟辉龙涛峰飞文凯宇强超斌轩明阳", 270
    ),
    (
      "婷 静 敏 婷婷 欢 丹 丽 娟 雪 倩 佳佳 梦婷 思琪 雨婷 晓雯 佳丽 梦瑶 雅婷 诗琪 莹莹",
      "婷静敏欢丹丽娟雪倩慧莹悦琳琪颖洁娜燕", "佳梦思雨晓雅诗文婷雪嘉心欣慧丹海静美玉紫", "婷琪怡瑶雯丽欣颖静敏慧莹琳倩云洁娜君雪涵", 270
    ),
    (
      "涛 浩宇 鑫 杰 俊杰 浩 宇轩 子豪 佳豪 俊豪 文博 浩然 宇航 天宇 博文 子轩 俊熙 嘉豪 睿 宇",
      "涛鑫杰浩宇睿轩豪博俊航凯", "浩子宇俊佳嘉文天博梓泽睿明皓家思一志欣逸", "宇轩豪然杰航文博熙涵阳泽铭辰凯鑫浩睿翔霖", 160
    ),
    (
      "欣怡 婷 佳怡 悦 欣悦 雨欣 静 梓涵 雨涵 诗涵 思雨 梦瑶 佳琪 雅琪 子涵 语嫣 雨桐 可欣 馨怡 嘉怡",
      "婷悦静怡欣雪琪颖瑶萱", "欣佳雨梓诗思梦雅子可馨嘉语心紫若静芷怡晓", "怡悦欣涵琪瑶彤萱桐嫣妍婷蕊雯颖雪莹馨然宁", 160
    ),
    (
      "浩宇 浩然 宇轩 宇航 铭轩 子轩 子涵 梓轩 宇泽 皓轩 俊熙 一鸣 子墨 梓豪 奕辰 沐宸 博文 睿 浩轩 思远",
      "睿轩宸泽煜浩辰铭", "浩宇子梓铭皓俊一奕沐博思泽嘉锦明昊语景宸", "宇轩然航涵泽辰宸熙墨豪睿铭阳霖文远恒煜诺", 80
    ),
    (
      "梓涵 子涵 诗涵 欣怡 一诺 梓萱 雨桐 雨涵 可欣 欣妍 佳琪 思涵 语桐 若曦 艺涵 紫萱 梓妍 诗琪 依诺 雨欣",
      "诺悦萱瑶玥妍彤欣", "梓子诗欣一雨可佳思语若艺紫依沐芷锦念安清", "涵怡诺萱桐欣妍琪曦彤瑶玥汐然宁悦馨禾夕晴", 80
    ),
    (
      "奕辰 宇泽 奕泽 沐宸 浩宇 亦辰 俊熙 沐辰 宸睿 奕宸 景行 知行 嘉树 予安 泽宇 梓睿 皓宇 星辰 时安 承泽",
      "宸睿泽辰煜珩安屿", "奕沐宇亦俊景知予泽星时承嘉宸梓皓昱书云屿", "辰泽宸宇熙行安睿珩霖言航轩川舟恒衡然白洲", 70
    ),
    (
      "一诺 依诺 若汐 沐瑶 艺涵 语桐 若溪 梓玥 苡沫 念安 清欢 书瑶 知夏 予希 星辰 可心 沐晴 槿初 芷若 晚柠",
      "诺汐瑶玥安晚禾柠", "若沐语艺依苡念清书知予星可芷槿晚一夏安南", "汐瑶桐溪玥诺沫安欢夏希晴初柠涵宁禾月乔意", 70
    ),
  ]
}
