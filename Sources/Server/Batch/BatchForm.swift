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

  /// Begins to answer a body of this form in the same form and order.
  func stream(
    _ locator: PointLocator, longitude: String? = nil, latitude: String? = nil,
    givesCodes: Bool = true
  ) -> any BatchStream {
    switch self {
    case .json: PositionArrayStream(locator)
    case .lines:
      PositionLinesStream(locator, fields: PositionFields(longitude: longitude, latitude: latitude))
    case .csv: LocateTableStream(LocateTable(locator, longitude: longitude, latitude: latitude))
    case .numbers: PositionNumbersStream(locator, givesCodes: givesCodes)
    }
  }
}
