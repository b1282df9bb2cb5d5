import Foundation
import Testing

@Suite struct `gewu seal` {
  /// What the program is run with: a home of its own, so that no key comes from the outside.
  private func shell(_ script: String, in program: Program) throws -> Program.Outcome {
    try program.runShell(
      "export HOME=$PWD/home XDG_CONFIG_HOME= GEWU_KEY= GEWU_KEY_COMMAND= CREDENTIALS_DIRECTORY=; \(script)"
    )
  }

  private func mode(_ path: String, in program: Program) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(
      atPath: program.folder.appending(path: path).path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `makes a key beside the user's configuration, which its owner alone may read`() throws
  {
    let program = try SmallDistrict.program()

    let before = try shell("\"$0\" seal status --json", in: program)
    let made = try shell("\"$0\" seal store --json", in: program)

    #expect(try object(before.output)["sealed"] as? Bool == false)
    #expect(made.status == 0)
    #expect(made.errors.contains("keep a copy of the key apart from the store"))
    let answer = try object(made.output)
    let (store, key) = (
      try #require(answer["store_id"] as? String), try #require(answer["key_id"] as? String)
    )
    #expect(store.count == 32 && key.count == 16)
    let file = "home/.config/gewu/keys/\(store).key"
    #expect((answer["key_file"] as? String)?.hasSuffix(file) == true)
    #expect(try mode(file, in: program) == 0o400)
    #expect(try mode("home/.config/gewu/keys", in: program) == 0o700)
    #expect(try program.read(file).contains("格物库 \(store) 的密钥"))

    let status = try object(try shell("\"$0\" seal status --json", in: program).output)
    #expect(status["key_id"] as? String == key)
    #expect(status["clear"] as? Int == 0)
    #expect(try shell("\"$0\" verify", in: program).status == 0)
  }

  @Test func `the printed key opens the store again, typed in small letters`() throws {
    let program = try SmallDistrict.program()
    try #require(try shell("\"$0\" seal store --key k", in: program).status == 0)

    let printed = try shell("\"$0\" seal export-recovery --key k", in: program)
    #expect(printed.status == 0)
    let typed = printed.output.lowercased().replacing(" ", with: "  ")
    try program.write("typed", typed)
    let again = try shell(
      "chmod 0400 typed; \"$0\" seal rotate --key typed --json", in: program)

    #expect(again.status == 0)
    let versions = try object(again.output)["versions"] as? [[String: Any]]
    #expect(versions?.map { $0["version"] as? Int } == [2])
  }

  @Test func `says which key is missing, and ends with 12`() throws {
    let program = try SmallDistrict.program()
    let made = try shell("\"$0\" seal store --key k --json", in: program)
    let key = try #require(try object(made.output)["key_id"] as? String)

    let missing = try shell("\"$0\" seal rotate", in: program)
    let absent = try shell("\"$0\" seal rotate --key nowhere", in: program)
    let other = try shell(
      "cp gewu.sqlite o.sqlite; \"$0\" init --store p.sqlite --key p; \"$0\" seal rotate --key p",
      in: program)
    let free = try shell("\"$0\" locate 120.05 30.05", in: program)

    #expect(missing.status == 12)
    #expect(missing.errors.contains("gewu.sqlite is sealed, and its key \(key) is not here"))
    #expect(missing.errors.contains("name its file with --key or GEWU_KEY"))
    #expect(absent.status == 12)
    #expect(absent.errors.contains("there is no key at nowhere"))
    #expect(other.status == 12)
    #expect(other.errors.contains("is not that of gewu.sqlite, which is \(key)"))
    #expect(free.status == 0)
  }

  @Test
  func `refuses a key that others may read, and a text that is none, and quotes nothing of it`()
    throws
  {
    let program = try SmallDistrict.program()
    try #require(try shell("\"$0\" seal store --key k", in: program).status == 0)
    try program.write(
      "mistyped", "gewu-key-1\n" + String(repeating: "000000 ", count: 10) + "000001")

    let open = try shell("cp k open; chmod 0440 open; \"$0\" seal rotate --key open", in: program)
    let none = try shell(
      "printf 'secret words' > n; chmod 0400 n; \"$0\" seal rotate --key n", in: program)
    let wrong = try shell("chmod 0400 mistyped; \"$0\" seal rotate --key mistyped", in: program)

    #expect([open, none, wrong].map(\.status) == [12, 12, 12])
    #expect(open.errors.contains("the key open is open to others (mode 440); `chmod 0400` it"))
    #expect(none.errors.contains("n has no key: its first line is not `gewu-key-1`"))
    #expect(!none.errors.contains("secret"))
    #expect(wrong.errors.contains("its group 11 of 11 is mistyped"))
    #expect(!wrong.errors.contains("000001"))
  }

  @Test func `seals the source files, and writes one out again for a purpose`() throws {
    let program = try SmallDistrict.program()
    let text = "编号,kind\n1,云和路十八号\n"
    try program.write(
      "Importers/light/lamp.yaml",
      "name: lamp\nprimaryKey: [number]\nfields:\n  - {name: number, title: 编号}\n  - {name: kind}\n"
        + "gewu:\n  files: [\"lamps*.csv\"]\n")
    try program.write("lamps-1.csv", text)
    try program.write("lamps-2.csv", text + "2,x\n")
    let found = "grep -rl 云和路十八号 gewu.sqlite-files | wc -l"

    let run = try shell(
      """
      "$0" import lamps-1.csv --quiet; \(found)
      "$0" batches source 1 clear.csv --purpose audit; cmp clear.csv lamps-1.csv
      "$0" seal store --key k; \(found)
      "$0" --key k import lamps-2.csv --quiet; \(found)
      "$0" --key k batches source 1 one.csv --purpose audit && cmp one.csv lamps-1.csv
      "$0" --key k batches source 2 two.csv --purpose audit && cmp two.csv lamps-2.csv && echo same
      "$0" --key k verify > /dev/null && echo clean
      "$0" --key k seal rotate
      """, in: program)
    let status = try object(shell("\"$0\" seal status --json", in: program).output)
    let without = try shell(
      "\"$0\" verify; \"$0\" batches source 2 none.csv --purpose audit", in: program)
    let imported = try shell("\"$0\" import lamps-2.csv --no-archive --quiet", in: program)

    let numbers = run.output.split(separator: "\n").filter { Int($0) != nil }
    #expect(numbers == ["1", "0", "0"], "\(run.output)\(run.errors)")
    #expect(run.output.contains("sealed 0 values and 1 source files under version 1 of the key"))
    #expect(run.output.contains("same\nclean\n"), "\(run.errors)")
    #expect(
      run.errors.contains("one.csv: the source of batch 1 as it came, \(text.utf8.count) bytes"))
    #expect(run.output.contains("sealed 0 values and 2 source files under version 2 of the key"))
    let versions = status["versions"] as? [[String: Any]]
    #expect(versions?.map { $0["files"] as? Int } == [2])
    #expect(status["clear_files"] as? Int == 0)
    #expect(without.output.contains("2 sealed source files were not opened: the key is not here"))
    #expect(without.status == 12 && imported.status == 12)
    #expect((try? program.read("none.csv")) == nil)
  }

  @Test func `takes the key from the environment, a service's credential or a command`() throws {
    let program = try SmallDistrict.program()
    try #require(try shell("\"$0\" seal store --key k", in: program).status == 0)

    for setting in [
      "GEWU_KEY=k", "CREDENTIALS_DIRECTORY=c", "GEWU_KEY_COMMAND='cat k'",
    ] {
      let run = try shell(
        "mkdir -p c; cp -n k c/gewu-key; export \(setting); \"$0\" seal rotate", in: program)
      #expect(run.status == 0, "\(setting): \(run.errors)")
    }
    let failed = try shell("export GEWU_KEY_COMMAND='exit 7'; \"$0\" seal rotate", in: program)
    #expect(failed.status == 12)
    #expect(
      failed.errors.contains(
        "the command of GEWU_KEY_COMMAND, which is to print the key, ended with 7"))
  }

  @Test func `puts the store under another key, after which the first one is refused`() throws {
    let program = try SmallDistrict.program()
    try #require(try shell("\"$0\" seal store --key k", in: program).status == 0)

    let moved = try shell("\"$0\" seal rewrap new --key k", in: program)
    let former = try shell("\"$0\" seal rotate --key k", in: program)
    let later = try shell("\"$0\" seal rotate --key new", in: program)

    #expect(moved.status == 0)
    #expect(moved.output.contains("the former key no longer opens them"))
    #expect(try mode("new", in: program) == 0o400)
    #expect(former.status == 12)
    #expect(later.status == 0)
  }

  @Test func `seals by SM4 and SM3 where it is asked to, and moves from one to the other`() throws {
    let program = try SmallDistrict.program()
    func profiles(_ run: Program.Outcome) throws -> [String?] {
      try #require(try object(run.output)["versions"] as? [[String: Any]])
        .map { $0["profile"] as? String }
    }

    let made = try shell("\"$0\" init --store a.sqlite --profile sm --key a --json", in: program)
    let fresh = try shell("\"$0\" seal status --store a.sqlite --json", in: program)
    let sealed = try shell("\"$0\" seal store --profile sm --key k --json", in: program)
    let other = try shell("\"$0\" seal store --profile aes --key k", in: program)
    let kept = try shell("\"$0\" seal rotate --key k --json", in: program)
    let moved = try shell("\"$0\" seal rotate --profile aes --key k --json", in: program)
    let back = try shell("\"$0\" seal rotate --profile sm --key k --json", in: program)
    let wrong = try shell("\"$0\" seal rotate --profile des --key k", in: program)

    #expect(try object(made.output)["sealed"] as? Bool == true, "\(made.errors)")
    #expect(try profiles(fresh) == ["sm4-ctr-hmac-sm3"])
    #expect(try profiles(sealed) == ["sm4-ctr-hmac-sm3"], "\(sealed.errors)")
    #expect(other.status == 1)
    #expect(other.errors.contains("gewu.sqlite is sealed by sm4-ctr-hmac-sm3 already"))
    #expect(other.errors.contains("`gewu seal rotate --profile` moves it to other algorithms"))
    #expect(try profiles(kept) == ["sm4-ctr-hmac-sm3"])
    #expect(try profiles(moved) == ["aes-256-gcm"])
    #expect(try profiles(back) == ["sm4-ctr-hmac-sm3"])
    #expect(wrong.status == 64)
    #expect(
      try shell("\"$0\" seal status", in: program).output.contains("sm4-ctr-hmac-sm3: 0 values"))
    #expect(try shell("\"$0\" verify --key k", in: program).status == 0)
  }

  @Test func `says that libcrypto has no SM4 and SM3, and makes nothing`() throws {
    let program = try SmallDistrict.program()
    try #require(try shell("\"$0\" seal store --profile sm --key k", in: program).status == 0)
    // Nothing that is not approved by FIPS 140 is given out.
    try program.write(
      "none.cnf",
      "openssl_conf = a\n[a]\nalg_section = b\n[b]\ndefault_properties = fips=yes\n")
    let without = "export OPENSSL_CONF=$PWD/none.cnf;"

    let made = try shell(
      "\(without) \"$0\" init --store b.sqlite --profile sm --key b", in: program)
    let moved = try shell("\(without) \"$0\" seal rotate --key k", in: program)

    #expect(made.status == 1 && moved.status == 1)
    for run in [made, moved] {
      #expect(
        run.errors.contains(
          "the libcrypto of this machine has not the algorithms of sm4-ctr-hmac-sm3"),
        "\(run.errors)")
    }
    for file in ["b.sqlite", "b"] {
      #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: file).path))
    }
  }

  @Test func `of a store that is not sealed says so`() throws {
    let program = try SmallDistrict.program()

    let status = try shell("\"$0\" seal status", in: program)
    let rotated = try shell("\"$0\" seal rotate", in: program)

    #expect(
      status.output.contains("gewu.sqlite is not sealed: for data that is not personal only"))
    #expect(rotated.status == 1)
    #expect(rotated.errors.contains("gewu.sqlite is not sealed; `gewu seal store` seals it"))
  }
}
