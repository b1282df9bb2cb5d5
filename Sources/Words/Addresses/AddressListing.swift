import Geometry
import Addresses
package import Warehouse

/// Addresses as a list shows them.
package enum AddressListing {
  /// Addresses, a row each.
  package static func table(of addresses: [AddressOccurrence]) -> Wording {
    var table = Listing([
      .text("code", "编码"), .text("address", "标准地址"), .text("level", "层级"), .text("status", "状态"),
    ])
    for address in addresses {
      table.append([
        Wording(verbatim: address.code), Wording(verbatim: address.fullAddress),
        AddressWords.level(address.level.name), AddressWords.status(address.status.name),
      ])
    }
    return table.wording
  }

  /// The states of one address, a row each.
  package static func history(of address: [AddressOccurrence]) -> Wording {
    var table = Listing([
      .number("from version", "起始版本"), .number("to version", "终止版本"), .text("status", "状态"),
      .text("valid from", "生效"), .text("valid to", "失效"), .text("address", "标准地址"),
      .text("data set", "数据资源"), .number("row", "行"),
    ])
    for state in address {
      table.append([
        Wording(verbatim: "\(state.fromVersion)"),
        Wording(verbatim: state.toVersion.map { "\($0)" } ?? ""),
        AddressWords.status(state.status.name),
        Wording(verbatim: state.validFrom.map { "\($0)" } ?? ""),
        Wording(verbatim: state.validTo.map { "\($0)" } ?? ""),
        Wording(verbatim: state.fullAddress), Wording(verbatim: state.dataset),
        Wording(verbatim: "\(state.row)"),
      ])
    }
    return table.wording
  }

  /// What is known of one address now, a line each.
  package static func details(of address: AddressOccurrence) -> Wording {
    var details = Details()
    details.append(Wording("code", "编码"), address.code)
    details.append(Wording("address", "标准地址"), address.fullAddress)
    details.append(Wording("level", "层级"), AddressWords.level(address.level.name))
    details.append(Wording("status", "状态"), AddressWords.status(address.status.name))
    for element in address.elements {
      details.append(
        AddressWords.element(element.kind.name), String(decoding: element.key, as: UTF8.self))
    }
    if let day = address.validFrom { details.append(Wording("valid from", "生效"), "\(day)") }
    if let day = address.validTo { details.append(Wording("valid to", "失效"), "\(day)") }
    if let code = address.successor { details.append(Wording("successor", "后继"), code) }
    if let code = address.main { details.append(Wording("main address", "主地址"), code) }
    if let code = address.areaCode { details.append(Wording("area", "区域"), code) }
    if let point = address.point {
      details.append(
        Wording("point", "位置"),
        Wording(verbatim: "\(point.position.x) \(point.position.y) ")
          + AddressWords.position(point.kind.name))
    }
    details.append(
      Wording("from", "来源"),
      Wording(
        "\(address.dataset), row \(address.row); register \(address.fromVersion)",
        "\(address.dataset)，行 \(address.row)；标准地址库版本 \(address.fromVersion)"))
    return details.wording
  }
}
