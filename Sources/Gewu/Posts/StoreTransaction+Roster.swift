import Datasets
import Rosters
import Warehouse

extension StoreTransaction {
  /// The norm that a net goes by: the one that was named for it, else the one that comes with the program
  /// for nets of its name.
  func norm(ofNet net: String) throws -> RosterNorm? {
    if let text = try rosterNorm(ofNet: net) {
      return try RosterNorm(yaml: text, path: "roster of \(net) (as kept in the store)")
    }
    return ShippedNorms.standard.norm(ofNet: net)
  }
}
