import Testing
import Words

@testable import Server

@Suite struct `Loopback` {
  @Test(arguments: ["127.0.0.1", "127.8.9.255", "::1", "localhost", "LOCALHOST"])
  func `addresses that only this machine reaches are accepted`(host: String) {
    #expect(throws: Never.self) { try ServerConfiguration(host: host).check() }
  }

  @Test(arguments: [
    "0.0.0.0", "::", "192.168.1.5", "10.0.0.1", "128.0.0.1", "127.0.0", "127.0.0.256",
    "127.0.0.1.example.org", "example.org", "localhost.example.org", "", "127.0.0.+1", "*",
  ])
  func `any other address is refused, with what to use instead`(host: String) {
    let error = #expect(throws: ServerError.self) { try ServerConfiguration(host: host).check() }
    #expect(error == .notLoopback(host: host))
    #expect(error?.wording.english.contains("use 127.0.0.1, ::1 or localhost") == true)
    #expect(error?.wording.chinese.contains("请使用 127.0.0.1、::1 或 localhost") == true)
  }

  @Test(arguments: [-1, 65536])
  func `a number that is no port is refused`(port: Int) {
    #expect(throws: ServerError.badPort(port)) { try ServerConfiguration(port: port).check() }
  }

  @Test func `a Host field names this machine with or without a port`() {
    for host in ["127.0.0.1:8080", "localhost", "localhost:1", "[::1]:8080", "[::1]"] {
      #expect(LoopbackHost.accepts(authority: host), "\(host)")
    }
    for host in [
      "evil.example:8080", "127.0.0.1.evil.example", "[::2]:80", "", "127.0.0.1:80@evil.example",
      "127.0.0.1:abc", "localhost:80, evil.example", "[::1]:x",
    ] {
      #expect(!LoopbackHost.accepts(authority: host), "\(host)")
    }
  }
}
