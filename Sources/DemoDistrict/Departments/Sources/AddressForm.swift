import DemoTruth

/// How a department writes the addresses of a column.
enum AddressForm: String, CaseIterable {
  case standard, district, road, estate, community, dash, legal, deed, village, outside, told

  /// The style of its address, and what stands ahead of it.
  var style: AddressStyle {
    var style = AddressStyle()
    switch self {
    case .standard: return style
    case .road:
      style.room = .dashed
    case .estate, .deed, .village:
      style.form = .estate
    case .community:
      style.form = .estate
    case .dash:
      (style.form, style.room) = (.estate, .dashed)
    case .told:
      (style.form, style.level, style.usesSecondName) = (.estate, .building, true)
    case .district, .legal, .outside: break
    }
    style.divisions = .none
    return style
  }

  /// An address in this form; a road is called by its former name where it had that on the day.
  ///
  /// - Parameter level: where it is cut short.
  func text(_ address: Address, usesFormerRoad: Bool, level: AddressStyle.Level = .room) -> String {
    var style = style
    style.usesFormerRoad = usesFormerRoad
    style.level = min(style.level, level)
    switch self {
    case .district, .deed: return address.district + address.text(style)
    case .legal: return address.province + address.city + address.district + address.text(style)
    case .community:
      var short = address
      short.entrance = 0
      let text = short.text(style)
      // Those of villages begin with it already.
      return text.hasPrefix(address.community) ? text : address.community + text
    default: return address.text(style)
    }
  }
}
