public import Warehouse

extension AttachReport {
  /// What was done, in one line for people.
  public var summary: String {
    "\(dataset ?? "reports"): \(rows) looked at, \(changed) in another grid (\(gained) had none, "
      + "\(lost) have none now); \(attached) attached to generation \(generation), "
      + "\(unattached) not"
  }
}
