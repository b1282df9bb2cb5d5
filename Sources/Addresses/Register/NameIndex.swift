/// The names of a register by their folded form, whatever their kind: for what is not found as it is
/// written.
struct NameIndex: Sendable {
  private var atoms: [[UInt8]: [UInt32]] = [:]
  let variants: NameVariants

  init(_ register: AddressRegister, variants: NameVariants) {
    self.variants = variants
    for atom in 0..<register.atoms.count {
      guard let kind = ElementKind(rawValue: register.atoms.kind(atom)), kind.isName else {
        continue
      }
      let folded = variants.fold(Array(register.atoms.key(atom)))
      atoms[folded, default: []].append(UInt32(truncatingIfNeeded: atom))
    }
  }

  /// The atoms that are a name in another kind or spelling, ascending.
  func atoms(like key: [UInt8]) -> [UInt32] { atoms[variants.fold(key)] ?? [] }
}
