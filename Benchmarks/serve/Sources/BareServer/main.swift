// The least that a SwiftNIO HTTP server can do: any request is answered with the same bytes,
// which are made before it starts. Usage: BareServer PORT FILE, where FILE holds a response as a
// client reads it (curl -i): its fields and its body are answered.
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

final class ConstantHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let head: HTTPResponseHead
  private let body: ByteBuffer

  init(head: HTTPResponseHead, body: ByteBuffer) {
    self.head = head
    self.body = body
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .end = unwrapInboundIn(data) else { return }
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }
}

guard CommandLine.arguments.count == 3, let port = Int(CommandLine.arguments[1]),
  let response = try? String(contentsOfFile: CommandLine.arguments[2], encoding: .utf8),
  let gap = response.range(of: "\r\n\r\n")
else {
  print("usage: BareServer PORT FILE")
  exit(64)
}
var headers = HTTPHeaders()
for line in response[..<gap.lowerBound].components(separatedBy: "\r\n").dropFirst() {
  guard let colon = line.firstIndex(of: ":") else { continue }
  headers.add(name: String(line[..<colon]), value: line[colon...].dropFirst(2).description)
}
let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: headers)
let body = ByteBuffer(string: String(response[gap.upperBound...]))
let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
  .serverChannelOption(.backlog, value: 256)
  .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
  .childChannelOption(.socketOption(.so_reuseaddr), value: 1)
  .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
  .childChannelInitializer { channel in
    channel.eventLoop.makeCompletedFuture {
      let pipeline = channel.pipeline.syncOperations
      try pipeline.configureHTTPServerPipeline(
        withPipeliningAssistance: false, withErrorHandling: false)
      try pipeline.addHandler(ConstantHandler(head: head, body: body))
    }
  }
  .bind(host: "127.0.0.1", port: port).get()
print("http://127.0.0.1:\(port)/")
try await server.closeFuture.get()
