/// Numbers of people and organisations, valid by their check characters and of no real district.
package enum PersonalNumber {
  private static let residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let residentChecks = Array("10X98765432".utf8)
  private static let creditWeights = [
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
  ]
  /// The alphabet of GB 32100-2015: no I, O, S, V and Z.
  private static let creditAlphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  /// A resident ID of 18 characters (GB 11643-1999).
  ///
  /// - Parameters:
  ///   - birth: the day as `YYYYMMDD`.
  ///   - sequence: 0…999, odd for men.
  ///   - region: the six digits of the region in which it was given out.
  package static func resident(
    birth: Int, sequence: Int, region: String
  ) -> String {
    var text = Array(
      (region + Digits.padded(birth, 8) + Digits.padded(sequence, 3)).utf8)
    var sum = 0
    for index in 0..<17 { sum += Int(text[index] - 48) * residentWeights[index] }
    text.append(residentChecks[sum % 11])
    return String(decoding: text, as: UTF8.self)
  }

  /// A unified social credit code (GB 32100-2015) with a valid organisation code within.
  ///
  /// - Parameters:
  ///   - kind: the first two characters: 91 for enterprises, 92 for sole traders, …
  ///   - index: 0 up to 31^6 - 1; different for each.
  ///   - region: the six digits of the office that gave it out.
  package static func credit(kind: String, index: Int, region: String) -> String {
    var text = Array((kind + region).utf8) + organisation(kind: kind, index: index)
    var sum = 0
    for position in 0..<17 {
      sum += (creditAlphabet.firstIndex(of: text[position]) ?? 0) * creditWeights[position]
    }
    text.append(creditAlphabet[(31 - sum % 31) % 31])
    return String(decoding: text, as: UTF8.self)
  }

  /// An organisation code of 9 characters (GB 11714-1997).
  package static func organisation(kind: String, index: Int) -> [UInt8] {
    var text = Array("MA".utf8)
    var rest = index
    var tail: [UInt8] = []
    for _ in 0..<6 {
      tail.append(creditAlphabet[rest % 31])
      rest /= 31
    }
    text += tail.reversed()
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    var sum = 0
    for (byte, weight) in zip(text, weights) {
      sum += Int(byte < 65 ? byte - 48 : byte - 55) * weight
    }
    let check = 11 - sum % 11
    text.append(check == 10 ? UInt8(ascii: "X") : check == 11 ? 48 : UInt8(48 + check))
    return text
  }

  /// A business registration number of 15 digits (check digit by ISO 7064 MOD 11,10).
  package static func registration(index: Int, region: String) -> String {
    let text = region + Digits.padded(index % 100_000_000, 8)
    var product = 10
    for byte in text.utf8 {
      var sum = (Int(byte) - 48 + product) % 10
      if sum == 0 { sum = 10 }
      product = sum * 2 % 11
    }
    return text + String((11 - product) % 10)
  }

  /// A mobile number in the range 154, which no operator has: 154 00 of the first district, to 154 09.
  package static func mobile(_ number: Int, in division: Division) -> String {
    "1540\(division.number)" + Digits.padded(number % 1_000_000, 6)
  }

  /// A fixed line of the invented city: of the area codes from 0581 to 0589 none is given out.
  ///
  /// Numbers begin with 80 in the first district.
  package static func landline(_ number: Int, in division: Division) -> String {
    "0589-8\(division.number)" + Digits.padded(number % 1_000_000, 6)
  }

  /// A number plate that nobody can have: no office has the letter I (GA 36-2018 leaves out I and O).
  ///
  /// 云 for the invented city: whatever stands first is some province's.
  package static func plate(_ number: Int) -> String {
    let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")
    return "云I" + String(letters[number / 10_000 % 24]) + Digits.padded(number % 10_000, 4)
  }
}
