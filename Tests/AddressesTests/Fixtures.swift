import Addresses
import Foundation
import Testing

/// The grammars of the repository and a few divisions with their history.
enum Fixture {
  static func grammar(_ name: String) throws -> Grammar {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "GeoData/grammars/\(name).yaml")
    return try Grammar(text: String(contentsOf: file, encoding: .utf8))
  }

  static func parser() throws -> AddressParser { try shared.get() }

  private static let shared = Result {
    let grammar = try Fixture.grammar("cn")
    return AddressParser(
      grammar: grammar, divisions: try Divisions(rows: rows, grammar: grammar))
  }

  /// Days since 1970-01-01 of the first of January of a year.
  static func year(_ year: Int32) -> Int32 {
    let before = year - 1
    return year * 365 + before / 4 - before / 100 + before / 400 - 719_527
  }

  /// Code, full name, kind, parent, first year, year after the last, successor.
  private static let table = """
    33 浙江省 province
    3301 杭州市 city 33
    330102 上城区 county 3301
    330104 江干区 county 3301 - 2021 330102
    330103 下城区 county 3301 - 2021 330105
    330105 拱墅区 county 3301
    330108 滨江区 county 3301
    330110 余杭区 county 3301
    3306 绍兴市 city 33
    330603 柯桥区 county 3306 2013
    330621 绍兴县 county 3306 - 2013 330603
    3304 嘉兴市 city 33
    330481 海宁市 county 3304
    3310 台州市 city 33
    331002 椒江区 county 3310
    42 湖北省 province
    4206 襄樊市 city 42 - 2010
    4206 襄阳市 city 42 2010
    4210 荆州市 city 42
    421081 石首市 county 4210
    51 四川省 province
    5101 成都市 city 51
    510132 新津县 county 5101 - 2020 510118
    510118 新津区 county 5101 2020
    5110 内江市 city 51
    511011 东兴区 county 5110
    37 山东省 province
    3701 济南市 city 37
    3712 莱芜市 city 37 - 2019 370116
    370116 莱芜区 county 3701 2019
    3702 青岛市 city 37
    370202 市南区 county 3702
    65 新疆维吾尔自治区 province
    6529 阿克苏地区 city 65
    6540 伊犁哈萨克自治州 city 65
    654002 伊宁市 county 6540
    659002 阿拉尔市 county 6529 - 2002
    659002 阿拉尔市 county 65 2002
    11 北京市 province
    110105 朝阳区 county 11
    22 吉林省 province
    2201 长春市 city 22
    220104 朝阳区 county 2201
    45 广西壮族自治区 province
    4505 北海市 city 45
    4506 防城港市 city 45
    450681 东兴市 county 4506
    44 广东省 province
    4416 河源市 city 44
    4419 东莞市 city 44
    4420 中山市 city 44
    63 青海省 province
    6301 西宁市 city 63
    6325 海南藏族自治州 city 63
    6328 海西蒙古族藏族自治州 city 63
    46 海南省 province
    4697 东方市 county 46
    43 湖南省 province
    4306 岳阳市 city 43
    32 江苏省 province
    3201 南京市 city 32
    320106 鼓楼区 county 3201
    3203 徐州市 city 32
    320302 鼓楼区 county 3203
    3208 淮安市 city 32
    320812 清江浦区 county 3208
    31 上海市 province
    50 重庆市 province
    81 香港特别行政区 province
    41 河南省 province
    4101 郑州市 city 41
    410105 金水区 county 4101
    21 辽宁省 province
    2102 大连市 city 21
    """

  static let rows: [DivisionRow] = table.split(separator: "\n").compactMap { line in
    let fields = line.split(separator: " ").map(String.init)
    guard let kind = ElementKind.allCases.first(where: { "\($0)" == fields[2] }) else { return nil }
    func field(_ index: Int) -> String? {
      index < fields.count && fields[index] != "-" ? fields[index] : nil
    }
    return DivisionRow(
      code: fields[0], name: fields[1], kind: kind, parent: field(3),
      from: field(4).flatMap { Int32($0) }.map(year), to: field(5).flatMap { Int32($0) }.map(year),
      successor: field(6))
  }
}

extension Reading {
  /// The written elements as `kind:source`, in the order of the text.
  func shown(of text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    return elements.filter { !$0.source.isEmpty }.map { element in
      var source = ""
      source.unicodeScalars.append(contentsOf: scalars[element.source])
      return "\(element.kind):\(source)"
    }.joined(separator: " ")
  }

  /// The elements as `kind=key`.
  var keys: String {
    elements.map { "\($0.kind)=\(String(decoding: $0.key, as: UTF8.self))" }
      .joined(separator: " ")
  }

  func key(_ kind: ElementKind) -> String? {
    self[kind].map { String(decoding: $0.key, as: UTF8.self) }
  }
}
