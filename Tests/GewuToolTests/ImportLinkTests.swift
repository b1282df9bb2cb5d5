import Foundation
import Glibc
import Testing

/// Links in a folder that is imported: they are named and not followed, wherever they lead.
@Suite struct `Links in import folders` {
  private static let manifest = """
    name: things
    primaryKey: [no]
    fields: [{name: no}, {name: kind}]
    gewu: {files: ["things*"], load: incremental}
    """

  private func program() throws -> Program {
    let program = try SmallDistrict.program()
    try program.write("manifests/things.yaml", Self.manifest)
    try program.write("in/things_a.csv", "no,kind\n1,x\n")
    try program.write("elsewhere/things_secret.csv", "no,kind\n2,canary\n")
    mkfifo(program.folder.appending(path: "elsewhere/pipe").path, 0o600)
    return program
  }

  private func link(_ program: Program, _ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: program.folder.appending(path: name).path, withDestinationPath: target)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("in/things_b.csv", "../elsewhere/things_secret.csv"), ("in/more", "../elsewhere"),
      ("in/above", ".."), ("in/self", "."), ("in/things_c.csv", "../elsewhere/pipe"),
      ("in/things_d.csv", "/dev/zero"), ("in/things_e.csv", "nothing"),
      ("in/things_f.csv", "things_f.csv"), ("in/things_g.csv", "things_a.csv"),
      ("in/things_h.csv", "/etc/passwd"),
    ])
  func `are named and not followed`(name: String, target: String) throws {
    let program = try program()
    try link(program, name, to: target)

    let outcome = try program.run("import in --manifests manifests --json")

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(outcome.output.contains("\"inserted\":1"))
    #expect(outcome.errors.contains("links in a folder are not followed"), "\(outcome.errors)")
    #expect(outcome.errors.contains(name), "\(outcome.errors)")
    #expect(!(outcome.output + outcome.errors).contains("canary"))
  }

  @Test func `are all that there is`() throws {
    let program = try program()
    try program.write("links/README", "")
    try FileManager.default.removeItem(at: program.folder.appending(path: "links/README"))
    try link(program, "links/things_b.csv", to: "../elsewhere/things_secret.csv")

    let outcome = try program.run("import links --manifests manifests --quiet")

    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("nothing to import but links"), "\(outcome.errors)")
  }

  @Test func `are followed where a person names one`() throws {
    let program = try program()
    try link(program, "things_b.csv", to: "elsewhere/things_secret.csv")

    #expect(try program.run("import things_b.csv --manifests manifests --quiet").status == 0)
  }
}
