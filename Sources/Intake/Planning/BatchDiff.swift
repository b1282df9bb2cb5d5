/// What is different between two states of a data set: after one batch and after a later one.
package struct BatchDiff: Hashable, Sendable, Codable {
  package struct Sample: Hashable, Sendable, Codable {
    /// What happened to a row.
    package enum Kind: String, Hashable, Sendable, Codable {
      case added, changed, removed
    }

    package var kind: Kind
    /// The row's key, its parts divided by commas; sensitive ones masked.
    package var key: String
    /// The field that changed; nil for a row that came or went.
    package var column: String?
    /// What it was, masked where it is sensitive; nil for no value.
    package var old: String?
    /// What it is, masked where it is sensitive; nil for no value.
    package var new: String?

    package init(
      kind: Kind, key: String, column: String? = nil, old: String? = nil, new: String? = nil
    ) {
      self.kind = kind
      self.key = key
      self.column = column
      self.old = old
      self.new = new
    }
  }

  /// How many rows there are.
  package struct Shift: Hashable, Sendable, Codable {
    package var before: Int
    package var after: Int

    package init(before: Int, after: Int) {
      self.before = before
      self.after = after
    }

    package var difference: Int { after - before }
  }

  /// How many rows a grid has.
  package struct GridShift: Hashable, Sendable, Codable {
    /// The grid; nil for rows without one.
    package var code: String?
    package var rows: Shift

    package init(code: String? = nil, rows: Shift) {
      self.code = code
      self.rows = rows
    }
  }

  package var dataset: String
  /// The earlier batch; nil for the state before all batches.
  package var from: Int64?
  /// The later batch; nil for a load that is only planned.
  package var to: Int64?
  package var added = 0
  /// Rows that are there in another version.
  package var changed = 0
  /// Rows that are the same.
  package var unchanged = 0
  package var removed = 0
  /// In how many changed rows each field differs.
  package var columns: [String: Int] = [:]
  /// Some of the differences: changes first, then rows that came, then rows that went.
  package var samples: [Sample] = []
  /// The grids with another number of rows, the greatest difference first.
  package var grids: [GridShift] = []
  /// How many rows each batch refused, for each reason.
  package var reasons: [String: Shift] = [:]

  package init(
    dataset: String, from: Int64? = nil, to: Int64? = nil, added: Int = 0, changed: Int = 0,
    unchanged: Int = 0, removed: Int = 0, columns: [String: Int] = [:], samples: [Sample] = [],
    grids: [GridShift] = [], reasons: [String: Shift] = [:]
  ) {
    self.dataset = dataset
    self.from = from
    self.to = to
    self.added = added
    self.changed = changed
    self.unchanged = unchanged
    self.removed = removed
    self.columns = columns
    self.samples = samples
    self.grids = grids
    self.reasons = reasons
  }
}
