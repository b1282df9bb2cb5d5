import HTTPTypes

extension HTTPField.Name {
  /// The sender's name for an order, so that sending it again does not repeat it.
  static let idempotencyKey = HTTPField.Name(uncheckedName: "Idempotency-Key")

  /// The generation of boundaries that a batch was answered from.
  static let gewuGeneration = HTTPField.Name(uncheckedName: "Gewu-Generation")
  /// The generations of the other nets that answered, `name=number` with commas between them; names
  /// are percent-encoded (RFC 3986).
  static let gewuNetGenerations = HTTPField.Name(uncheckedName: "Gewu-Net-Generations")
}

extension HTTPField.Name {
  /// A name that is known to be well formed, being written here.
  fileprivate init(uncheckedName name: StaticString) {
    guard let parsed = HTTPField.Name("\(name)") else {
      preconditionFailure("'\(name)' is not the name of a field")
    }
    self = parsed
  }
}
