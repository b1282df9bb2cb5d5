/// The reference system of a layer as the table of them in a GeoPackage has it.
struct NamedSystem: Sendable, Equatable {
  /// `EPSG:n`, or a definition.
  let name: String
  /// What the table says beside the code; nil where that is the name, or nothing.
  let definition: String?

  /// Makes a name.
  ///
  /// A definition that says by itself how the datum comes to WGS 84 counts more than the code.
  ///
  /// - Parameters:
  ///   - code: the number of EPSG.
  ///   - definitions: those of the columns `definition` and `definition_12_063`. GDAL writes `undefined` into
  ///     the first where the text of the first edition cannot say it (a height besides the ground, for
  ///     instance), and the second is the better one where there are both.
  /// - Returns: nil where nothing is known.
  init?(code: Int?, definitions: [String]) {
    let known = definitions.filter { text in
      let word = text.filter { !$0.isWhitespace }.lowercased()
      return !word.isEmpty && word != "undefined"
    }
    let best = known.first(where: ProjectionText.hasShift) ?? known.last
    let isCodeEnough = best.map { !ProjectionText.hasShift($0) } ?? true
    if let code, isCodeEnough {
      (name, definition) = ("EPSG:\(code)", best)
    } else if let best {
      (name, definition) = (best, nil)
    } else {
      return nil
    }
  }
}
