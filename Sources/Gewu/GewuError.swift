/// Why a question could not be answered or an order not carried out.
///
/// The kind decides the exit code of a command and the status of a response;
/// the text says what, where, and what to do.
package struct GewuError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Kind: String, Sendable {
    /// The input or the question is not well formed.
    case invalid
    /// What was named does not exist.
    case notFound = "not_found"
    /// It contradicts what is there already.
    case conflict
    /// It is well formed, but a rule refuses it; nothing was changed.
    case refused
  }

  package let kind: Kind
  /// What happened, where, and what to do next.
  package let description: String

  /// Makes an error of a kind with its text.
  package init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}

/// An error of a use case: a fact, and what it means to a caller.
package protocol UseCaseError: Error {
  /// Decides the exit code of a command and the status of a response.
  var kind: GewuError.Kind { get }
}

extension GewuError: UseCaseError {}
