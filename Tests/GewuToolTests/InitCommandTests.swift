import Foundation
import Testing

@Suite struct `gewu init` {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// What lies in the folder, but for what the runs themselves leave there.
  private func names(in program: Program) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test(arguments: ["", "--sealed "]) func `seals the store with a key beside the configuration`(
    option: String
  ) throws {
    let program = try Program()

    let made = try program.run("init \(option)--levels city,grid --json")
    let status = try object(program.run("seal status --json").output)

    let answer = try object(made.output)
    #expect(answer["sealed"] as? Bool == true)
    #expect(status["sealed"] as? Bool == true)
    let store = try #require(status["store_id"] as? String)
    let file = try #require(answer["key_file"] as? String)
    #expect(file.hasSuffix("/.config/gewu/keys/\(store).key"))
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o400)
    #expect(
      made.errors == """
        the key is in \(file)
        keep a copy of the key apart from the store and its backups (`gewu seal export-recovery` prints it): \
        without it what is sealed is lost, in every backup too

        """)
    let chinese = try program.run("init --levels city,grid --store b.sqlite --lang zh")
    #expect(chinese.errors.contains("密钥保存在 "))
    #expect(chinese.errors.contains("请另存一份密钥"))
  }

  @Test func `says which key it took where one was there`() throws {
    let program = try Program()
    try program.run("init --key a.key")

    let taken = try program.run("init --key a.key --store b.sqlite --json")
    let printed = try program.runShell(
      "export GEWU_KEY_COMMAND='cat a.key'; \"$0\" init --store c.sqlite")

    #expect(try object(taken.output)["key_file"] == nil)
    #expect(taken.errors.contains("sealed with the key that was in a.key already\n"))
    #expect(printed.errors.contains("sealed with the key that GEWU_KEY_COMMAND prints\n"))
    #expect(
      try program.runShell("ls .config 2>&1 | grep -c keys").output == "0\n",
      "no key is made where one is named")
  }

  @Test func `--unsealed makes a store without a key, and says what it is for`() throws {
    let program = try Program()

    let made = try program.run("init --unsealed --json")
    let both = try program.run("init --unsealed --sealed --store b.sqlite")

    #expect(try object(made.output)["sealed"] as? Bool == false)
    #expect(
      made.errors
        == "gewu.sqlite is not sealed: for data that is not personal only; `gewu seal store` seals it\n"
    )
    #expect(try object(program.run("seal status --json").output)["sealed"] as? Bool == false)
    #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: ".config").path))
    #expect(both.status == 64)
    #expect(both.errors.contains("--unsealed contradicts --sealed and --profile"))
    #expect(try names(in: program).allSatisfy { $0.hasPrefix("gewu.sqlite") })
  }

  @Test(
    arguments: [
      ("unset XDG_CONFIG_HOME HOME", 12, "neither XDG_CONFIG_HOME nor HOME is set to a full path"),
      (
        "export XDG_CONFIG_HOME=here HOME=", 12,
        "neither XDG_CONFIG_HOME nor HOME is set to a full path"
      ),
      ("export XDG_CONFIG_HOME=$PWD/taken/x", 1, "taken/x/gewu/keys/"),
      ("export GEWU_KEY=taken/b.key", 1, "taken/b.key: cannot be written"),
      (
        "export GEWU_KEY=$PWD/new/folder/taken.key; mkdir -p new/folder; ln -s /dev/null new/folder/taken.key",
        12,
        "cannot be read"
      ),
      ("export GEWU_KEY_COMMAND='exit 7'", 12, "ended with 7"),
    ] as [(String, Int32, String)])
  func `leaves nothing where there is no key to be had, and says what to do`(
    setting: String, code: Int32, reason: String
  ) throws {
    let program = try Program()
    try program.write("taken", "x")

    let run = try program.runShell("\(setting); \"$0\" init --store b.sqlite")
    let chinese = try program.runShell("\(setting); \"$0\" init --store b.sqlite --lang zh")

    #expect(run.status == code, "\(run.errors)")
    #expect(run.errors.contains("no store was made, since it has no key: "))
    #expect(run.errors.contains(reason))
    #expect(run.errors.contains("name a file for the key with --key or GEWU_KEY; --unsealed makes"))
    #expect(chinese.errors.contains("没有密钥，因此未建库："))
    #expect(try names(in: program).filter { $0 != "new" } == ["taken"])
  }

  @Test func `takes the folders away again that it made for a key that cannot be written`() throws {
    let program = try Program()

    // The name of the file is longer than a name may be; its folders are not.
    let name = String(repeating: "k", count: 300)
    let run = try program.run("init --key one/two/\(name)")

    #expect(run.status == 1, "\(run.errors)")
    #expect(try names(in: program).isEmpty)
  }

  @Test func `an unsealed store says so when it is verified, and a sealed one does not`() throws {
    let program = try Program()
    try program.run("init --unsealed")
    try program.run("init --store s.sqlite")

    let text = try program.run("verify")
    let json = try object(program.run("verify --json").output)
    let sealed = try program.run("verify --store s.sqlite")

    #expect(text.status == 0)
    #expect(
      text.output.contains(
        "  note: the store is not sealed: it is for data that is not personal only\n"))
    let checks = try #require(json["checks"] as? [[String: Any]])
    let seal = try #require(checks.first { $0["name"] as? String == "seal" })
    #expect((seal["problems"] as? [Any])?.isEmpty == true)
    let notes = try #require(seal["notes"] as? [[String: String]])
    #expect(notes.map { $0["message_zh"] } == ["库未密封：仅限非个人数据"])
    #expect(!sealed.output.contains("not sealed"))
    #expect(sealed.status == 0)
  }

  @Test func `a check of manifests proposes marks, and is no worse for it`() throws {
    let program = try Program()
    try program.write("m/a.yaml", "name: a\nfields:\n  - {name: phone}\n")

    let text = try program.run("datasets check --manifests m")
    let chinese = try program.run("datasets check --manifests m --lang zh")
    let json = try object(program.run("datasets check --manifests m --json").output)

    #expect(text.status == 0)
    #expect(
      text.output.contains(
        "a.yaml: proposal: field `phone` seems to hold a telephone (its name or title has \"phone\"); say "
          + "`gewu: {sensitive: personal}`, or `sensitive: none` where it is not personal\n"))
    #expect(text.output.hasSuffix(", 1 proposals\n"))
    #expect(chinese.output.contains("字段 phone 可能含有电话"))
    let proposals = try #require(json["proposals"] as? [[String: String]])
    #expect(proposals.map { $0["field"] } == ["phone"])
    #expect(proposals.map { $0["holds"] } == ["phone"])
    #expect(proposals.first?["message_zh"]?.isEmpty == false)
  }

  @Test func `an import says once that it keeps personal data in the clear`() throws {
    let program = try Program()
    try program.run("init --unsealed")
    try program.run("init --store s.sqlite")
    try program.write(
      "Importers/light/people.yaml",
      """
      name: people
      primaryKey: [number]
      fields:
        - {name: number, title: 编号}
        - {name: phone, title: 电话, gewu: {sensitive: personal}}
      gewu:
        files: ["people*.csv"]

      """)
    try program.write("people-1.csv", "编号,电话\n1,5901234567\n2,5901234568\n")

    let clear = try program.run("import people-1.csv --force")
    let json = try object(program.run("import people-1.csv --force --json --dry-run").output)
    let sealed = try program.run("import people-1.csv --store s.sqlite")

    let note = "the store is not sealed, so what is personal here is kept in the clear: phone"
    let said = clear.output + clear.errors
    #expect(clear.status == 0)
    #expect(said.components(separatedBy: note).count == 2, "\(said)")
    #expect("\(json)".contains(note), "\(json)")
    #expect("\(json)".contains("note_zh"))
    #expect(!(sealed.output + sealed.errors).contains("not sealed"))
    #expect(sealed.status == 0)
  }
}
