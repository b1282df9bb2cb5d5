import Gewu
import UseAnomaly

/// The names of what the use anomaly finds.
enum UseWords {
  /// Why a home was not judged, by the name of the reason.
  static func notJudged(_ name: String) -> Wording {
    NotJudged(rawValue: name).map(notJudged) ?? Wording(verbatim: name)
  }

  private static func notJudged(_ reason: NotJudged) -> Wording {
    switch reason {
    case .notADwelling: Wording("not a dwelling", "非住户用房")
    case .notAtRoom: Wording("address not understood down to the room", "地址未到户室")
    case .sharedMeter: Wording("shared meter", "合表")
    case .severalMeters: Wording("several meters", "多表")
    case .residentsUnknown: Wording("no register of residents there", "所在网格无人口登记")
    case .tooFewPeriods: Wording("too few periods", "有效抄表期数不足")
    case .tooFewPeers: Wording("too few peers", "可比住户不足")
    }
  }

  /// A part of a score with what its number is.
  static func part(_ part: UseDetails.Part) -> Wording {
    switch part.name {
    case "deviation": return Wording("use above that of its peers", "用量高于同类住户")
    case "excess": return Wording("people implied beyond those registered", "推算人数多于登记人数")
    default:
      guard let kind = Evidence.Kind(rawValue: part.name) else {
        return Wording(verbatim: part.name)
      }
      return evidence(kind, tenths(part.number))
    }
  }

  private static func evidence(_ kind: Evidence.Kind, _ number: String) -> Wording {
    switch kind {
    case .leases: Wording("leases on record: \(number)", "备案租约 \(number) 份")
    case .listedAsLet: Wording("in a list of homes that are let", "列入出租房屋")
    case .lodgers: Wording("known temporary residents: \(number)", "登记流动人口 \(number) 人")
    case .complaints: Wording("complaints about the home: \(number)", "涉及该户的投诉 \(number) 件")
    case .crowded: Wording("m² per implied person: \(number)", "推算人均面积 \(number) 平方米")
    case .powerAgrees: Wording("power \(number) times that of its peers", "用电为同类住户的 \(number) 倍")
    case .powerDisagrees:
      Wording("power no more than that of its peers: \(number) times", "用电不高于同类住户（\(number) 倍）")
    case .leakPattern:
      Wording("water rose \(number) times and power did not: a leak?", "用水升至 \(number) 倍而用电未升，可能漏水")
    case .largeFamily: Wording("members of the largest family: \(number)", "最大家庭户 \(number) 人")
    case .business: Wording("firms at the home: \(number)", "该户登记单位 \(number) 家")
    case .garden: Wording("a garden or a pool", "有花园或水池")
    case .infants: Wording("infants: \(number)", "婴幼儿 \(number) 人")
    case .care: Wording("cared for at home: \(number)", "居家照护 \(number) 人")
    }
  }

  static func state(_ state: UseItem.State) -> Wording {
    switch state {
    case .open: Wording("\(state.rawValue)", "待上门")
    case .confirmed: Wording("\(state.rawValue)", "属实")
    case .unfounded: Wording("\(state.rawValue)", "不属实")
    case .notReached: Wording("\(state.rawValue)", "未见到人")
    }
  }

  /// A list by the name that it is asked for by.
  static func list(_ name: String) -> Wording {
    switch name {
    case "1": Wording("1: stands out", "一：明显偏高")
    case "2": Wording("2: went up", "二：明显上升")
    default: Wording("held back", "暂缓")
    }
  }

  /// A number with one digit behind the point; a dash for none.
  static func tenths(_ number: Double?) -> String {
    guard let number else { return "–" }
    let tenths = Int((number * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
