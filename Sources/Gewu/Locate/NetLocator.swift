/// Answers from one net beside another.
public struct NetLocator: Sendable {
  /// The name of the net.
  public let net: String
  /// Answers for each position; from the same reference system as the one it stands beside.
  public let locator: PointLocator

  /// Names what answers.
  public init(net: String, locator: PointLocator) {
    self.net = net
    self.locator = locator
  }
}
