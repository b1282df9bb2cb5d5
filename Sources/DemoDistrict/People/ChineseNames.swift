/// Names of invented people, from common surnames and characters of given names.
enum ChineseNames {
  /// In the order of how common they are.
  private static let surnames = Array(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
      + "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤"
  ).map(String.init)
  private static let rare = ["欧阳", "上官", "司马", "诸葛"]
  private static let men = Array(
    "伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林阳建国志文海峰东成荣新福生祥德金玉庆义"
  ).map(String.init)
  private static let women = Array(
    "芳娜敏静秀丽艳娟霞燕玲桂英华玉萍红梅莉兰凤洁琳雪婷慧莹倩佳欣怡梦思雨涵悦琪蕾薇春秋菊珍珠云月美香巧"
  ).map(String.init)

  /// A surname by random bits; common ones come more often.
  static func surname(_ bits: UInt32) -> String {
    if bits % 1_000 < 4 { return rare[Int(bits / 1_000) % rare.count] }
    // The square of an even draw favours the front of the list.
    let share = Double(bits / 1_000 % 65_536) / 65_536
    return surnames[Int(share * share * Double(surnames.count))]
  }

  /// A given name of one or two characters; one in 3,000 is written with a character that GB 18030
  /// needs four bytes for.
  static func given(_ bits: UInt32, isMale: Bool) -> String {
    if bits % 3_000 == 7 { return "𠮷" }
    let letters = isMale ? men : women
    let first = letters[Int(bits >> 4) % letters.count]
    guard bits % 5 != 0 else { return first }
    return first + letters[Int(bits >> 14) % letters.count]
  }
}
