import Foundation
import Gewu
import Testing
import Warehouse

@testable import Server

/// A store that is deleted, moved, replaced or robbed of its log while it is served.
@Suite struct `A store that is gone` {
  private static let report =
    "POST /v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    + "Connection: close\r\nContent-Length: 15\r\n\r\n{\"channel\":\"x\"}"

  @Test(arguments: ["deleted", "replaced", "log removed", "log index removed", "renamed"])
  func `takes no report, is not ready, and ends the service with an error`(how: String) async throws
  {
    let test = try TestDistrict()
    let path = test.district.storePath
    let end = try await test.serve { port in
      let first = try RawConnection(port: port)
      first.send(Self.report)
      #expect(first.rest()?.hasPrefix("HTTP/1.1 201") == true)
      let second = try RawConnection(port: port)
      let third = try RawConnection(port: port)
      let files = FileManager.default
      switch how {
      case "deleted": for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
      case "replaced":
        try files.copyItem(atPath: path, toPath: path + ".copy")
        rename(path + ".copy", path)
      case "log removed": unlink(path + "-wal")
      case "log index removed": unlink(path + "-shm")
      default: rename(path, path + ".moved")
      }

      second.send(Self.report)
      third.send("GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")

      let answer = second.rest()
      #expect(answer?.hasPrefix("HTTP/1.1 503") == true, "\(answer ?? "nothing")")
      #expect(answer?.contains("store_gone") == true)
      #expect(third.rest()?.hasPrefix("HTTP/1.1 503") == true)
      Thread.sleep(forTimeInterval: 1)
    }
    #expect(end as? StoreError == .gone(path: path))
  }
}
