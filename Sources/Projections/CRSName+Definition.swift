package import Geometry

extension CRSName {
  /// The system that a file names, or, where PROJ does not know the number, what the file says of it:
  /// programs have numbers of their own (100001), and some are newer than this PROJ.
  ///
  /// - Throws: `GeometryError.unknownCRS` where the name is none.
  package init(_ name: String, ifUnknown definition: String?) throws(GeometryError) {
    let named = try CRSName(name)
    if case .epsg = named, let definition, !named.isKnown,
      let other = try? CRSName(definition), other.isKnown
    {
      self = other
    } else {
      self = named
    }
  }

  /// Whether PROJ knows it as a system of positions on the ground.
  private var isKnown: Bool {
    do {
      let context = try ProjContext()
      _ = try ProjSystem(self, in: context)
      return true
    } catch {
      return false
    }
  }
}
