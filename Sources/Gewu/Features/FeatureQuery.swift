/// Which lines and areas of a data set to draw.
package struct FeatureQuery: Sendable {
  /// The most rows that one answer holds.
  package static let largestLimit = 20_000
  /// The greatest distance, in metres, that positions may be left out for.
  package static let largestTolerance = 10_000

  package var dataset: String
  /// Only rows whose shape has a box that meets this window.
  package var window: MapWindow
  /// Only rows whose number is greater: what an answer that was cut gives as ``FeatureSelection/next``.
  package var after: Int64
  /// At most so many rows.
  package var limit: Int
  /// How far a line may be from its place so that positions can be left out, in metres; 0 for none.
  package var tolerance: Int

  /// Asks for the lines and areas in a window.
  package init(
    dataset: String, within window: MapWindow, after: Int64 = 0, limit: Int = largestLimit,
    tolerance: Int = 0
  ) {
    self.dataset = dataset
    self.window = window
    self.after = after
    self.limit = limit
    self.tolerance = tolerance
  }
}
