package import Datasets

extension MarkProposal {
  /// What the field seems to hold, why, and what to write.
  package var wording: Wording {
    let (kind, why) = (holds.wording, reason.wording)
    return Wording(
      "field `\(field)` seems to hold \(kind.english) (\(why.english)); say `gewu: {sensitive: personal}`, or "
        + "`sensitive: none` where it is not personal",
      "字段 \(field) 可能含有\(kind.chinese)（\(why.chinese)）；请写明 sensitive: personal，若非个人信息则写 sensitive: none"
    )
  }

  /// One line for a person to read.
  package var text: Wording {
    Wording("\(path): proposal: ", "\(path)：建议：") + wording
  }
}

extension PersonalKind {
  var wording: Wording {
    switch self {
    case .identity: Wording("a number that somebody is known by", "个人的身份号码")
    case .phone: Wording("a telephone", "电话")
    case .name: Wording("a name", "姓名")
    case .address: Wording("an address", "地址")
    case .birthDate: Wording("a date of birth", "出生日期")
    case .account: Wording("a number of an account or card", "账号或卡号")
    case .vehicle: Wording("a vehicle's number", "车辆号码")
    case .position: Wording("a position", "位置坐标")
    case .document: Wording("a number of somebody's document", "个人证书或合同的编号")
    case .household: Wording("a number of a household", "家庭或户的编号")
    }
  }
}

extension MarkReason {
  var wording: Wording {
    switch self {
    case .check(let name): Wording("it has the check \(name)", "有 \(name) 检查")
    case .word(let word): Wording("its name or title has \"\(word)\"", "名称或英文标题中有“\(word)”")
    case .title(let title, let part):
      Wording("\"\(title)\" has \(part)", "“\(title)”中有“\(part)”")
    }
  }
}
