/// A statistic that says of each cell whether the values around it are out of the ordinary.
///
/// A new one is a type that conforms, and a case of ``HotSpotMethod`` that makes it.
public protocol LocalStatistic: Sendable {
  /// The statistic of every cell, in the order of `values`.
  ///
  /// A value that is not finite is missing: its cell has the status `missing` and counts nowhere.
  /// Draws are keyed by the cells' keys alone, so that neither the order of the cells nor the number
  /// of threads changes the result.
  ///
  /// - Parameters:
  ///   - keys: name the cells for the draws, and must differ; a cell's index where nil.
  ///   - isCancelled: asked before each cell, on any thread, whether to give up.
  /// - Throws: `CancellationError` where `isCancelled` said so.
  func statistics(
    of values: [Double], weights: SpatialWeights, keys: [UInt64]?,
    isCancelled: @Sendable () -> Bool
  ) throws(CancellationError) -> [CellStatistic]
}
