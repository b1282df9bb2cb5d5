import CProj
import Geometry

/// Chooses how positions come from one datum to another: the one rule for all of the program.
///
/// One side is always WGS 84 in degrees, as PROJ's registry of published transformations is complete
/// only for ways from and to it. A ballpark, which is what PROJ does where it knows nothing, is not
/// taken unless somebody has said how far off that may be.
struct DatumChange {
  let source: CRSName
  let target: CRSName
  /// Which of the two is WGS 84 in degrees.
  let degrees: ProjOperation.Side
  /// Where the positions are; nil where nobody knows.
  let area: DegreeArea?
  /// How far off positions may be where no transformation is published, in metres, or what the
  /// giver says of parameters of their own; nil where that was not said.
  let stated: Double?
  /// Whether any way will do, because only lengths or a map are made of the positions.
  let isApproximate: Bool

  /// The operations that hold where the positions are.
  ///
  /// | what is known | what is taken |
  /// |---|---|
  /// | operations whose area takes in all of the positions' | the most accurate of them, for all positions |
  /// | operations for parts of it, or the area is not known | for each position the most accurate |
  /// | none, or only for other areas | the ballpark, where that was accepted; else an error |
  ///
  /// - Throws: `CoordinateTransformError`.
  func operation() throws -> ProjOperation {
    let context = try ProjContext()
    let (known, ballpark) = try candidates(in: context)
    let ranked = known.enumerated().sorted {
      let (a, b) = ($0.element.accuracy ?? .infinity, $1.element.accuracy ?? .infinity)
      return a == b ? $0.offset < $1.offset : a < b
    }.map(\.element)
    let accepted = stated ?? (isApproximate ? .infinity : nil)
    var (chosen, fallback, side): ([ProjOperation.Part], ProjOperation.Part?, _) =
      ([], nil, Optional(degrees))
    let rough = (ballpark ?? known.first).map {
      ProjOperation.Part(operation: $0.operation, accuracy: stated, area: nil)
    }
    if let whole = ranked.first(where: { part in
      guard let own = part.area else { return true }
      return area.map(own.contains) ?? false
    }) {
      (chosen, side) = ([whole], nil)
    } else {
      chosen = ranked.filter { part in area.map { part.area?.intersects($0) ?? true } ?? true }
      if accepted != nil { fallback = rough }
      // Part of an area by one operation and the rest by a ballpark would tear it.
      if area != nil, stated != nil, let rough { (chosen, fallback, side) = ([rough], nil, nil) }
      if chosen.isEmpty, let only = fallback { (chosen, fallback, side) = ([only], nil, nil) }
    }
    let kept = Set((chosen + [fallback].compactMap(\.self)).map(\.operation))
    for part in known + [ballpark].compactMap(\.self) where !kept.contains(part.operation) {
      proj_destroy(part.operation)
    }
    guard !chosen.isEmpty else {
      throw CoordinateTransformError.unknownAccuracy(
        from: source, to: target, hasOthers: !known.isEmpty)
    }
    return ProjOperation(context, parts: chosen, degrees: side, fallback: fallback)
  }

  /// The operations that PROJ knows and has the grids of, in its own order, and its ballpark.
  private func candidates(
    in context: borrowing ProjContext
  ) throws -> (known: [ProjOperation.Part], ballpark: ProjOperation.Part?) {
    let from = try ProjSystem(source, in: context)
    let to = try ProjSystem(target, in: context)
    let options = proj_create_operation_factory_context(context.pointer, nil)
    defer { proj_operation_factory_context_destroy(options) }
    proj_operation_factory_context_set_spatial_criterion(
      context.pointer, options, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION)
    proj_operation_factory_context_set_grid_availability_use(
      context.pointer, options, PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID)
    let list = proj_create_operations(context.pointer, from.pointer, to.pointer, options)
    defer { proj_list_destroy(list) }
    var known: [ProjOperation.Part] = []
    var ballpark: ProjOperation.Part?
    var missing: String?
    for index in 0..<(list == nil ? 0 : proj_list_get_count(list)) {
      guard let plain = proj_list_get(context.pointer, list, index) else { continue }
      defer { proj_destroy(plain) }
      guard proj_coordoperation_is_instantiable(context.pointer, plain) != 0 else {
        missing = missing ?? Self.missingGrid(of: plain, in: context)
        continue
      }
      guard let operation = proj_normalize_for_visualization(context.pointer, plain) else {
        continue
      }
      let isBallpark = proj_coordoperation_has_ballpark_transformation(context.pointer, plain) != 0
      let metres = proj_coordoperation_get_accuracy(context.pointer, plain)
      let part = ProjOperation.Part(
        operation: operation, accuracy: isBallpark ? stated : metres >= 0 ? metres : stated,
        area: isBallpark ? nil : Self.area(of: plain, in: context))
      guard isBallpark else {
        known.append(part)
        continue
      }
      if ballpark == nil { ballpark = part } else { proj_destroy(operation) }
    }
    if known.isEmpty, let missing {
      if let ballpark { proj_destroy(ballpark.operation) }
      throw CoordinateTransformError.noGrid(missing, source == .wgs84 ? target : source)
    }
    guard !known.isEmpty || ballpark != nil else {
      throw CoordinateTransformError.noOperation(
        from: source, to: target, context.reason)
    }
    return (known, ballpark)
  }

  /// Where an operation holds; nil where it says nothing of that.
  private static func area(
    of operation: OpaquePointer, in context: borrowing ProjContext
  ) -> DegreeArea? {
    var (west, south, east, north) = (0.0, 0.0, 0.0, 0.0)
    guard
      proj_get_area_of_use(
        context.pointer, operation, &west, &south, &east, &north, nil) != 0,
      west > -1_000, south < north
    else { return nil }
    if west <= -180, east >= 180, south <= -90, north >= 90 { return nil }
    return DegreeArea(west: west, south: south, east: east, north: north)
  }

  /// The name of the first grid of an operation that is not there.
  private static func missingGrid(
    of operation: OpaquePointer, in context: borrowing ProjContext
  ) -> String? {
    for index in 0..<proj_coordoperation_get_grid_used_count(context.pointer, operation) {
      var (name, isThere): (UnsafePointer<CChar>?, Int32) = (nil, 0)
      guard
        proj_coordoperation_get_grid_used(
          context.pointer, operation, index, &name, nil, nil, nil, nil, nil, &isThere) != 0,
        isThere == 0, let name
      else { continue }
      return String(cString: name)
    }
    return nil
  }
}
