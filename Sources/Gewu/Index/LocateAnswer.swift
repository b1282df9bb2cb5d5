/// The grid of one position, with the cells above it.
package struct LocateAnswer: Sendable, Equatable {
  /// A cell by its code.
  package struct Cell: Sendable, Equatable, Codable {
    package var code: String
    /// The name, where the cell has one.
    package var name: String?

    package init(code: String, name: String?) {
      self.code = code
      self.name = name
    }

    /// Writes a name that is missing as `null`: the field is always there.
    package func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(code, forKey: .code)
      try values.encode(name, forKey: .name)
    }
  }

  /// A cell of the path, with its level.
  package struct Step: Sendable, Equatable, Codable {
    package var level: String
    package var code: String
    /// The name, where the cell has one.
    package var name: String?

    /// Writes a name that is missing as `null`: the field is always there.
    package func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(level, forKey: .level)
      try values.encode(code, forKey: .code)
      try values.encode(name, forKey: .name)
    }
  }

  /// The nearest grid of a position that lies in none.
  package struct Nearest: Sendable, Equatable, Codable {
    package var code: String
    /// The name, where the cell has one.
    package var name: String?
    /// The distance to its border in metres.
    package var distance: Double
  }

  /// A gap that is meant to be there: a lake, another district's enclave.
  package struct Gap: Sendable, Equatable, Codable {
    /// The number that it was accepted under.
    package var id: Int64
    /// The name, where it has one.
    package var name: String?

    package init(id: Int64, name: String?) {
      self.id = id
      self.name = name
    }

    /// Writes a name that is missing as `null`: the field is always there.
    package func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(id, forKey: .id)
      try values.encode(name, forKey: .name)
    }
  }

  package var status: GridStatus
  /// The grid of the leaf level; nil outside.
  package var grid: Cell?
  /// The cells from the top level down to the grid; empty outside.
  package var path: [Step]
  /// The posts of the grid and of the cells above it, the lowest first; empty outside, and where the
  /// store knows of none.
  package var posts: [PostAnswer] = []
  /// The nearest grid, only outside.
  package var nearest: Nearest?
  /// The accepted gap that the position lies in, only outside.
  package var gap: Gap?
  package var generation: Int64
  /// Whether that generation's coverage passed its check.
  ///
  /// Where it did not, cells may overlap, and the answer is one of them.
  package var isCoverageValid: Bool
  /// The answers of other nets by their names; nil where none was asked.
  package var nets: [String: LocateAnswer]?
}

extension LocateAnswer: Codable {
  private enum CodingKeys: String, CodingKey {
    case status, grid, path, posts, nearest, gap, generation, nets
    case isCoverageValid = "coverage_valid"
  }

  /// Reads an answer as `GET /v1/locate` gives it.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    status = try values.decode(GridStatus.self, forKey: .status)
    grid = try values.decodeIfPresent(Cell.self, forKey: .grid)
    path = try values.decode([Step].self, forKey: .path)
    posts = try values.decode([PostAnswer].self, forKey: .posts)
    nearest = try values.decodeIfPresent(Nearest.self, forKey: .nearest)
    gap = try values.decodeIfPresent(Gap.self, forKey: .gap)
    generation = try values.decode(Int64.self, forKey: .generation)
    isCoverageValid = try values.decode(Bool.self, forKey: .isCoverageValid)
    nets = try values.decodeIfPresent([String: LocateAnswer].self, forKey: .nets)
  }

  /// Writes `grid` as `null` outside, and `posts` always, as the contract says.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(status, forKey: .status)
    try values.encode(grid, forKey: .grid)
    try values.encode(path, forKey: .path)
    try values.encode(posts, forKey: .posts)
    try values.encodeIfPresent(nearest, forKey: .nearest)
    try values.encodeIfPresent(gap, forKey: .gap)
    try values.encode(generation, forKey: .generation)
    try values.encode(isCoverageValid, forKey: .isCoverageValid)
    try values.encodeIfPresent(nets, forKey: .nets)
  }
}
