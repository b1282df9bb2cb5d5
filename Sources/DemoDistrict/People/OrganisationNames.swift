import DemoTruth

/// Invented names of organisations by their kind.
enum OrganisationNames {
  private static let words = Array("恒信达诚盛通宏远博瑞鼎泰华鑫嘉和丰源锦程卓越天成联创众合汇力").map(String.init)
  private static let trades = [
    "商贸", "科技", "建筑工程", "餐饮管理", "物流", "信息技术", "机械制造", "服饰", "食品", "物业服务", "装饰", "电子",
    "医药", "环保科技", "汽车服务", "文化传媒",
  ]
  private static let shops = [
    "便利店", "餐馆", "五金店", "理发店", "水果店", "服装店", "小吃店", "药店", "超市", "修理部", "早餐店", "茶馆",
  ]

  static func name(_ kind: String, _ index: Int, _ draw: inout Draw) -> String {
    let word = draw.pick(words) + draw.pick(words) + draw.pick(words)
    let seat = "云溪市格物区"
    return switch kind {
    case "92": seat + word + draw.pick(shops)
    case "93": seat + word + "农民专业合作社"
    case "51", "52": seat + word + (kind == "51" ? "协会" : "服务中心")
    case "31": "临江\(word)律师事务所"
    default: "云溪\(word)\(draw.pick(trades))有限公司"
    }
  }
}
