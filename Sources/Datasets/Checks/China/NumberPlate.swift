/// The check of vehicles' number plates (GA 36-2018), on text.
enum NumberPlate {
  /// Seven characters, eight for new energy.
  static let check = Check(
    "cn.plate", reasons: [ChinaReason.plate],
    verify: { _, value, arena in
      value = arena.upper(value.bytes)
      guard let plate = compact(value.bytes) else { return fault.rawValue }
      value = arena.text(plate.utf8)
      return 0
    })

  private static let fault = China.Faults.bit(.plate)

  private static let provinces = Set("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼")
  /// The last characters of plates for learners, police, trailers, Hong Kong, Macao and consulates.
  private static let endings = Set("学警挂港澳领")
  private static let energyLetters = Set("ABCDEFGHJK")

  /// The plate without the dot, hyphen or space behind its letter, or nil where it is not one.
  private static func compact(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var text = Array(String(decoding: bytes, as: UTF8.self))
    if text.count > 2, "·•.- ".contains(text[2]) { text.remove(at: 2) }
    if text.count == 7, text[0] == "使", text[1...].allSatisfy(isDigit) { return String(text) }
    guard text.count == 7 || text.count == 8, provinces.contains(text[0]), isLetter(text[1]) else {
      return nil
    }
    let rest = text[2...]
    let isRight =
      if text.count == 8 {
        isNewEnergy(rest)
      } else if let last = rest.last, endings.contains(last) {
        rest.dropLast().allSatisfy(isPlain)
      } else {
        rest.allSatisfy(isPlain)
      }
    return isRight ? String(text) : nil
  }

  /// Small ones have a letter first, large ones a letter last.
  private static func isNewEnergy(_ rest: ArraySlice<Character>) -> Bool {
    guard let first = rest.first, let last = rest.last else { return false }
    if energyLetters.contains(first) {
      let second = rest[rest.startIndex + 1]
      return isPlain(second) && rest.dropFirst(2).allSatisfy(isDigit)
    }
    return energyLetters.contains(last) && rest.dropLast().allSatisfy(isDigit)
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func isLetter(_ character: Character) -> Bool { ("A"..."Z").contains(character) }

  /// A digit or a letter that cannot be taken for one.
  private static func isPlain(_ character: Character) -> Bool {
    isDigit(character) || isLetter(character) && character != "I" && character != "O"
  }
}
