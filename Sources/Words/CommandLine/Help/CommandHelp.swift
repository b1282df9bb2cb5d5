/// How a command explains itself.
package struct CommandHelp: Sendable {
  /// What the command does, in one line.
  package let abstract: Wording
  /// What else is to be known; empty for nothing.
  package let discussion: Wording

  init(_ abstract: Wording, discussion: Wording = .empty) {
    self.abstract = abstract
    self.discussion = discussion
  }
}
