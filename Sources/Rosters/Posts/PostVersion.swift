package import Time

/// What one of the lists that came in after each other said of a post.
package struct PostVersion: Sendable, Equatable {
  package var post: HeldPost
  /// Which list; later ones have greater numbers.
  package var batch: Int64
  /// The last day of the time that the first list is about which no longer says so; nil while it is
  /// said.
  package var lastDay: Day?

  package init(_ post: HeldPost, batch: Int64, lastDay: Day? = nil) {
    (self.post, self.batch, self.lastDay) = (post, batch, lastDay)
  }

  /// The posts that lists have said one after the other, each with the last that was said of it: who is in
  /// no list any more is known for the time before.
  ///
  /// A post is one by its holder, role, cell and first day; without the number of a holder only what
  /// is still said counts. Where a list no longer has a post that by what was said goes on, it ends when the
  /// next one of the role in the cell begins, and else with the time of that list.
  package static func posts(_ versions: [PostVersion]) -> [HeldPost] {
    struct Tenure: Hashable {
      var staff: String
      var role: String
      var net: String
      var cell: String
      var from: Day?
    }
    var last: [Tenure: PostVersion] = [:]
    var posts: [HeldPost] = []
    for version in versions {
      let post = version.post
      guard let staff = post.staff else {
        if version.lastDay == nil { posts.append(post) }
        continue
      }
      let tenure = Tenure(
        staff: staff, role: post.role, net: post.net, cell: post.cell, from: post.from)
      if let known = last[tenure], known.isLater(than: version) { continue }
      last[tenure] = version
    }
    var starts: [[String]: [Day]] = [:]
    for post in posts + last.values.map(\.post) {
      guard let from = post.from else { continue }
      starts[[post.net, post.cell, post.role], default: []].append(from)
    }
    for version in last.values {
      var post = version.post
      if let lastDay = version.lastDay, post.until.map({ lastDay < $0 }) ?? true {
        let next = (starts[[post.net, post.cell, post.role]] ?? []).filter {
          $0 <= lastDay && post.from.map($0.isAfter) ?? true
        }.min()
        post.until = next ?? lastDay
      }
      posts.append(post)
    }
    return posts.sorted { $0.row < $1.row }
  }

  private func isLater(than other: PostVersion) -> Bool {
    (batch, post.row) > (other.batch, other.post.row)
  }
}

extension Day {
  fileprivate func isAfter(_ other: Day) -> Bool { other < self }
}
