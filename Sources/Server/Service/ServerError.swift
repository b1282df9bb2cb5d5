/// Why the service could not be started.
package enum ServerError: Error, Sendable, Equatable {
  /// The address can be reached from other machines, and there is no access control yet.
  case notLoopback(host: String)
  /// The port is not one.
  case badPort(Int)
  /// The map page and the OpenAPI document were not found.
  case noPublicFiles(searched: [String])
  /// The address could not be listened on.
  case cannotListen(host: String, port: Int, detail: String)
}

extension ServerError: CustomStringConvertible {
  /// What happened, where, and what to do next.
  package var description: String {
    switch self {
    case .notLoopback(let host):
      """
      will not listen on \(host): other machines could reach it, and access control does not \
      exist yet; use 127.0.0.1, ::1 or localhost
      """
    case .badPort(let port):
      "\(port) is not a port; give one from 1 to 65535, or 0 for any that is free"
    case .noPublicFiles(let searched):
      """
      the map page is missing; looked in \(searched.joined(separator: ", ")): name its folder \
      with --public-dir
      """
    case .cannotListen(let host, let port, let detail):
      """
      cannot listen on \(host) port \(port) (\(detail)); another program may be using the port: \
      choose another with --port
      """
    }
  }

  package var descriptionChinese: String {
    switch self {
    case .notLoopback(let host):
      "不在 \(host) 上监听：其他机器可以访问它，而访问控制尚未实现；请使用 127.0.0.1、::1 或 localhost"
    case .badPort(let port):
      "\(port) 不是端口号；请给出 1 到 65535，或用 0 任选空闲端口"
    case .noPublicFiles(let searched):
      "找不到地图页面；已查找 \(searched.joined(separator: "、"))：请用 --public-dir 指明其文件夹"
    case .cannotListen(let host, let port, let detail):
      "无法在 \(host) 端口 \(port) 上监听（\(detail)）；端口可能已被占用：请用 --port 另选一个"
    }
  }
}
