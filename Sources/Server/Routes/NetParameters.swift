import Geometry
import Gewu
import Words

/// Which nets a look-up is asked to answer from.
struct NetParameters: Sendable {
  /// The net whose cells are the answer; the base net, where it is nil.
  var net: String?
  /// The nets that answer beside the base net; none, where it is nil.
  var others: NetSelection?

  /// Whether only the base net is asked.
  var isPlain: Bool { net == nil && others == nil }
}

extension NetParameters {
  /// What answers in each of the nets.
  ///
  /// - Throws: `Problem` where nothing is active yet, or there is no such net.
  func locators(
    _ backend: Backend, crs: CRSName, at date: String?
  ) throws -> (first: PointLocator, others: [NetLocator]) {
    let first = try backend.locator(net: net, crs: crs, at: date)
    let others = try others.map { try backend.district.netLocators(of: $0, crs: crs, at: date) }
    return (first, others ?? [])
  }
}

extension QueryReader {
  /// The nets of `net` and `nets`; the base net alone where both are absent.
  mutating func nets() -> NetParameters {
    var parameters = NetParameters(net: text("net"))
    guard let names = text("nets") else { return parameters }
    guard parameters.net == nil else {
      note("nets", FieldWords.netBesideNets)
      return parameters
    }
    do {
      parameters.others = try NetSelection(names)
    } catch {
      note("nets", Words.wording(of: error))
    }
    return parameters
  }
}
