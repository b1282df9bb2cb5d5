/// The modules of a QR code while it is made.
struct QRMatrix {
  let version: QRVersion
  private(set) var modules: [Bool]
  /// Which modules are of patterns and of information about the code: no mask changes them.
  private var isFixed: [Bool]

  private var size: Int { version.size }

  /// Draws the patterns, and keeps room for the information on mask and version.
  init(_ version: QRVersion) {
    self.version = version
    modules = Array(repeating: false, count: version.size * version.size)
    isFixed = modules
    for place in 0..<size {
      set(6, place, place % 2 == 0)
      set(place, 6, place % 2 == 0)
    }
    for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawFinder(row, column) }
    drawAlignment()
    drawFormat(mask: 0)
    drawVersion()
  }

  private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
    guard 0..<size ~= row, 0..<size ~= column else { return }
    modules[row * size + column] = isDark
    isFixed[row * size + column] = true
  }

  /// A finder pattern around its middle, with the light modules that part it from the rest.
  private mutating func drawFinder(_ row: Int, _ column: Int) {
    for down in -4...4 {
      for right in -4...4 {
        let ring = max(abs(down), abs(right))
        set(row + down, column + right, ring != 2 && ring != 4)
      }
    }
  }

  private mutating func drawAlignment() {
    let places = version.alignment
    guard let last = places.last else { return }
    for row in places {
      for column in places {
        // Three of the corners are finder patterns.
        if (row, column) == (6, 6) || (row, column) == (6, last) || (row, column) == (last, 6) {
          continue
        }
        for down in -2...2 {
          for right in -2...2 {
            set(row + down, column + right, max(abs(down), abs(right)) != 1)
          }
        }
      }
    }
  }

  /// The fifteen bits that say level M and the mask (section 7.9).
  static func format(mask: Int) -> Int {
    var rest = mask
    for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9 & 1 == 1 ? 0x537 : 0) }
    return (mask << 10 | rest) ^ 0x5412
  }

  /// The eighteen bits that say the version, from 7 on (section 7.10).
  static func version(_ number: Int) -> Int {
    var rest = number
    for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11 & 1 == 1 ? 0x1F25 : 0) }
    return number << 12 | rest
  }

  private mutating func drawFormat(mask: Int) {
    let bits = Self.format(mask: mask)
    for place in 0..<15 {
      let isDark = bits >> place & 1 == 1
      switch place {
      case 0..<6: set(place, 8, isDark)
      case 6, 7: set(place + 1, 8, isDark)
      case 8: set(8, 7, isDark)
      default: set(8, 14 - place, isDark)
      }
      if place < 8 { set(8, size - 1 - place, isDark) } else { set(size - 15 + place, 8, isDark) }
    }
    set(size - 8, 8, true)
  }

  private mutating func drawVersion() {
    guard version.number >= 7 else { return }
    let bits = Self.version(version.number)
    for place in 0..<18 {
      let isDark = bits >> place & 1 == 1
      let (near, far) = (place / 3, size - 11 + place % 3)
      set(near, far, isDark)
      set(far, near, isDark)
    }
  }

  /// Places codewords in the modules that are free, in columns of two from the right, up and down.
  mutating func place(_ codewords: [UInt8]) {
    var bit = 0
    for module in route where bit < codewords.count * 8 {
      modules[module] = codewords[bit / 8] >> (7 - bit % 8) & 1 == 1
      bit += 1
    }
  }

  /// The free modules in the order in which bits are placed.
  var route: [Int] {
    var route: [Int] = []
    var isUp = true
    for pair in stride(from: size - 1, through: 1, by: -2) {
      // The column of the timing pattern is left out.
      let right = pair <= 6 ? pair - 1 : pair
      for step in 0..<size {
        let row = isUp ? size - 1 - step : step
        for column in [right, right - 1] where !isFixed[row * size + column] {
          route.append(row * size + column)
        }
      }
      isUp.toggle()
    }
    return route
  }

  /// The same under a mask, with the information that says which.
  func masked(_ mask: Int) -> QRMatrix {
    var matrix = self
    for row in 0..<size {
      for column in 0..<size where !isFixed[row * size + column] {
        if Self.inverts(mask, row, column) { matrix.modules[row * size + column].toggle() }
      }
    }
    matrix.drawFormat(mask: mask)
    return matrix
  }

  static func inverts(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
    switch mask {
    case 0: (row + column) % 2 == 0
    case 1: row % 2 == 0
    case 2: column % 3 == 0
    case 3: (row + column) % 3 == 0
    case 4: (row / 2 + column / 3) % 2 == 0
    case 5: row * column % 2 + row * column % 3 == 0
    case 6: (row * column % 2 + row * column % 3) % 2 == 0
    default: ((row + column) % 2 + row * column % 3) % 2 == 0
    }
  }
}
