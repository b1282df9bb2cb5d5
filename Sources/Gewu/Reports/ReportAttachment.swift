package import Foundation
import Tabular
package import Warehouse

/// A file that is sent in with a report.
package struct ReportAttachment: Sendable, Equatable {
  /// What the sender calls it; shown, and never used as the name of a file.
  package var name: String?
  /// What the sender says it is.
  package var mediaType: String
  package var content: Data

  /// The most files of one report.
  package static let most = 6
  /// The most bytes of all files of one report.
  package static let largestTotal = 8 << 20
  /// The longest name, in characters.
  package static let longestName = 200

  package init(name: String? = nil, mediaType: String, content: Data) {
    self.name = name
    self.mediaType = mediaType
    self.content = content
  }

  /// What is taken: kinds of files that show something and run nothing, each with how it begins.
  package enum Kind: String, CaseIterable, Sendable {
    case jpeg = "image/jpeg"
    case png = "image/png"
    case gif = "image/gif"
    case webp = "image/webp"
    case heic = "image/heic"
    case mp4 = "video/mp4"
    case pdf = "application/pdf"

    /// Whether a content begins as a file of this kind does.
    ///
    /// Sources: the signatures of ISO/IEC 10918-1 (JPEG), RFC 2083 (PNG), GIF 89a, RFC 9649 (WebP),
    /// ISO/IEC 14496-12 (`ftyp` of HEIC and MP4) and ISO 32000-1 (PDF).
    func begins(_ content: Data) -> Bool {
      let head = [UInt8](content.prefix(12))
      func has(_ bytes: [UInt8], at place: Int = 0) -> Bool {
        head.count >= place + bytes.count && Array(head[place..<(place + bytes.count)]) == bytes
      }
      switch self {
      case .jpeg: return has([0xFF, 0xD8, 0xFF])
      case .png: return has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
      case .gif: return has(Array("GIF87a".utf8)) || has(Array("GIF89a".utf8))
      case .webp: return has(Array("RIFF".utf8)) && has(Array("WEBP".utf8), at: 8)
      case .pdf: return has(Array("%PDF-".utf8))
      case .heic, .mp4:
        guard has(Array("ftyp".utf8), at: 4), head.count == 12 else { return false }
        let isPicture = ["heic", "heix", "mif1", "heim", "heis"].contains {
          has(Array($0.utf8), at: 8)
        }
        return isPicture == (self == .heic)
      }
    }

    /// What a file without a name is called behind its dot.
    package var suffix: String {
      switch self {
      case .jpeg: "jpg"
      case .png, .gif, .webp, .heic, .mp4, .pdf:
        String(rawValue.split(separator: "/").last ?? "")
      }
    }
  }

  package var kind: Kind? { Kind(rawValue: mediaType.lowercased()) }

  /// What is wrong with it; nil for nothing.
  var fault: ReportFault.Attachment? {
    guard let kind else { return .unknownType(known: Kind.allCases.map(\.rawValue)) }
    if content.isEmpty { return .empty }
    guard kind.begins(content) else { return .otherContent(kind.rawValue) }
    guard let name else { return nil }
    if name.unicodeScalars.count > Self.longestName { return .longName(limit: Self.longestName) }
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value != 0x7F && $0 != "/" && $0 != "\\"
    }
    return isPlain ? nil : .badName
  }

  /// As the store keeps it.
  func record(number: Int) -> AttachmentRecord {
    AttachmentRecord(
      number: number, name: name, mediaType: kind?.rawValue ?? mediaType, bytes: content.count,
      sha256: content.withUnsafeBytes { ContentHash.sha256($0) })
  }
}

/// A file of a report, to be given out.
package struct ReportFile: Sendable, Equatable {
  package var record: AttachmentRecord
  package var content: Data

  package var mediaType: String { record.mediaType }

  /// What it is called where it is saved: the sender's name for it, else one made of its number.
  package var fileName: String {
    if let name = record.name, !name.isEmpty { return name }
    let suffix = ReportAttachment.Kind(rawValue: record.mediaType)?.suffix ?? "bin"
    return "attachment-\(record.number).\(suffix)"
  }
}
