import Datasets
import Warehouse

/// A data set whose lines and areas may be drawn.
package struct FeatureSource: Sendable {
  /// From this level of sensitivity on single rows are not shown.
  static let withheldLevel = 3

  let dataset: DatasetEntry
  let fields: [FeatureOutline.Field]
  /// A name for its current rows; another one after every batch that changes them.
  package let edition: String
}

extension District {
  /// A data set whose lines and areas are asked for.
  ///
  /// - Throws: ``DatasetFault`` where there is none of the name, ``FeatureFault`` where it has neither
  ///   lines nor areas, or is too sensitive.
  package func featureSource(of name: String) throws -> FeatureSource {
    try store.read { session in
      let dataset = try Self.dataset(name, session: session)
      let outline = try session.featureOutline(of: dataset)
      guard outline.hasShapes else {
        throw FeatureFault.noShapes(name, hasPositions: outline.hasPositions)
      }
      guard let level = outline.level, level < FeatureSource.withheldLevel else {
        throw FeatureFault.withheld(name, level: outline.level)
      }
      return FeatureSource(
        dataset: dataset, fields: outline.fields, edition: try session.edition(of: dataset))
    }
  }
}
