import Tabular
import Time

extension Report {
  /// The report as JSON, byte for byte what an encoder makes of it with its keys in order.
  package var json: [UInt8] {
    get throws {
      var writer = JSONObjectWriter()
      writer.append(
        "attachments",
        json: try attachments.isEmpty ? Array("[]".utf8) : JSONText.bytes(of: attachments))
      writer.append("category", category)
      writer.append("channel", channel)
      writer.append("description", description)
      writer.append("external_id", externalID)
      writer.append("generation", generation)
      writer.append("given", json: given?.json)
      writer.append("grid", json: grid?.json)
      writer.append("latitude", latitude)
      writer.append("longitude", longitude)
      writer.append("receipt", receipt)
      writer.append("received_at", receivedAt.text)
      writer.append("reported_at", reportedAt)
      writer.append("sealed", isSealed)
      writer.append("status", status.rawValue)
      return writer.closed()
    }
  }
}

extension Report.Given {
  fileprivate var json: [UInt8] {
    var writer = JSONObjectWriter()
    writer.append("crs", crs)
    writer.append("latitude", latitude)
    writer.append("longitude", longitude)
    return writer.closed()
  }
}

extension LocateAnswer.Cell {
  /// With a name that is missing as `null`, as everywhere.
  fileprivate var json: [UInt8] {
    var writer = JSONObjectWriter()
    writer.append("code", code)
    writer.append("name", name)
    if name == nil { writer.append("name", json: Array("null".utf8)) }
    return writer.closed()
  }
}
