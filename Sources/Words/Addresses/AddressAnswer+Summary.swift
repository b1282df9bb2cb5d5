package import Gewu

extension AddressAnswer {
  /// What the register says, a line each.
  package var summary: Wording {
    var details = Details()
    details.append(Wording("class", "等级"), classWording)
    details.append(Wording("level", "层级"), AddressWords.level(level))
    if let entry {
      details.append(Wording("address", "标准地址"), entry.address)
      details.append(Wording("code", "编码"), entry.code)
    }
    if let successor {
      details.append(Wording("now", "现为"), "\(successor.address) (\(successor.code))")
    }
    details.append(Wording("score", "得分"), "\(score)")
    for fault in faults { details.append(Wording("fault", "问题"), fault.wording) }
    for text in unused { details.append(Wording("unused", "未用"), text) }
    if let point {
      details.append(
        Wording("point", "位置"),
        Wording(verbatim: "\(point.longitude) \(point.latitude) ")
          + AddressWords.position(point.kind))
    }
    if let grid { details.append(Wording("grid", "网格"), grid.code) }
    for candidate in candidates {
      details.append(
        Wording("candidate", "候选"), "\(candidate.address) (\(candidate.code), \(candidate.score))")
    }
    if candidateCount > candidates.count {
      details.append(
        Wording("", ""),
        Wording(
          "… \(candidateCount - candidates.count) more",
          "…… 另有 \(candidateCount - candidates.count) 个"))
    }
    return details.wording
  }

  private var classWording: Wording {
    switch matchClass {
    case "A": Wording("A: equal", "A：相同")
    case "B": Wording("B: sure", "B：确定")
    case "C": Wording("C: unsure", "C：不确定")
    default: Wording("none", "无")
    }
  }
}

extension AddressColumns.Summary {
  /// How many rows of each class went by, in one line.
  package var summary: Wording {
    Wording(
      "\(rows) rows: \(equal) equal (A), \(sure) sure (B), \(unsure) unsure (C), \(none) none; "
        + "\(placed) to a building or better",
      "\(rows) 行：相同（A）\(equal)，确定（B）\(sure)，不确定（C）\(unsure)，无 \(none)；"
        + "达到楼幢或更细 \(placed)")
  }
}

extension AddressAnswer.Fault {
  /// What is not as the register has it.
  var wording: Wording {
    let element = element.map { AddressWords.element($0) } ?? Wording("name", "名称")
    let text = text ?? ""
    switch fault {
    case "number_not_on_road":
      return Wording("the road has no number '\(text)'", "该路没有门牌“\(text)”")
    case "unit_absent":
      return Wording("there is no ", "没有") + element + Wording(" '\(text)' there", "“\(text)”")
    case "beyond_register":
      return Wording("the register has no ", "标准地址库在此没有")
        + element + Wording(" there, such as '\(text)'", "，如“\(text)”")
    case "road_missing":
      return Wording("there is no ", "没有") + element + Wording(" '\(text)'", "“\(text)”")
    case "locality_contradicts":
      return Wording("it does not lie in '\(text)'", "不在“\(text)”")
    case "not_on_this_road":
      return Wording("'\(text)' lies elsewhere", "“\(text)”在别处")
    case "name_variant":
      return Wording("'\(text)' is written otherwise", "“\(text)”写法不同")
    case "name_kind":
      return Wording("'\(text)' is a name of another kind", "“\(text)”是另一类名称")
    case "ambiguous_division":
      return Wording("several divisions have it", "多个区划都有")
    case "historic": return Wording("'\(text)' is historic", "“\(text)”已成历史")
    case "former_name": return Wording("'\(text)' is a former name", "“\(text)”是旧称")
    case "second_name": return Wording("'\(text)' is a second name", "“\(text)”是别名")
    case "wrong_entry":
      return Wording("'\(text)' was recorded by mistake", "“\(text)”系误录")
    case "omitted": return element + Wording(" is not said", "未写")
    case "member_of_range":
      return Wording("'\(text)' is one of a range", "“\(text)”是号段中的一个")
    case "several_entries":
      return Wording("'\(text)' is several entries", "“\(text)”对应多个条目")
    case "unused_number":
      return Wording("the number '\(text)' was not used", "号码“\(text)”未用")
    case "unused_text": return Wording("'\(text)' was not used", "“\(text)”未用")
    case "remark": return Wording("'\(text)' is beside the address", "“\(text)”是附注")
    default: return Wording(verbatim: fault)
    }
  }
}

/// What the elements, levels and positions of addresses are called.
enum AddressWords {
  /// An element by its name in answers.
  static func element(_ name: String) -> Wording {
    switch name {
    case "country": Wording("country", "国家")
    case "province": Wording("province", "省")
    case "city": Wording("city", "市")
    case "county": Wording("county", "区县")
    case "town": Wording("town or street", "街道乡镇")
    case "community": Wording("community", "社区村")
    case "village_group": Wording("village group", "自然村组")
    case "road": Wording("road", "路街巷")
    case "lane": Wording("lane", "弄")
    case "road_number": Wording("door number", "门牌号")
    case "sub_number": Wording("sub-number", "附号")
    case "estate": Wording("estate", "小区")
    case "estate_part": Wording("part of an estate", "分区期")
    case "house_row": Wording("row", "排")
    case "place": Wording("place", "地名")
    case "building": Wording("building", "楼幢")
    case "entrance": Wording("entrance", "单元")
    case "floor": Wording("floor", "楼层")
    case "room": Wording("room", "室")
    case "postcode": Wording("postcode", "邮编")
    default: Wording("remark", "附注")
    }
  }

  /// A level by its name in answers.
  static func level(_ name: String) -> Wording {
    switch name {
    case "none": Wording("none", "无")
    case "door": Wording("door", "门牌")
    case "road": Wording("road, estate or place", "路、小区或地名")
    default: element(name)
    }
  }

  /// What a point marks, by its name in answers.
  static func position(_ name: String) -> Wording {
    switch name {
    case "room": Wording("(room)", "（室）")
    case "entrance": Wording("(entrance)", "（单元）")
    case "building": Wording("(building)", "（楼幢）")
    case "door_plate": Wording("(door plate)", "（门牌）")
    case "parcel": Wording("(parcel)", "（宗地）")
    case "estate_centre": Wording("(centre of the estate)", "（小区中心）")
    case "road_centre": Wording("(centre of the road)", "（道路中心）")
    case "community_centre": Wording("(centre of the community)", "（社区中心）")
    default: Wording("(centre of the town)", "（街道乡镇中心）")
    }
  }

  /// A status by its name in answers.
  static func status(_ name: String) -> Wording {
    switch name {
    case "approved": Wording("approved", "已批准")
    case "alternative": Wording("alternative", "备用")
    case "provisional": Wording("provisional", "临时")
    case "historic": Wording("historic", "历史")
    default: Wording("wrong", "误录")
    }
  }
}
