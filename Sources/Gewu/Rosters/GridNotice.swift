package import Rosters

/// What is put up in public in a grid: its posts, the numbers of its offices, and a code that opens the page
/// for reports.
///
/// Of each post only what the manifest marks public.
package struct GridNotice: Sendable, Equatable {
  /// A cell of the path with its posts.
  package struct Part: Sendable, Equatable {
    package var cell: LocateAnswer.Step
    package var posts: [Post]
  }

  package struct Post: Sendable, Equatable {
    package var answer: PostAnswer
    package var duties: String?
    package var dutiesChinese: String?
  }

  package var net: String
  /// The day, `YYYY-MM-DD`.
  package var at: String
  /// The cell and those above it that have posts, the cell first.
  package var parts: [Part]
  /// From the top level down to the cell.
  package var path: [LocateAnswer.Step]
  /// The numbers of the offices, each once.
  package var offices: [String]
  /// The address that the code opens.
  package var address: String
  package var code: QRCode
}
