/// The version of the product; `scripts/release` writes it.
package enum Version {
  package static let current = "0.1.0"
}
