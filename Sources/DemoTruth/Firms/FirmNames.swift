/// The names of firms as they are registered, and those on their signs.
struct FirmNames: Sendable {
  private static let first = Array(
    "鑫华盛宏恒泰金瑞祥荣兴隆昌顺达通海天东永安嘉丰源茂德诚信佳美康福禄寿喜聚汇博文雅丽慧智明光辉耀星辰凯旋胜利捷驰骏腾飞翔鸿鹏图展远大正元亨贞乾坤和谐众合同心友邦国富强盈满春夏秋晨曦晓云霞虹蓝青翠绿新时代锦绣前程万百亿卓越精英杰豪俊良益润泽景广"
  ).map(String.init)
  private static let second = Array(
    "源盛达通丰隆昌顺兴旺发利泰和安康宁祥瑞福庆来运升腾飞扬帆航宇宙辰星光明辉煌耀华美雅居家园城都阳月林森木禾田野谷川江河湖海洋波涛润泽沐霖露雨云峰山石岩玉珠宝金银鼎铭钰锦绣彩虹桥路梦想思维智慧博文学友朋邦联合众信诚德仁义礼尚品味鲜香满堂轩阁斋苑"
  ).map(String.init)
  private static let third = ["源", "达", "汇"]
  /// What a sign says ahead of the trade: surnames, places, what is good about it.
  private static let signs = [
    "阿强", "老王", "小李", "阿芳", "老街", "巷子里", "好又多", "一品", "老字号", "顺心", "阿姐", "四季",
    "天天", "万家", "邻里", "小城", "老地方", "大众", "百姓", "兄弟", "江南", "三姐妹", "阿明", "金牌",
  ]
  private static let kitchens = [
    "乡里", "外婆", "胖哥", "山里人", "川香", "湘里", "东北", "兰州", "沙县", "重庆", "潮汕", "隆江", "阿婆",
    "老李家", "巷子里", "一品", "老街", "正宗", "阿姐", "农家",
  ]
  let seed: UInt64
  private let stream: UInt64
  private let division: Division

  init(seed: UInt64, division: Division = .first) {
    (self.seed, self.division) = (seed, division)
    stream = Draw.stream(seed, "firm.name")
  }

  /// A coined word.
  ///
  /// Two firms of one word have different trade words, as a register asks for: the place in a
  /// list of 120 x 120 words and the variant (0 to 7) are one number.
  func word(_ index: Int) -> (text: String, variant: Int) {
    let number = permuted(index % 115_200)
    let (pair, variant) = (number % 14_400, number / 14_400)
    let text = Self.first[pair / 120] + Self.second[pair % 120]
    return (variant < 5 ? text : text + Self.third[variant - 5], variant)
  }

  /// Another number below 115,200 for each: four rounds of a Feistel network over 18 bits, again
  /// until the number is small enough.
  private func permuted(_ index: Int) -> Int {
    var number = index
    repeat {
      var (left, right) = (number >> 9, number & 511)
      for round in 0..<4 {
        var draw = Draw(stream &+ 7, right << 3 | round)
        (left, right) = (right, left ^ draw.below(512))
      }
      number = left << 9 | right
    } while number >= 115_200
    return number
  }

  /// The registered name of what is neither a branch nor a public body.
  func firm(_ index: Int, _ firm: Firm) -> String {
    var draw = Draw(stream, index)
    let trade = Trade.all[Int(firm.trade)]
    let (word, variant) = word(index)
    let tradeWord = trade.words[variant % trade.words.count]
    let part = draw.below(100)
    switch firm.form {
    case .soleTrader:
      let place = part < 72 ? division.name : division.fullName
      // Of those founded since 2024-01 (measures on the names of sole traders) some add the form.
      let form = firm.from > 19_700 && part % 3 == 0 ? "（个体工商户）" : ""
      return place + word + tradeWord + form
    case .cooperative: return "\(division.fullName)\(word)\(tradeWord)专业合作社"
    case .lawFirm: return "\(Division.province)\(word)律师事务所"
    case .socialGroup: return "\(division.fullName)\(word)\(tradeWord)"
    case .nonProfit: return "\(division.fullName)\(word)\(tradeWord)"
    case .partnership:
      let company = companyWord(trade, tradeWord, variant)
      return "云溪\(word)\(company)合伙企业（有限合伙）"
    case .soleProprietorship:
      return "\(division.name)\(word)\(companyWord(trade, tradeWord, variant))"
        + (trade.section == "C" ? "厂" : "中心")
    case .stateOwned:
      return "\(division.fullName)\(word)\(companyWord(trade, tradeWord, variant))集团有限公司"
    case .foreign, .hongKong:
      let company = companyWord(trade, tradeWord, variant)
      return part < 50 ? "\(word)（云溪）\(company)有限公司" : "云溪\(word)\(company)有限公司"
    default:
      let place = part < 46 ? "云溪" : part < 70 ? "云溪市" : part < 84 ? "临江" : division.fullName
      let ending =
        firm.form == .jointStock ? "股份有限公司" : part % 10 == 0 ? "有限责任公司" : "有限公司"
      return place + word + companyWord(trade, tradeWord, variant) + ending
    }
  }

  /// What a company of a trade is called: not a shop, a restaurant or a workshop.
  private func companyWord(_ trade: Trade, _ word: String, _ variant: Int) -> String {
    let tails = ["店", "馆", "行", "部", "吧", "屋", "室", "坊", "院", "厂", "园", "楼", "房", "城", "社", "场"]
    guard tails.contains(where: word.hasSuffix) else { return word }
    let words: [String] =
      switch trade.section {
      case "H": ["餐饮管理", "餐饮服务", "酒店管理", "餐饮", "餐饮企业管理"]
      case "F": ["商贸", "商业", "百货", "贸易", "商业管理"]
      case "O": ["生活服务", "商务服务", "健康管理", "汽车服务", "服务"]
      case "K": ["房地产经纪", "置业", "房产", "房产服务", "不动产"]
      case "P", "R": ["文化发展", "教育科技", "文化艺术", "文化传播", "体育发展"]
      case "Q": ["医疗管理", "医疗", "健康产业", "医疗服务", "口腔医疗"]
      case "C": ["制造", "实业", "工贸", "食品", "制品"]
      default: ["商务服务", "文化创意", "科技", "企业服务", "服务"]
      }
    return words[variant % words.count]
  }

  /// The name of a chain whose head office lies elsewhere: of another city of the province.
  func outside(_ brand: Int, trade: Trade) -> String {
    let (word, variant) = word(200_003 + brand)
    let tradeWord = trade.words[variant % trade.words.count]
    if trade.code == "6621" { return word + "银行股份有限公司" }
    return Division.province + word + companyWord(trade, tradeWord, variant)
      + (trade.section == "J" ? "股份有限公司" : "有限公司")
  }

  /// A branch: the head office's name with its place.
  func branch(of head: String, trade: Trade, road: String, _ index: Int) -> String {
    var draw = Draw(stream, index)
    if trade.code == "6621" {
      return head + "云溪" + road + "支行"
    }
    let isShop = "FHOIKQR".contains(trade.section)
    return isShop
      ? head + road + ["店", "分店", "门店", "店", "一店", "二店"][draw.below(6)]
      : head + ["云溪分公司", "\(division.stem)分公司", "云溪\(road)分公司"][draw.below(3)]
  }

  /// What the sign above the door says.
  ///
  /// Three in five show the registered word, the others another one (assumption; what patrols
  /// write down differs from the register about as often).
  func sign(_ index: Int, _ firm: Firm, brandWord: String?) -> String {
    var draw = Draw(stream &+ 1, index)
    let trade = Trade.all[Int(firm.trade)]
    let (word, variant) = word(index)
    let own = trade.words[variant % trade.words.count]
    if let brandWord { return brandWord + own }
    let signs = trade.section == "H" ? Self.kitchens : Self.signs
    switch draw.below(10) {
    case ..<6: return word + own
    case 6: return draw.pick(signs) + own
    default: return draw.pick(signs) + draw.pick(trade.words)
    }
  }
}
