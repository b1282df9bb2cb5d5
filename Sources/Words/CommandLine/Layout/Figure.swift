import Foundation

/// Numbers as people read them.
package enum Figure {
  /// Three significant digits: 0.00123, 45.6, 12300.
  package static func significant(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "\(value)" }
    let decimals = 2 - Int(log10(abs(value)).rounded(.down))
    if decimals > 8 { return String(format: "%.2e", value) }
    return String(format: "%.\(max(0, decimals))f", value)
  }

  /// A number of decimals, or nothing where there is no value.
  package static func fixed(_ value: Double?, _ decimals: Int) -> String {
    value.map { String(format: "%.\(decimals)f", $0) } ?? ""
  }

  /// A p-value: `<0.0001`, else four decimals.
  package static func probability(_ value: Double?) -> String {
    guard let value else { return "" }
    return value < 0.0001 ? "<0.0001" : fixed(value, 4)
  }
}
