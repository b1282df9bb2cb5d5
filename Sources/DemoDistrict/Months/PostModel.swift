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
    var net: String
    var cell: String
    /// Whether it is said that it is not the holder's work.
    var isPartTime: Bool
    var from: Day?
    var until: Day?
    /// The month of the file that first no longer has it; nil while it is in the list.
    var left: Int?
  }

  /// How a net is to be staffed.
  private struct Norm {
    var name: String
    var net: String
    /// The codes of the roles, in their order.
    var roles: [String]
    /// How many have each role in a cell.
    var number: Int
    /// Whether it has to be their work.
    var isFullTime: Bool
  }

  /// 一长四员 in the base net, 一格两员 in the professional one.
  private static let norms = [
    Norm(
      name: "pukou", net: "base", roles: ["01", "05", "06", "07", "08"], number: 1,
      isFullTime: false),
    Norm(name: "wujiang", net: "professional", roles: ["04"], number: 2, isFullTime: true),
  ]

  private let fields:
    (staff: Int, role: Int, net: Int, cell: Int, employment: Int, from: Int, until: Int)
  /// The codes of roles and of nets by their labels.
  private let codes: (role: [String: String], net: [String: String])
  private let fullTime: String?
  private var current: [UInt64: Post] = [:]
  private var past: [Post] = []

  /// Nil where the rows are no posts.
  init?(_ manifest: Manifest) {
    guard let posts = manifest.posts else { return nil }
    let names = posts.names
    func place(_ part: PostFields.Part) -> Int? {
      names[part].flatMap { name in manifest.fields.firstIndex { $0.name == name } }
    }
    guard let staff = place(.staff), let role = place(.role), let net = place(.net),
      let cell = place(.cell), let employment = place(.employment), let from = place(.from),
      let until = place(.until)
    else { return nil }
    fields = (staff, role, net, cell, employment, from, until)
    let meanings = { (field: Int) in manifest.fields[field].codeTable?.meanings ?? [:] }
    codes = (meanings(role), meanings(net))
    fullTime = posts.fullTime
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
    var post = Post(
      staff: kept[fields.staff], role: codes.role[role] ?? role, net: "base", cell: cell,
      isPartTime: false)
    if case .text(let net) = kept[fields.net] { post.net = codes.net[net] ?? net }
    if case .text(let text) = kept[fields.employment] { post.isPartTime = text != fullTime }
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

  /// What must be found in each net after the files of a month.
  ///
  /// - Parameter cells: the codes of the grids of a net, by its name.
  func keys(month: Int, lag: Int, cells: [String: [String]]) -> [RosterKey] {
    let day = TruthCalendar.day(ofMonth: month).adding(days: -lag)
    var posts = Dictionary(grouping: Array(current.values)) { [$0.net, $0.cell, $0.role] }
    // Of what was said of one post at several times the last counts.
    for post in past.reversed()
    where !(posts[[post.net, post.cell, post.role]] ?? []).contains(where: post.isSame) {
      posts[[post.net, post.cell, post.role], default: []].append(post)
    }
    return Self.norms.map { norm in
      let cells = (cells[norm.net] ?? []).sorted()
      var key = RosterKey(
        norm: norm.name, net: norm.net, at: day.text,
        posts: cells.count * norm.roles.count * norm.number, filled: 0, findings: [])
      for cell in cells {
        for role in norm.roles {
          Self.check(posts[[norm.net, cell, role]] ?? [], cell, role, norm, on: day, &key)
        }
      }
      let known = Set(cells)
      for (place, all) in posts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
      where place[0] == norm.net && !known.contains(place[1]) {
        let held = Self.held(of: all, on: day).count
        guard held > 0 else { continue }
        key.findings.append(
          RosterKey.Finding(
            kind: "unknown_cell", cell: place[1], role: place[2], held: held, since: nil))
      }
      return key
    }
  }

  /// Adds what is wrong with the posts of one role in a cell.
  private static func check(
    _ all: [Post], _ cell: String, _ role: String, _ norm: Norm, on day: Day, _ key: inout RosterKey
  ) {
    func add(_ kind: String, _ held: Int, since: Day? = nil) {
      key.findings.append(
        RosterKey.Finding(kind: kind, cell: cell, role: role, held: held, since: since?.text))
    }
    let held = held(of: all, on: day)
    key.filled += min(held.count, norm.number)
    if held.count < norm.number {
      let since = all.compactMap { end(of: $0, among: all) }.filter { $0 <= day }.max()
      add(since == nil ? "vacant" : "expired", held.count, since: since)
    }
    if held.count > norm.number {
      add(norm.number == 1 ? "held_twice" : "too_many", held.count)
    }
    let others = held.count(where: \.isPartTime)
    if norm.isFullTime, others > 0 { add("other_employment", others) }
  }

  /// Those that are held on a day.
  private static func held(of all: [Post], on day: Day) -> [Post] {
    all.filter { post in
      post.from.map { $0 <= day } ?? true && end(of: post, among: all).map { day < $0 } ?? true
    }
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
