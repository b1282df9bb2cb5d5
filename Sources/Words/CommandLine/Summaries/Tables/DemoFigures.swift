/// The figures of a whole demo district whose import is as the answer key says.
package struct DemoFigures: Sendable, Encodable {
  /// What the key of rows was held to.
  package struct Rows: Sendable, Encodable {
    /// How many rows have the cell that the key says, or none where it says so.
    package var held = 0
    /// How many rows with a true grid and a grid are in that one, and in another one, because the department's
    /// place is not the true one.
    package var inTrueGrid = 0
    package var inOtherGrid = 0
    /// How many rows without a cell by the import have one by their address, and how many of these are not where the
    /// row truly is.
    package var byAddress = 0
    package var byAddressElsewhere = 0

    package init() {}

    private enum CodingKeys: String, CodingKey {
      case held
      case inTrueGrid = "in_true_grid"
      case inOtherGrid = "in_other_grid"
      case byAddress = "by_address"
      case byAddressElsewhere = "by_address_elsewhere"
    }
  }

  /// The answer to a question for a cluster of events.
  package struct HotSpot: Sendable, Encodable {
    package var dataset: String
    package var category: String
    package var from: String
    package var to: String
    package var level: String
    package var exposure: String
    /// Whether there is one to be found.
    package var isPlanted: Bool
    /// How many cells are hot at 95 %, and how many of these lie where it was planted.
    package var hot: Int
    package var hotThere: Int

    package init(
      dataset: String, category: String, from: String, to: String, level: String,
      exposure: String, isPlanted: Bool, hot: Int, hotThere: Int
    ) {
      (self.dataset, self.category, self.from, self.to) = (dataset, category, from, to)
      (self.level, self.exposure, self.isPlanted) = (level, exposure, isPlanted)
      (self.hot, self.hotThere) = (hot, hotThere)
    }

    private enum CodingKeys: String, CodingKey {
      case dataset, category, from, to, level, hot
      case exposure = "per"
      case isPlanted = "planted"
      case hotThere = "hot_there"
    }
  }

  /// What the register says of written addresses, of rows without a stated error.
  package struct Addresses: Sendable, Encodable {
    /// All rows that were looked up.
    package var rows: Int
    /// Those whose true address is in the register at building or finer, and of these the ones matched so.
    package var inRegister: Int
    package var matched: Int
    /// Those given what is not the true address and does not hold it, and of these the ones given a room.
    package var wrong: Int
    package var wrongRooms: Int
    /// Those given something finer than the truth.
    package var finer: Int

    package init(
      rows: Int, inRegister: Int, matched: Int, wrong: Int, wrongRooms: Int, finer: Int
    ) {
      (self.rows, self.inRegister, self.matched) = (rows, inRegister, matched)
      (self.wrong, self.wrongRooms, self.finer) = (wrong, wrongRooms, finer)
    }

    private enum CodingKeys: String, CodingKey {
      case rows, matched, wrong, finer
      case inRegister = "in_register"
      case wrongRooms = "wrong_rooms"
    }
  }

  /// The subjects of one kind, in pairs of rows.
  package struct Subjects: Sendable, Encodable {
    package var kind: String
    /// The rows that are about one and may state what identifies it; how many subjects these were found to be of,
    /// and how many they are of in truth.
    package var rows: Int
    package var found: Int
    package var truths: Int
    package var precision: Double
    package var recall: Double
    /// The subjects that have rows of several, and how many planted ones are among these.
    package var wrongMerges: Int
    package var plantedMerged: Int
    /// The same of rows that name one in passing, or without what identifies it.
    package var named: Int
    package var namedPrecision: Double
    package var namedRecall: Double
    /// The rows that are not with the largest part of their own, by data set.
    package var apart: [String: Int]

    package init(
      kind: String, rows: Int, found: Int, truths: Int, precision: Double, recall: Double,
      wrongMerges: Int, plantedMerged: Int, named: Int, namedPrecision: Double,
      namedRecall: Double, apart: [String: Int]
    ) {
      (self.kind, self.rows, self.found, self.truths) = (kind, rows, found, truths)
      (self.precision, self.recall) = (precision, recall)
      (self.wrongMerges, self.plantedMerged) = (wrongMerges, plantedMerged)
      (self.named, self.namedPrecision, self.namedRecall) = (named, namedPrecision, namedRecall)
      self.apart = apart
    }

    private enum CodingKeys: String, CodingKey {
      case kind, rows, found, precision, recall, named, apart
      case truths = "in_truth"
      case wrongMerges = "wrong_merges"
      case plantedMerged = "planted_merged"
      case namedPrecision = "named_precision"
      case namedRecall = "named_recall"
    }
  }

  package var files = 0
  /// How many more files nothing is taken of.
  package var refused = 0
  package var departments = 0
  package var cells = 0
  /// The sums over all files, by the names of an import's figures.
  package var sums: [String: Int] = [:]
  /// How many files there are of each format.
  package var formats: [String: Int] = [:]
  package var reasons: [String: Int] = [:]
  package var remarks: [String: Int] = [:]
  /// How many cells the boundaries have, by level.
  package var boundaries: [String: Int] = [:]
  /// Nil where the key of rows was not written.
  package var rows: Rows?
  package var hotSpots: [HotSpot] = []
  /// Nil where no address was looked up, or where all are sealed.
  package var addresses: Addresses?
  /// Those that were assembled, by their names.
  package var subjects: [Subjects] = []
  /// How many rows are about a person, a dwelling and so on, by the columns of the key.
  ///
  /// Of these the store was not asked, or says nothing. Empty without the key of rows.
  package var unanswered: [String: Int] = [:]
  /// The same of what was planted among people and meters.
  package var planted: [String: Int] = [:]

  package init() {}

  /// Counts no row as unanswered of what the store was asked.
  package mutating func leaveOutAnswered() {
    for kind in subjects { unanswered[kind.kind] = nil }
    if addresses != nil { unanswered["address"] = nil }
  }

  private enum CodingKeys: String, CodingKey {
    case files, refused, departments, cells, sums, formats, reasons, remarks, boundaries, rows,
      planted, addresses, subjects
    case hotSpots = "hot_spots"
    case unanswered = "not_answered"
  }
}
