/// A fault and the field it is in, by its place in the manifest; -1 where it is of the whole row.
struct Fault: Hashable {
  var kind: FaultKind
  var field: Int

  init(_ kind: FaultKind, _ field: Int = -1) {
    (self.kind, self.field) = (kind, field)
  }
}
