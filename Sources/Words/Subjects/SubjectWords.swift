/// What kinds, facts, criteria and reasons of subjects are called; a word that is none of the program's own stays.
enum SubjectWords {
  static func kind(_ name: String) -> Wording {
    switch name {
    case "person": Wording("person", "人员")
    case "household": Wording("household", "家庭户")
    case "dwelling": Wording("dwelling", "住房")
    case "building": Wording("building", "楼幢")
    case "firm": Wording("firm", "法人单位")
    case "component": Wording("component", "部件")
    case "hazard": Wording("hazard", "隐患")
    default: Wording(verbatim: name)
    }
  }

  static func state(_ name: String) -> Wording {
    switch name {
    case "standing": Wording("standing", "现存")
    case "retired": Wording("retired", "注销")
    case "gone": Wording("gone", "已不存在")
    case "open": Wording("open", "待定")
    case "decided": Wording("decided", "已定")
    case "stale": Wording("stale", "决定已过时")
    default: Wording(verbatim: name)
    }
  }

  static func fact(_ kind: String) -> Wording {
    switch kind {
    case "registered": Wording("registered at", "户籍地")
    case "lives": Wording("lives at", "居住地")
    case "owns": Wording("owns", "拥有")
    case "rents": Wording("rents", "承租")
    case "works": Wording("works at", "工作单位")
    case "studies": Wording("studies at", "就读学校")
    case "belongs": Wording("belongs to", "所属户")
    default: Wording(verbatim: kind)
    }
  }

  /// What somebody has decided.
  static func verdict(_ name: String) -> Wording {
    switch name {
    case "same": Wording("one subject", "同一主体")
    case "different": Wording("different subjects", "不同主体")
    case "value": Wording("a value", "采信一值")
    default: Wording(verbatim: name)
    }
  }

  /// What decided that a value stands.
  static func criterion(_ name: String) -> Wording {
    switch name {
    case "only": Wording("the only one", "唯一")
    case "agreed": Wording("all agree", "各源一致")
    case "decision": Wording("decided", "人工决定")
    case "preferred": Wording("preferred value", "优选值")
    case "frequency": Wording("most rows", "多数")
    case "rank": Wording("rank of the data set", "来源位次")
    case "effective": Wording("effective day", "生效日")
    case "loaded": Wording("day of loading", "装载日")
    case "data-set": Wording("name of the data set", "资源名")
    case "row-key": Wording("row key", "行键")
    case "tuple": Wording("goes with another value", "随同组值")
    case "kept": Wording("all are kept", "全部保留")
    default: Wording(verbatim: name)
    }
  }

  /// Why something waits for a decision.
  static func reason(_ name: String) -> Wording {
    switch name {
    case "conflict": Wording("conflict", "值冲突")
    case "refused": Wording("refused", "被禁止的归并")
    case "split": Wording("split", "同键异名")
    case "ambiguous": Wording("ambiguous", "归属不明")
    case "common": Wording("common", "键值过于常见")
    case "candidate": Wording("candidate", "疑似同一")
    case "decisions-differ": Wording("decisions differ", "决定不一")
    default: Wording(verbatim: name)
    }
  }
}
