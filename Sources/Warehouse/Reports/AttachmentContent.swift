import Access
import Foundation

/// The content of a file that came with a report, kept by its digest.
enum AttachmentContent {
  private static func place(_ sha256: String) -> SealPlace {
    SealPlace(table: "attachment_content", key: sha256)
  }

  static func seal(_ content: Data, _ sha256: String, _ sealer: Sealer) throws -> Data {
    try sealer.seal(content, at: place(sha256))
  }

  /// - Parameter sealer: nil where the store is not sealed.
  static func open(
    _ content: Data, _ isSealed: Bool, _ sha256: String, _ sealer: Sealer?
  ) throws -> Data {
    guard isSealed else { return content }
    guard let sealer else { throw SealFault.changed(table: "attachment_content", row: sha256) }
    return try sealer.open(content, at: place(sha256), table: "attachment_content", row: sha256)
  }
}
