/// Why the service could not be started, and what to do on the command line.
package enum StartWords {
  package static func notLoopback(host: String) -> Wording {
    Wording(
      """
      will not listen on \(host): other machines could reach it, and access control does not \
      exist yet; use 127.0.0.1, ::1 or localhost
      """,
      "不在 \(host) 上监听：其他机器可以访问它，而访问控制尚未实现；请使用 127.0.0.1、::1 或 localhost")
  }

  package static func badPort(_ port: Int) -> Wording {
    Wording(
      "\(port) is not a port; give one from 1 to 65535, or 0 for any that is free",
      "\(port) 不是端口号；请给出 1 到 65535，或用 0 任选空闲端口")
  }

  package static func noPublicFiles(searched: [String]) -> Wording {
    Wording("the map page is missing; looked in ", "找不到地图页面；已查找 ") + searched.listed()
      + Wording(": name its folder with --public-dir", "：请用 --public-dir 指明其文件夹")
  }

  package static func inUse(host: String, port: Int) -> Wording {
    Wording(
      """
      cannot listen on \(host) port \(port) (the address is in use); another program may be using \
      the port: choose another with --port
      """,
      "无法在 \(host) 端口 \(port) 上监听（地址已被占用）；端口可能正被其他程序使用：请用 --port 另选一个")
  }

  package static func cannotListen(host: String, port: Int, detail: String) -> Wording {
    Wording(
      """
      cannot listen on \(host) port \(port) (\(detail)); another program may be using the port: \
      choose another with --port
      """,
      "无法在 \(host) 端口 \(port) 上监听（\(detail)）；端口可能已被占用：请用 --port 另选一个")
  }
}
