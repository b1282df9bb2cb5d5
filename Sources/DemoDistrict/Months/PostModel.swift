import Datasets
import DemoTruth
import Time

/// The posts that the store knows of after each file, by what it keeps of each line.
///
/// It asks nothing of what looks for findings: it goes through all posts of each grid and role.
struct PostModel {
  fileprivate struct Post {
    var staff: DemoValue
    var role: String
    var cell: String
    var from: Day?
    var until: Day?
    /// The month of the file that first no longer has it; nil while it is in the list.
    var left: Int?
  }

  /// The roles of 一长四员, in their order.
  private static let roles = ["01", "05", "06", "07", "08"]

  private let fields: (staff: Int, role: Int, cell: Int, from: Int, until: Int)
  private let codes: [String: String]
  private var current: [UInt64: Post] = [:]
  private var past: [Post] = []

  /// Nil where the rows are no posts.
  init?(_ manifest: Manifest) {
    guard let names = manifest.posts?.names else { return nil }
    func place(_ part: PostFields.Part) -> Int? {
      names[part].flatMap { name in manifest.fields.firstIndex { $0.name == name } }
    }
    guard let staff = place(.staff), let role = place(.role), let cell = place(.cell),
      let from = place(.from), let until = place(.until)
    else { return nil }
    fields = (staff, role, cell, from, until)
    codes = manifest.fields[role].codeTable?.meanings ?? [:]
  }

  mutating func take(_ line: SentLine, _ fate: RowFate, month: Int) {
    guard case .of(let key) = line.key, let kept = line.kept else { return }
    switch fate {
    case .inserted, .updated, .replaces, .restores: break
    case .unchanged, .duplicate, .quarantined, .blank: return
    }
    guard case .text(let role) = kept[fields.role], case .text(let cell) = kept[fields.cell] else {
      return
    }
    leave(key, month)
    var post = Post(staff: kept[fields.staff], role: codes[role] ?? role, cell: cell)
    if case .date(let day) = kept[fields.from] { post.from = day }
    if case .date(let day) = kept[fields.until] { post.until = day }
    current[key] = post
  }

  private mutating func leave(_ key: UInt64, _ month: Int) {
    guard var post = current.removeValue(forKey: key) else { return }
    post.left = month
    past.append(post)
  }

  /// After the last line of a file that is taken.
  mutating func finish(month: Int, isCurrent: (UInt64) -> Bool) {
    for key in current.keys where !isCurrent(key) { leave(key, month) }
  }

  /// What must be found after the files of a month.
  func key(month: Int, lag: Int, grids: [String]) -> RosterKey {
    let day = TruthCalendar.day(ofMonth: month).adding(days: -lag)
    var posts = Dictionary(grouping: Array(current.values)) { [$0.cell, $0.role] }
    // Of what was said of one post at several times the last counts.
    for post in past.reversed()
    where !(posts[[post.cell, post.role]] ?? []).contains(where: post.isSame) {
      posts[[post.cell, post.role], default: []].append(post)
    }
    var key = RosterKey(
      norm: "pukou", net: "base", at: day.text, posts: grids.count * Self.roles.count, filled: 0,
      findings: [])
    for grid in grids.sorted() {
      for role in Self.roles {
        let all = posts[[grid, role]] ?? []
        let spans = all.map { ($0.from, Self.end(of: $0, among: all)) }
        let held = spans.count { from, end in
          from.map { $0 <= day } ?? true && end.map { day < $0 } ?? true
        }
        key.filled += min(held, 1)
        guard held != 1 else { continue }
        let since = held > 0 ? nil : spans.compactMap(\.1).filter { $0 <= day }.max()
        key.findings.append(
          RosterKey.Finding(
            kind: held > 1 ? "held_twice" : since == nil ? "vacant" : "expired", cell: grid,
            role: role, held: held, since: since?.text))
      }
    }
    return key
  }

  /// The day from which a post is over: as it was said; of one that has left the list without a word
  /// when the next one begins, else the last day of the month of that list.
  private static func end(of post: Post, among all: [Post]) -> Day? {
    guard let left = post.left else { return post.until }
    let last = TruthCalendar.day(ofMonth: left)
    if let until = post.until, until <= last { return until }
    let next = all.compactMap(\.from).filter { from in
      from <= last && post.from.map { $0 < from } ?? true
    }
    return next.min() ?? last
  }
}

extension PostModel.Post {
  /// Whether two lists say it of the same person and time.
  fileprivate func isSame(_ other: PostModel.Post) -> Bool {
    staff == other.staff && from == other.from
  }
}
