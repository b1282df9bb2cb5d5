import Gewu
import Hummingbird

/// The forms of a batch, named by their media type.
enum BatchForm: String, CaseIterable, Sendable {
  case json = "application/json"
  case csv = "text/csv"
  case lines = "application/x-ndjson"

  /// The form that the request says its body has.
  init(_ request: Request) throws {
    guard let form = request.mediaType.flatMap(BatchForm.init(rawValue:)) else {
      throw Problem.unsupportedMediaType(known: BatchForm.allCases.map(\.rawValue))
    }
    self = form
  }

  /// Answers a body of this form in the same form and order.
  func answer(
    _ body: [UInt8], fields: PositionFields, find: PositionFinder
  ) throws -> [UInt8] {
    do {
      return switch self {
      case .json: try BatchReader.json(body, find: find)
      case .lines: try BatchReader.lines(body, fields: fields, find: find)
      case .csv: try CSVBatch.answer(body, fields: fields, find: find)
      }
    } catch let error as JSONCursor.Malformed {
      throw Problem.malformedJSON(at: error.offset, expected: self)
    } catch let error as CSVBatch.Fault {
      throw Problem(error)
    }
  }
}
