/// The version of the product; `scripts/release` writes it.
enum Version {
  static let current = "0.1.0"
}
