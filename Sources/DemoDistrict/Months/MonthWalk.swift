import Datasets
import DemoTruth
import Tabular

/// The files of one data set month after month, and what becomes of their rows.
///
/// What a file of a month comes to depends on what the store has from those before it, so every month is
/// gone through, also those of which no file is wanted. Most rows come again as they were; what the truth
/// says otherwise is renewed, some rows have a fault now in a field that is not of their key (what the
/// store has of them stays), and what has left is not in the list any more. Of the rows that were refused
/// two in three come repaired. A list of changes has only what is new, changed or repaired.
struct MonthWalk {
  let maker: FileMaker
  /// How many rows there are up to each month.
  let counts: [Int]
  private var store: StoreModel
  /// The posts that the store knows of, where the rows are posts.
  private var posts: PostModel?
  var rows: [RowState]
  /// The marks of the files that the store has taken: the same lines again are the same bytes.
  private var marks: Set<UInt64> = []
  /// The row that comes with a fault this month in any case.
  var alwaysFaulty: Int?

  var plan: FilePlan { maker.plan }
  var manifest: Manifest { maker.plan.manifest }

  init(_ maker: FileMaker, months: Int) {
    self.maker = maker
    counts = (1...months).map { maker.view.count(through: $0) }
    store = StoreModel(maker.plan.manifest)
    posts = PostModel(maker.plan.manifest)
    rows = Array(repeating: RowState(), count: counts.last ?? 0)
  }

  /// How the lines of one file are to be made.
  struct Task {
    var month: Int
    /// The name of the file.
    var file: String
    /// Two columns that are exchanged in a stretch of rows.
    var exchange: ColumnExchange.Stretch?
    /// After how many lines the file breaks off, in the middle of one more.
    var cut: Int?
  }

  /// What became of a file.
  enum Result {
    case taken(FileKey)
    case refused(RefusedFile)
    /// The office had nothing to send.
    case none

    var isTaken: Bool { if case .taken = self { true } else { false } }
  }

  /// Makes the lines of a file and says what becomes of them.
  ///
  /// - Parameter output: takes the lines; nil where the file is not wanted.
  mutating func send(_ task: Task, to output: FileOutput?) throws -> Result {
    let before = (store, rows)
    let postsBefore = posts
    alwaysFaulty = task.month > 1 ? alwaysFaulty(in: task.month) : nil
    var key = newKey(task.file)
    var mark = UInt64(maker.layout.namesMonth ? task.month : 0)
    store.begin()
    for number in 0..<counts[task.month - 1] {
      guard
        var row = next(number, task, read: key.read, refused: key.quarantined, output != nil)
      else { continue }
      if let cut = task.cut, key.read >= cut, row.line.outcome.isPlain {
        takeHalf(of: row, &key)
        try output?.writeHalf(row)
        break
      }
      row.fate = store.take(row.line, &key)
      posts?.take(row.line, row.fate, month: task.month)
      key.origins += row.origins
      mark = mark &* 0x100_0000_01B3 ^ row.line.mark
      try output?.write(row)
    }
    if key.read == 0, var row = again(task.month, output != nil) {
      // A list without rows is none: an office that has nothing new sends something again.
      row.fate = store.take(row.line, &key)
      key.origins += row.origins
      mark = row.line.mark
      try output?.write(row)
    }
    guard key.read > 0 else { return .none }
    try output?.finish(rows: key.read)
    var code = store.finish(&key)
    if task.cut == nil, !marks.insert(mark).inserted { code = .alreadyImported }
    if task.cut != nil { rows = before.1 }
    guard let code else {
      posts?.finish(month: task.month, isCurrent: store.isCurrent)
      return .taken(key)
    }
    (store, rows) = before
    posts = postsBefore
    return .refused(RefusedFile(task.file, dataset: manifest.dataset, code))
  }

  /// How many lines a month's file will have.
  func lines(_ task: Task) throws -> Int {
    var walk = self
    guard case .taken(let key) = try walk.send(task, to: nil) else { return 0 }
    return key.read
  }

  /// What the posts of each net differ in from its norm after the files of a month; none where the rows are
  /// no posts.
  func rosterKeys(month: Int) -> [RosterKey] {
    let ground = maker.view.shared.ground
    let cells = [
      "base": ground.grids.map(\.code), "professional": ground.professional.units.map(\.code),
    ]
    return posts?.keys(month: month, lag: maker.view.lag, cells: cells) ?? []
  }

  /// The key of a file before its first row.
  private func newKey(_ file: String) -> FileKey {
    var key = FileKey(file: file, dataset: manifest.dataset, format: plan.form.name)
    key.enabled = manifest.isEnabled
    if maker.faults.maker.isOfWholeUnits { key.cells = nil }
    return key
  }

  /// A line that ends in its middle: refused, and nobody can say which row it is.
  private mutating func takeHalf(of row: WrittenRow, _ key: inout FileKey) {
    var line = row.line
    line.outcome = RowOutcome(reasons: ["fields-missing"])
    line.partition = nil
    if line.key != .none { line.key = .unreadable }
    store.take(line, &key)
    // Nobody can say where it breaks off: none of it counts as the truth.
    key.origins.faults += manifest.fields.count
  }

  /// A row that the store has, without anything about it, as it was.
  private mutating func again(_ month: Int, _ writes: Bool) -> WrittenRow? {
    guard manifest.load != .append else { return nil }
    let number = rows.indices.prefix(counts[month - 1]).first { number in
      rows[number].sent == .good
        && maker.faults.outcome(of: maker.faults.maker.row(number, month: month)).remarks.isEmpty
    }
    guard let number else { return nil }
    return good(number, maker.faults.maker.row(number, month: month), writes)
  }
}
