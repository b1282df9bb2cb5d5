import Datasets
import Subjects
import Warehouse

/// How the values of subjects are shown where nobody said what they are read for: by the fields that they stand in.
struct SubjectMasks {
  private let file: SubjectFile
  private let manifests: [String: Manifest]
  private let isUnmasked: Bool

  init(_ file: SubjectFile, isUnmasked: Bool, _ session: StoreTransaction) throws {
    (self.file, self.isUnmasked) = (file, isUnmasked)
    var manifests: [String: Manifest] = [:]
    for name in Set(file.sources.map(\.dataset)) {
      guard let dataset = try session.dataset(named: name) else { continue }
      manifests[name] = try session.manifest(of: dataset)
    }
    self.manifests = manifests
  }

  /// What is shown of a value of an attribute that a row of a source states; nil for nothing.
  func shown(
    _ value: some Collection<UInt8>, attribute: Int, source: Int
  ) -> String? {
    let text = String(decoding: value, as: UTF8.self)
    guard !isUnmasked, !text.isEmpty, let mask = mask(attribute, source, seen: []) else {
      return text.isEmpty ? nil : text
    }
    return mask.shown(text)
  }

  /// A day of a fact; nil where the fields that it comes from may not be shown.
  func shownDay(_ day: String?, isOpen: Bool) -> String? { isUnmasked || isOpen ? day : nil }

  /// The mask of an attribute's values; nil where they may be shown.
  ///
  /// What is made of several fields is protected as the most sensitive of them.
  private func mask(_ attribute: Int, _ source: Int, seen: Set<Int>) -> ValueMask? {
    let stated = file.rules.sources[source].fields
    if let place = stated.firstIndex(where: { $0.attribute == attribute }) {
      let reading = file.sources[source]
      guard let name = reading.terms[place].field else { return nil }
      // What cannot be read of a field is protected.
      guard let manifest = manifests[reading.dataset], let field = manifest.field(name) else {
        return .code
      }
      guard field.sensitivity != Sensitivity.none else { return nil }
      if case .field = reading.terms[place] { return manifest.mask(of: field) }
      return field.sensitivity == .secret ? .withheld : .code
    }
    guard !seen.contains(attribute), let derivation = file.rules.attributes[attribute].derivation
    else { return nil }
    let parts = derivation.inputs.compactMap {
      mask($0, source, seen: seen.union([attribute]))
    }
    return parts.isEmpty ? nil : parts.contains(.withheld) ? .withheld : .code
  }
}
