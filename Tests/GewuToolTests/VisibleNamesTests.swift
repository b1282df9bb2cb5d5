import Foundation
import Testing

/// Names and values with escape sequences and line feeds, which reach a terminal only as text.
@Suite struct `Names that would steer a terminal` {
  private static let escape = "\u{1B}[31m"

  private static func isVisible(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F }
  }

  @Test func `of files are written visibly, in messages and in lists`() throws {
    let program = try SmallDistrict.program()
    let name = "x\(Self.escape)\ngewu: all is well.csv"
    try program.write(name, "a,b\n1,2\n")

    for arguments in [
      ["import", name], ["grids", "load", name, "--level", "grid", "--code", "code"],
      ["datasets", "draft", "no" + name], ["locate", "--input", "no" + name],
      ["verify", "--store", "no" + name], ["export", name, "a.csv"], ["no" + name],
      ["locate", "1", "2", "--crs", name],
    ] {
      let outcome = try program.run(arguments)
      #expect(outcome.status != 0)
      #expect(Self.isVisible(outcome.errors), "\(arguments): \(outcome.errors)")
      #expect(!outcome.errors.contains("\ngewu: all is well"))
    }
  }

  @Test func `of grids and values are written visibly, and as they are in JSON`() throws {
    let program = try SmallDistrict.program()
    let named = SmallDistrict.grids.replacing(
      "\"code\":\"a\"", with: #""code":"a","name":"A\u001b[31m\nB""#)
    try program.write("named.geojson", named)
    try program.run("init --store n.sqlite --levels grid --srid 4326")
    let load = try program.run(
      "grids load named.geojson --level grid --code code --name name --activate --store n.sqlite --any-code"
    )
    #expect(load.status == 0, "\(load.errors)")

    let text = try program.run("locate 120.05 30.05 --store n.sqlite")
    let json = try program.run("locate 120.05 30.05 --store n.sqlite --json")

    #expect(text.status == 0)
    #expect(Self.isVisible(text.output))
    #expect(text.output.contains(#"A\u{1B}[31m\nB"#) || !text.output.contains("A"))
    let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((value?["grid"] as? [String: Any])?["name"] as? String == "A\u{1B}[31m\nB")
  }
}
