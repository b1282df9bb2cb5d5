import Gewu

/// What a caller of the service can do about an error of a use case, in the service's terms: a route,
/// a parameter.
package enum ServiceHints {
  /// What to do; nil where the error's own sentence says all.
  package static func hint(for error: any Error) -> Wording? {
    switch error {
    case IndexFault.noLevel: Wording("see /v1/levels", "请查看 /v1/levels")
    case IndexFault.noCell: Wording("see /v1/grids", "请查看 /v1/grids")
    case IndexFault.ambiguousCode: Wording("the parameter is level", "对应的参数是 level")
    case DatasetFault.noDataset: Wording("see /v1/datasets", "请查看 /v1/datasets")
    case FeatureFault.noShapes(_, hasPositions: true):
      Wording("/v1/places has the positions of its rows", "其各行的位置请用 /v1/places 查询")
    default: nil
    }
  }
}
