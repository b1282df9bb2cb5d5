import Gewu
import Hummingbird

/// The forms of a batch, named by their media type.
enum BatchForm: String, CaseIterable, Sendable {
  case json = "application/json"
  case csv = "text/csv"
  case lines = "application/x-ndjson"
  case numbers = "application/octet-stream"

  /// The form that the request says its body has.
  init(_ request: Request) throws {
    guard let form = request.mediaType.flatMap(BatchForm.init(rawValue:)) else {
      throw Problem.unsupportedMediaType(known: BatchForm.allCases.map(\.rawValue))
    }
    self = form
  }

  /// Whether an answer has room for several nets.
  var takesNets: Bool { self != .numbers }

  /// Begins to answer a body of this form in the same form and order.
  ///
  /// - Parameter others: the nets that answer too, where the form ``takesNets``.
  func stream(
    _ locator: PointLocator, beside others: [NetLocator] = [], longitude: String? = nil,
    latitude: String? = nil, givesCodes: Bool = true
  ) -> any BatchStream {
    switch self {
    case .json: PositionArrayStream(PositionAnswers(locator, beside: others))
    case .lines:
      PositionLinesStream(
        PositionAnswers(locator, beside: others),
        fields: PositionFields(longitude: longitude, latitude: latitude))
    case .csv:
      LocateTableStream(
        LocateTable(locator, beside: others, longitude: longitude, latitude: latitude))
    case .numbers: PositionNumbersStream(locator, givesCodes: givesCodes)
    }
  }
}
