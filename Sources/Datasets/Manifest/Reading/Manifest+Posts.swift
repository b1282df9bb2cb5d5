extension Manifest {
  /// Reads which fields say who holds which post.
  func readPosts(_ node: ManifestNode) throws -> PostFields {
    let members = try node.members(known: PostFields.Part.allCases.map(\.rawValue))
    var fields = PostFields(names: [:])
    for part in PostFields.Part.allCases {
      guard let member = members[part.rawValue] else { continue }
      let name: String
      if part == .employment {
        let parts = try member.members(known: ["field", "full"])
        guard let field = parts["field"], let full = parts["full"] else {
          throw member.fail(.needs(["field", "full"]))
        }
        name = try one(field)
        fields.fullTime = try full.name()
      } else {
        name = try one(member)
      }
      if part == .from || part == .until, let type = field(name)?.type, type != .date {
        throw member.fail(.notADate(field: name, type: type))
      }
      fields.names[part] = name
    }
    guard fields.names[.role] != nil, fields.names[.cell] != nil else {
      throw node.fail(.needs([PostFields.Part.role.rawValue, PostFields.Part.cell.rawValue]))
    }
    return fields
  }
}
