import Foundation
import Testing

@testable import Server

@Suite struct `The page's files` {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../Sources/Server/Public").standardized

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  private static var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  }

  @Test func `nothing refers to another host`() throws {
    let own = names(ending: ".html", ".js", ".css")
    #expect(own.count >= 9)
    for name in own {
      let text = try Self.text(name)
      for match in text.matches(of: /(?:https?:)?\/\/[a-z0-9.-]+\.[a-z]{2,}/) {
        Issue.record("\(name) refers to \(match.0)")
      }
    }
  }

  @Test func `scripts and styles are files, since the policy forbids any inline`() throws {
    let page = try Self.text("index.html")
    #expect(!page.contains("style="))
    #expect(page.firstMatch(of: /\son[a-z]+=/) == nil)
    #expect(page.matches(of: /<script/).count == page.matches(of: /<script[^>]* src="/).count)
    #expect(!page.contains("<style"))
  }

  @Test func `every file that a page names is there`() throws {
    for match in try Self.text("index.html").matches(of: /(?:src|href)="\/assets\/([^"]+)"/)
    where !match.1.hasPrefix("leaflet/") {
      #expect(Self.names.contains(String(match.1)), "\(match.1)")
    }
    for name in names(ending: ".js") {
      for match in try Self.text(name).matches(of: /from "\.\/([^"]+)"/) {
        #expect(Self.names.contains(String(match.1)), "\(name) imports \(match.1)")
      }
    }
  }

  @Test func `both languages have the same texts, and every text that is used exists`() throws {
    let source = try Self.text("text.js")
    let english = try #require(source.range(of: "  en: {"))
    let chinese = try #require(source.range(of: "  zh: {"))
    let end = try #require(source.range(of: "\n};\n"))
    func keys(_ range: Range<String.Index>) -> Set<String> {
      Set(source[range].matches(of: /(?:, |\n\s+)([A-Za-z_0-9]+): (?=")/).map { String($0.1) })
    }
    let known = keys(english.upperBound..<chinese.lowerBound)
    #expect(known.count > 60)
    #expect(known == keys(chinese.upperBound..<end.lowerBound))
    let page = try Self.text("index.html")
    for match in page.matches(of: /data-text="([^"]+)"/) {
      #expect(known.contains(String(match.1)), "\(match.1)")
    }
    for name in names(ending: ".js") {
      for match in try Self.text(name).matches(of: /\bt\("([A-Za-z_0-9]+)"/) {
        #expect(known.contains(String(match.1)), "\(name): \(match.1)")
      }
    }
  }

  /// A form gives what has a name or an id by either: of two with one word it gives a list, which is no control.
  @Test func `no fieldset, field or button has the name of another as its id`() throws {
    let page = try Self.text("index.html")
    let names = Set(page.matches(of: /<(?:input|select|button)[^>]* name="([^"]+)"/).map { $0.1 })
    let ids = page.matches(of: /<(?:fieldset|input|select|button)[^>]* id="([^"]+)"/).map { $0.1 }
    #expect(names.contains("address") && ids.contains("search"))
    #expect(names.isDisjoint(with: ids))
  }

  @Test func `whatever is said of an address has a text`() throws {
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(Self.text("openapi.json").utf8)) as? [String: Any])
    let schemas = (document["components"] as? [String: Any])?["schemas"] as? [String: Any]
    let answer = try #require(
      (schemas?["AddressAnswer"] as? [String: Any])?["properties"] as? [String: [String: Any]])
    let faults = (answer["faults"]?["items"] as? [String: Any])?["properties"]
    let fault = (faults as? [String: [String: Any]])?["fault"]
    let source = try Self.text("text.js")
    for (prefix, schema) in [
      ("match_", answer["class"]), ("level_", answer["level"]), ("fault_", fault),
    ] {
      let names = try #require(schema?["enum"] as? [String])
      for name in names where prefix + name != "level_none" {
        #expect(
          source.matches(of: try Regex("\\b\(prefix)\(name): \"")).count == 2, "\(prefix)\(name)")
      }
    }
  }

  @Test func `an unsealed store has a notice, which is hidden until the service says so`() throws {
    let page = try Self.text("index.html")
    #expect(page.contains(#"<p id="unsealed" role="note" data-text="unsealed" hidden></p>"#))
    #expect(
      try Self.text("app.js").contains(
        #"document.getElementById("unsealed").hidden = answer.sealed;"#))
    #expect(try Self.text("map.css").contains("#unsealed[hidden] { display: none; }"))
  }

  @Test func `a folder without the page is refused with where it was looked for`() throws {
    let folder = FileManager.default.temporaryDirectory.path
    #expect(throws: ServerError.noPublicFiles(searched: ["\(folder)/none"])) {
      _ = try PublicFiles(ServerConfiguration(publicDirectory: "\(folder)/none"))
    }
  }

  private func names(ending endings: String...) -> [String] {
    Self.names.filter { name in endings.contains { name.hasSuffix($0) } }.sorted()
  }
}
