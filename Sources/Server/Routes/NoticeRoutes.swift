import Foundation
import Gewu
import Hummingbird
import Words

/// `/v1/grids/{code}/sign`: the public notice of a grid, a page to be printed.
struct NoticeRoutes: Sendable {
  let backend: Backend

  var routes: [Route] { [.get("/v1/grids/{code}/sign", "gridSign", sign)] }

  @Sendable
  private func sign(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    var query = QueryReader(request, known: ["net", "at", "level", "address"])
    let date = query.moment("at")
    let (net, level, address) = (query.text("net"), query.text("level"), query.text("address"))
    let code = query.code(of: context)
    try query.check()
    let own = request.head.authority.map { "http://\($0)" } ?? "http://127.0.0.1"
    return try await backend.disk.run {
      // Where nothing is active the service is not ready, as for any other question.
      if net == nil { _ = try backend.snapshot() }
      let notice = try backend.district.gridNotice(
        of: code, net: net ?? "base", level: level, at: date, address: address ?? own)
      return .bytes(
        ByteBuffer(string: notice.html(.link("/assets/notice.css"))),
        mediaType: "text/html; charset=utf-8")
    }
  }
}
