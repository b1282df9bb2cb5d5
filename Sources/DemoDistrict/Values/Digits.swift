/// Writes numbers with a fixed number of places, without the locale of the machine.
enum Digits {
  /// A decimal number, rounded half away from zero.
  static func decimal(_ value: Double, places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((abs(value) * scale).rounded())
    let whole = scaled / Int(scale)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return sign + String(whole) }
    return "\(sign)\(whole).\(Ground.digits(scaled % Int(scale), places))"
  }
}
