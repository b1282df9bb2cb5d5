import Yams

/// What a manifest says about the posts that its rows are, and about what of them may be shown.
///
/// Read from the text that a store keeps, without the code tables that lay beside it.
package struct PostOutline: Hashable, Sendable {
  package let fields: PostFields
  /// The parts whose fields are not sensitive and have no check for something personal.
  package let open: Set<PostFields.Part>
  /// The parts of these whose fields are marked `public: true`.
  package let published: Set<PostFields.Part>

  /// Nil where the text has no block `posts`, cannot be read, or protects role or cell.
  package init?(keptText text: String) {
    guard let root = try? Yams.compose(yaml: text), let block = root["gewu"]?["posts"] else {
      return nil
    }
    var names: [PostFields.Part: String] = [:]
    for part in PostFields.Part.allCases {
      guard let node = block[part.rawValue] else { continue }
      names[part] = node.string ?? node["field"]?.string
    }
    fields = PostFields(names: names, fullTime: block["employment"]?["full"]?.string)
    let nodes = root["fields"]?.sequence ?? []
    func field(_ part: PostFields.Part) -> Node? {
      names[part].flatMap { name in nodes.first { $0["name"]?.string == name } }
    }
    open = Set(
      PostFields.Part.allCases.filter { part in
        field(part).map { !FeatureOutline.isProtected($0) } ?? false
      })
    published = open.filter { field($0)?["gewu"]?["public"]?.bool ?? false }
    guard open.isSuperset(of: [.role, .cell]) else { return nil }
  }
}
