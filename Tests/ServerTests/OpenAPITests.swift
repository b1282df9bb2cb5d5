import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Server

@Suite struct `The OpenAPI document` {
  private static func routes(_ test: TestDistrict) throws -> [Route] {
    let configuration = ServerConfiguration()
    let backend = Backend(
      district: test.district, configuration: configuration, registry: PrometheusRegistry())
    return GewuServer.routes(backend, try PublicFiles(configuration))
  }

  private static func document() async throws -> [String: Any] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "../../Sources/Server/Public/openapi.json")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
  }

  @Test func `every route is described under its operation's name, and nothing else is`()
    async throws
  {
    let routes = try Self.routes(try TestDistrict(isLoaded: false))
    let registered = Set(routes.map { "\($0.operation): \($0.method.rawValue) \($0.path)" })
    let paths = try #require(
      try await Self.document()["paths"] as? [String: [String: [String: Any]]])
    let described = Set(
      paths.flatMap { path, item in
        item.map { method, operation in
          "\(operation["operationId"] as? String ?? "?"): \(method.uppercased()) \(path)"
        }
      })
    #expect(registered == described)
    #expect(Set(routes.map(\.operation)).count == routes.count)
  }

  @Test func `every reference resolves and every parameter of a path is described`() async throws {
    let document = try await Self.document()
    #expect((document["openapi"] as? String)?.hasPrefix("3.1") == true)
    func walk(_ value: Any) {
      if let object = value as? [String: Any] {
        if let reference = object["$ref"] as? String {
          var target: Any? = document
          for part in reference.split(separator: "/").dropFirst() {
            target = (target as? [String: Any])?[String(part)]
          }
          #expect(target != nil, "\(reference)")
        }
        for child in object.values { walk(child) }
      } else if let array = value as? [Any] {
        for child in array { walk(child) }
      }
    }
    walk(document)
    let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
    for (path, item) in paths {
      let wanted = Set(path.matches(of: /\{([a-z]+)\}/).map { String($0.1) })
      for (method, operation) in item {
        let parameters = operation["parameters"] as? [[String: Any]] ?? []
        let described = parameters.filter { $0["in"] as? String == "path" }
          .compactMap { $0["name"] as? String }
        #expect(Set(described) == wanted, "\(method) \(path)")
        #expect(operation["summary"] != nil && operation["operationId"] != nil)
      }
    }
  }

  @Test func `every operation has an example`() async throws {
    let paths = try #require(
      try await Self.document()["paths"] as? [String: [String: [String: Any]]])
    for (path, item) in paths {
      for (method, operation) in item {
        for parameter in operation["parameters"] as? [[String: Any]] ?? []
        where parameter["required"] as? Bool == true {
          #expect(parameter["example"] != nil, "\(method) \(path) \(parameter["name"] ?? "")")
        }
        let body = (operation["requestBody"] as? [String: Any])?["content"] as? [String: Any]
        for (type, content) in body ?? [:] where type != "application/octet-stream" {
          #expect((content as? [String: Any])?["example"] != nil, "\(method) \(path) \(type)")
        }
        let answers = (operation["responses"] as? [String: [String: Any]] ?? [:])
          .filter { $0.key.hasPrefix("2") }.compactMap { $0.value["content"] as? [String: Any] }
        // A picture is none that a document in JSON could show.
        if answers.allSatisfy({ $0.keys.allSatisfy { !Self.isText($0) } }) { continue }
        #expect(
          answers.contains { content in
            content.values.contains { ($0 as? [String: Any])?["example"] != nil }
          }, "\(method) \(path)")
      }
    }
  }

  private static func isText(_ mediaType: String) -> Bool {
    !mediaType.hasPrefix("image/") && !mediaType.hasPrefix("video/")
      && mediaType != "application/pdf"
  }

  @Test func `the parameters of hot spots are those that are read`() async throws {
    let paths = try #require(
      try await Self.document()["paths"] as? [String: [String: [String: Any]]])
    let described = paths["/v1/hotspots"]?["get"]?["parameters"] as? [[String: Any]] ?? []
    #expect(
      described.compactMap { $0["name"] as? String }.sorted() == HotSpotReader.parameters.sorted())
  }

  @Test func `the parameters of a look-up are those that are read`() async throws {
    let paths = try #require(
      try await Self.document()["paths"] as? [String: [String: [String: Any]]])
    let described = paths["/v1/locate"]?["get"]?["parameters"] as? [[String: Any]] ?? []
    #expect(
      described.filter { $0["in"] as? String == "query" }
        .compactMap { $0["name"] as? String }.sorted() == LocateParameters.names.sorted())
  }

  @Test func `a wrong method is answered with those that are right, on every path`() async throws {
    let test = try TestDistrict()
    let routes = try Self.routes(test)
    let methods = Dictionary(grouping: routes, by: \.path).mapValues { Set($0.map(\.method)) }
    try await test.test { client in
      for (path, known) in methods {
        let uri = path.replacing(/\{[a-z]+\}/, with: "x")
        let response = try await client.execute(uri: uri, method: .delete)
        #expect(response.status == .methodNotAllowed, "\(uri)")
        #expect(try response.problemCode() == "method_not_allowed")
        let allowed = response.headers[.allow] ?? ""
        for method in known { #expect(allowed.contains(method.rawValue), "\(uri)") }
      }
    }
  }

  @Test func `HEAD answers as GET does, without a body`() async throws {
    let test = try TestDistrict()
    let routes = try Self.routes(test).filter { $0.method == .get }
    try await test.test { client in
      for route in routes {
        let uri = route.path.replacing(/\{[a-z]+\}/, with: "x")
        let get = try await client.execute(uri: uri, method: .get)
        let head = try await client.execute(uri: uri, method: .head)
        #expect(head.status == get.status, "\(uri)")
        #expect(head.body.readableBytes == 0, "\(uri)")
        if get.status != .ok {
          #expect(get.headers[.contentType] == Problem.mediaType, "\(uri)")
          let problem = try JSONDecoder().decode(
            ProblemBody.self, from: Data(get.body.readableBytesView))
          #expect(problem.status == Int(get.status.code))
          #expect(problem.instance == uri)
          #expect(problem.type == "urn:gewu:problem:\(problem.code)")
        }
      }
    }
  }

  @Test func `an unknown path is a problem that points to the document`() async throws {
    try await TestDistrict(isLoaded: false).test { client in
      for uri in ["/v2", "/v1/locate/x", "/assets", "/v1/grids/a/b/c"] {
        let response = try await client.execute(uri: uri, method: .get)
        #expect(response.status == .notFound)
        #expect(try response.problemCode() == "unknown_path")
        #expect(response.text.contains("/openapi.json"))
      }
    }
  }
}
