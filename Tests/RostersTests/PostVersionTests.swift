import Testing
import Time

@testable import Rosters

/// What lists that come in after each other say of posts.
@Suite struct PostVersionTests {
  private func version(
    _ row: Int64, _ staff: String?, _ cell: String = "G1", from: String? = nil,
    until: String? = nil, batch: Int64, lastDay: String? = nil
  ) -> PostVersion {
    PostVersion(
      HeldPost(
        row: row, staff: staff, role: "01", cell: cell, from: from.flatMap { Day($0) },
        until: until.flatMap { Day($0) }),
      batch: batch, lastDay: lastDay.flatMap { Day($0) })
  }

  private func spans(_ versions: [PostVersion]) -> [String] {
    let posts = PostVersion.posts(versions)
    #expect(PostVersion.posts(versions.reversed()) == posts)
    return posts.map {
      "\($0.staff ?? "-") \($0.cell) \($0.from?.text ?? "…")/\($0.until?.text ?? "…")"
    }
  }

  @Test func `a post that is still said goes on, with the last that was said of it`() {
    #expect(
      spans([
        version(1, "A", from: "2020-01-01", batch: 1, lastDay: "2026-07-31"),
        version(2, "A", from: "2020-01-01", until: "2026-08-15", batch: 2),
      ]) == ["A G1 2020-01-01/2026-08-15"])
  }

  @Test func `who has left without a word is followed on the day of the next one`() {
    #expect(
      spans([
        version(1, "A", from: "2020-01-01", batch: 1, lastDay: "2026-07-31"),
        version(2, "B", from: "2026-07-13", batch: 2),
      ]) == ["A G1 2020-01-01/2026-07-13", "B G1 2026-07-13/…"])
  }

  @Test func `where nobody follows, the post ends with the time of the list that has it no more`() {
    #expect(
      spans([
        version(1, "A", from: "2020-01-01", batch: 1, lastDay: "2026-07-31"),
        version(2, "A", "G2", from: "2026-07-20", batch: 2),
      ]) == ["A G1 2020-01-01/2026-07-31", "A G2 2026-07-20/…"])
  }

  @Test func `the end that was said counts, whenever the post left the list`() {
    #expect(
      spans([
        version(1, "A", from: "2020-01-01", until: "2026-06-15", batch: 1, lastDay: "2026-08-31")
      ]) == ["A G1 2020-01-01/2026-06-15"])
  }

  @Test func `who leaves before the end that was said has left with the list that says so no more`()
  {
    #expect(
      spans([
        version(1, "A", from: "2020-01-01", until: "2027-01-01", batch: 1, lastDay: "2026-08-31")
      ]) == ["A G1 2020-01-01/2026-08-31"])
  }

  @Test func `without the number of a holder only what is still said counts`() {
    #expect(
      spans([
        version(1, nil, batch: 1, lastDay: "2026-07-31"), version(2, nil, batch: 2),
        version(3, nil, batch: 2),
      ]) == ["- G1 …/…", "- G1 …/…"])
  }
}
