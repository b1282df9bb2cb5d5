/// Writes numbers with a fixed number of places, without the locale of the machine.
package enum Digits {
  /// A number with leading zeros.
  package static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }

  /// A decimal number, rounded half away from zero.
  package static func decimal(_ value: Double, places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((abs(value) * scale).rounded())
    let whole = scaled / Int(scale)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return sign + String(whole) }
    return "\(sign)\(whole).\(padded(scaled % Int(scale), places))"
  }
}
