/// Rows that are to be linked, column by column.
public struct LinkTable: Sendable {
  /// The rules the rows are read by.
  public let rules: LinkRules
  var pool = ValuePool()
  /// The read values, row after row.
  private(set) var readings: [UInt32] = []
  /// The characters of each value, by its number.
  private(set) var characters: [[UInt32]] = [[]]
  private(set) var keys: [[UInt8]] = []
  private(set) var sides: [Int] = []

  /// A table without rows.
  public init(rules: LinkRules) { self.rules = rules }

  /// How many rows there are.
  public var count: Int { keys.count }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - key: what names the row; rows are put in the order of sides and keys.
  ///   - side: 0 or 1 where two tables are linked and no pair lies within one; nil for one table.
  ///   - values: the texts of the rules' columns, in their order; missing ones are not known.
  public mutating func append(key: [UInt8], side: Int? = nil, values: [ArraySlice<UInt8>]) {
    keys.append(key)
    sides.append(side ?? -1)
    for (column, kind) in rules.kinds.enumerated() {
      let text = values.indices.contains(column) ? values[column] : []
      let number = pool.number(of: kind.normal(text))
      readings.append(number)
      while characters.count < pool.count {
        let bytes = pool[UInt32(truncatingIfNeeded: characters.count)]
        characters.append(String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value))
      }
    }
  }

  func reading(_ row: Int, _ column: Int) -> UInt32 {
    readings[row * rules.columns.count + column]
  }

  /// Whether two rows fulfil a condition.
  func holds(_ comparator: Comparator, _ one: Int, _ other: Int) -> Bool {
    switch comparator {
    case .exact(let column):
      let value = reading(one, column)
      return value != 0 && value == reading(other, column)
    case .differ(let column): return bothKnown(column, one, other) { $0 != $1 }
    case .missing(let column): return reading(one, column) == 0 || reading(other, column) == 0
    case .edit(let column, let limit):
      return bothKnown(column, one, other) {
        Comparator.edits(characters[Int($0)], characters[Int($1)], limit: limit) <= limit
      }
    case .prefix(let column, let length):
      return bothKnown(column, one, other) {
        characters[Int($0)].count >= length && characters[Int($1)].count >= length
          && characters[Int($0)].prefix(length) == characters[Int($1)].prefix(length)
      }
    case .transposedDate(let column):
      return bothKnown(column, one, other) { Comparator.areTransposed(pool[$0], pool[$1]) }
    case .nickname(let column):
      return bothKnown(column, one, other) {
        $0 == $1 || !nicknames($0).isDisjoint(with: nicknames($1))
      }
    case .within(let column, let limit):
      return bothKnown(column, one, other) {
        guard let left = number($0, column), let right = number($1, column) else { return false }
        return abs(left - right) <= limit
      }
    case .swapped(let first, let second):
      let (left, right) = (reading(one, first), reading(one, second))
      return left != 0 && right != 0 && left == reading(other, second)
        && right == reading(other, first)
    }
  }

  private func bothKnown(_ column: Int, _ one: Int, _ other: Int, _ test: (UInt32, UInt32) -> Bool)
    -> Bool
  {
    let (left, right) = (reading(one, column), reading(other, column))
    return left != 0 && right != 0 && test(left, right)
  }

  private func nicknames(_ value: UInt32) -> Set<Int> { rules.nicknames[Array(pool[value])] ?? [] }

  private func number(_ value: UInt32, _ column: Int) -> Double? {
    rules.kinds[column] == .date
      ? CivilDay.read(pool[value]).map { Double($0) } : ValueKind.decimal(pool[value])
  }
}
