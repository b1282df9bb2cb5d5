/// What is compared of a number.
enum NumberKey {
  /// Digits without leading zeros, numerals as digits, a plate's letter where it stands (甲8, 10甲), the
  /// members of a range with "-" and of a list with "," between them, a floor below the ground with "-"
  /// before it.
  static func key(_ form: NumberForm, of kind: ElementKind, in text: FoldedText) -> [UInt8] {
    var key: [UInt8] = []
    let body = Int(form.bodyStart)..<Int(form.bodyEnd)
    if form.hasPlate { append(Int(form.start)..<body.lowerBound, of: text, &key) }
    var isBelow = form.isBelow
    var place = body.lowerBound
    if kind == .floor, text.scalars[place] == 0x42, body.count > 1 {
      isBelow = true
      place += 1
    }
    if isBelow { key.append(0x2D) }
    while place < body.upperBound {
      switch text.scalarClass(at: place) {
      case .digit:
        var end = place
        while end < body.upperBound, text.classes[end] == ScalarClass.digit.rawValue { end += 1 }
        while place < end - 1, text.scalars[place] == 0x30 { place += 1 }
        append(place..<end, of: text, &key)
        place = end
      case .numeral:
        var end = place
        while end < body.upperBound, text.classes[end] == ScalarClass.numeral.rawValue { end += 1 }
        if let digits = Numeral.digits(of: text.scalars[place..<end]) {
          key += digits
        } else {
          append(place..<end, of: text, &key)
        }
        place = end
      case .hyphen, .list:
        let isList = text.scalarClass(at: place) == .list
        while place < body.upperBound, text.classes[place] >= ScalarClass.hyphen.rawValue {
          place += 1
        }
        key.append(isList ? 0x2C : 0x2D)
      default:
        append(place..<place + 1, of: text, &key)
        place += 1
      }
    }
    if kind == .road { append(body.upperBound..<Int(form.end), of: text, &key) }
    return key
  }

  private static func append(_ source: Range<Int>, of text: FoldedText, _ key: inout [UInt8]) {
    for place in source where text.classes[place] < ScalarClass.hyphen.rawValue {
      FoldedText.append(text.scalars[place], to: &key)
    }
  }
}
