package import Time

/// The rows of a source, counted by cell, day and category: exact to the row, of one state of the store.
///
/// A dimension that was not read is nil for every row.
package struct RowCube: Sendable, Equatable {
  /// What rows are told apart by beside their cell.
  package struct Dimensions: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let days = Dimensions(rawValue: 1)
    package static let categories = Dimensions(rawValue: 2)
  }

  /// Where a row is.
  package enum Place: Hashable, Sendable {
    /// In a cell of whatever level and generation, by its row in `grid`.
    case cell(Int64)
    /// In none; the generation is the last one in which a cell was looked for, 0 where in none.
    case nowhere(tried: Int64)
  }

  private struct Key: Hashable {
    var place: Place
    /// Days after 1970-01-01.
    var day: Int?
    /// A place among ``RowCube/categories``.
    var category: Int?
  }

  /// The categories of all rows, in the order in which they were met.
  package private(set) var categories: [String] = []
  /// All rows.
  package private(set) var total = 0
  /// The refused rows of the source that nobody has dealt with; their cell, day and category are not
  /// known.
  package var quarantined = 0
  /// The latest batch that any of the rows is of.
  package var latestBatch: Int64?
  /// Whether categories are numbers, so that `1` and `1.0` name the same one.
  package var hasNumericCategories = false
  private var numbers: [CategoryName: Int] = [:]
  private var counts: [Key: Int] = [:]

  /// Begins without rows.
  package init() {}

  /// Counts rows.
  ///
  /// - Parameter day: days after 1970-01-01.
  package mutating func add(_ count: Int = 1, at place: Place, day: Int?, category: String?) {
    total += count
    counts[Key(place: place, day: day, category: category.map { number(of: $0) }), default: 0] +=
      count
  }

  private mutating func number(of category: String) -> Int {
    let name = CategoryName(category)
    if let known = numbers[name] { return known }
    numbers[name] = categories.count
    categories.append(category)
    return categories.count - 1
  }

  /// Whether any row has a category.
  package func has(category: String) -> Bool { number(named: category) != nil }

  private func number(named category: String) -> Int? {
    if let known = numbers[CategoryName(category)] { return known }
    guard hasNumericCategories, let value = Double(category) else { return nil }
    return categories.firstIndex { Double($0) == value }
  }

  /// The rows of some categories, of all where none is named, and of those the ones of a period.
  ///
  /// A row without a day is outside every period.
  package func slice(categories names: [String] = [], from: Day? = nil, to: Day? = nil)
    -> RowSlice
  {
    let wanted = Set(names.compactMap { number(named: $0) })
    let (first, last) = (from?.ordinal ?? .min, to?.ordinal ?? .max)
    var slice = RowSlice()
    for (key, count) in counts {
      if !names.isEmpty {
        guard let category = key.category, wanted.contains(category) else { continue }
      }
      slice.total += count
      if from != nil || to != nil {
        guard let day = key.day, first <= day, day <= last else {
          slice.outsidePeriod += count
          continue
        }
      }
      switch key.place {
      case .cell(let cell): slice.byCell[cell, default: 0] += count
      case .nowhere(let tried): slice.unattached[tried, default: 0] += count
      }
    }
    return slice
  }
}

/// A category as the store tells it from others, by its bytes.
///
/// `é` is one scalar or two; strings are equal either way, and SQL counts two categories.
package struct CategoryName: Hashable, Sendable {
  private let text: String

  package init(_ text: String) { self.text = text }

  package static func == (one: CategoryName, other: CategoryName) -> Bool {
    one.text.utf8.elementsEqual(other.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}

/// The rows of a cube that a question is about, by their cells.
package struct RowSlice: Sendable, Equatable {
  /// All rows of the categories asked for.
  package var total = 0
  /// Those of them without a day, or of a day outside the period, where one is asked for.
  package var outsidePeriod = 0
  /// Of the others those attached to each cell, by its row in `grid`.
  package var byCell: [Int64: Int] = [:]
  /// Of the others those without a cell, by the last generation in which one was looked for; 0 for none.
  package var unattached: [Int64: Int] = [:]

  package init() {}

  /// How many have a cell.
  package var attached: Int { byCell.values.reduce(0, +) }
  /// How many are of the period, with a cell or without.
  package var inPeriod: Int { attached + unattached.values.reduce(0, +) }
}

/// Whose rows are counted.
package enum RowSource: Sendable, Equatable {
  case dataset(DatasetEntry)
  /// What citizens report, however it came in: its open columns only.
  case reports

  /// The name of the data set; nil for the reports.
  package var dataset: String? {
    switch self {
    case .dataset(let entry): entry.name
    case .reports: nil
    }
  }

  package var hasCategory: Bool {
    switch self {
    case .dataset(let entry): entry.categoryField != nil
    case .reports: true
    }
  }

  package var hasDate: Bool {
    switch self {
    case .dataset(let entry): entry.dateField != nil
    case .reports: true
    }
  }

  /// How exactly dates are known.
  package var datePrecision: DatePrecision {
    switch self {
    case .dataset(let entry): entry.datePrecision
    case .reports: .day
    }
  }
}
