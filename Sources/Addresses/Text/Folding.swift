/// The forms of a character that mean the same in an address, one scalar for one scalar, so that a
/// place in the folded text is the same place in the text that was given.
///
/// Full-width and half-width, the hyphens and dashes, Cyrillic and Greek letters that look like Latin
/// ones, small letters and the circles that stand for zero are folded here; variants of Han characters
/// (traditional and other forms) come from the grammar. Scalars beyond the basic plane stay.
struct Folding: Sendable {
  /// Folded scalar and class of each scalar of the basic plane.
  private let scalars: [UInt16]
  private let classes: [UInt8]

  /// - Parameter variants: pairs of a form and what it is folded to, in the basic plane.
  init(variants: [(form: UInt16, standard: UInt16)]) {
    var scalars = [UInt16](0...UInt16.max)
    for (form, standard) in variants { scalars[Int(form)] = standard }
    for form in UInt16(0xFF01)...0xFF5E { scalars[Int(form)] = form - 0xFEE0 }
    for small in UInt16(0x61)...0x7A {
      scalars[Int(small)] = small - 0x20
      scalars[Int(small) + 0xFEE0] = small - 0x20
    }
    for hyphen in Self.hyphens { scalars[Int(hyphen)] = 0x2D }
    for (form, letter) in Self.lookAlikes { scalars[Int(form)] = UInt16(letter) }
    for zero in Self.zeros { scalars[Int(zero)] = 0x3007 }
    for small in UInt16(0x2170)...0x217B { scalars[Int(small)] = small - 0x10 }
    scalars[0x3000] = 0x20
    self.scalars = scalars
    classes = (0...Int(UInt16.max)).map { Self.scalarClass(of: scalars[$0]).rawValue }
  }

  func fold(_ scalar: UInt32) -> UInt32 {
    scalar < 0x10000 ? UInt32(scalars[Int(scalar)]) : scalar
  }

  func rawClass(of scalar: UInt32) -> UInt8 {
    scalar < 0x10000 ? classes[Int(scalar)] : ScalarClass.name.rawValue
  }

  /// The scalars of a word, folded.
  func fold(_ word: String) -> [UInt32] { word.unicodeScalars.map { fold($0.value) } }

  private static let hyphens: [UInt16] = [
    0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x2500, 0x30FC, 0xFF70, 0xFE63,
    0xFF0D, 0x7E, 0xFF5E, 0x301C,
  ]

  /// White and large circles that are typed for 〇.
  private static let zeros: [UInt16] = [0x25CB, 0x25EF, 0x3007]

  private static let lookAlikes: [(UInt16, UInt8)] = {
    let capitals: [(UInt16, UInt16, Character)] = [
      (0x410, 0x391, "A"), (0x412, 0x392, "B"), (0x415, 0x395, "E"), (0x41A, 0x39A, "K"),
      (0x41C, 0x39C, "M"), (0x41D, 0x397, "H"), (0x41E, 0x39F, "O"), (0x420, 0x3A1, "P"),
      (0x422, 0x3A4, "T"), (0x425, 0x3A7, "X"),
    ]
    var pairs: [(UInt16, UInt8)] = [(0x421, 0x43), (0x441, 0x43), (0x406, 0x49), (0x399, 0x49)]
    pairs += [(0x39D, 0x4E), (0x396, 0x5A)]
    for (cyrillic, greek, letter) in capitals {
      let value = letter.asciiValue ?? 0x3F
      pairs += [(cyrillic, value), (cyrillic + 0x20, value), (greek, value), (greek + 0x20, value)]
    }
    return pairs
  }()

  private static func scalarClass(of scalar: UInt16) -> ScalarClass {
    switch scalar {
    case 0x30...0x39: .digit
    case 0x41...0x5A: .letter
    case 0x2D: .hyphen
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200F, 0x2028...0x202F, 0xFEFF: .space
    case 0x3001: .list
    case 0x23: .name  // the sign of a number: 3#
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7F, 0xB7, 0x2018...0x201F, 0x2022, 0x2026,
      0x3002, 0x3008...0x3011, 0x3014...0x301B, 0x30FB:
      .separator
    default: Numeral.value(of: UInt32(scalar)) == nil ? .name : .numeral
    }
  }
}
