import Foundation
import Testing

/// `gewu subjects assemble` and decisions, ended by SIGKILL.
@Suite struct `Subjects of a program that is killed` {
  private static let manifest = """
    name: people
    primaryKey: [row_no]
    fields:
      - {name: row_no}
      - {name: full_name}
      - {name: phone}
    gewu: {files: ["people*"], load: full}
    """
  private static let rules = """
    kind: person
    keys: [phone]
    attributes:
      name: {kind: name}
      phone: {kind: phone}
    identity:
      - {rule: I1, certain: true, equal: [phone]}
    sources:
      people: {rank: 1, fields: {name: full_name, phone: phone}}
    """
  private static let people = 20_000

  private func table(_ shift: Int) -> String {
    "row_no,full_name,phone\n"
      + (0..<Self.people).map { "\($0),测\($0),\(13_900_000_000 + ($0 + shift) / 2)\n" }.joined()
  }

  @Test(.timeLimit(.minutes(3)))
  func `are those of before or after`() throws {
    let program = try SmallDistrict.program()
    try program.write("manifests/people.yaml", Self.manifest)
    try program.write("rules/person.yaml", Self.rules)
    try program.write("people-1.csv", table(0))
    try program.write("people-2.csv", table(1))
    try program.run("import people-1.csv --manifests manifests --quiet")
    try #require(try program.run("subjects assemble rules").status == 0)
    try #require(
      try program.run("import people-2.csv --manifests manifests --quiet --later").status == 0)
    let list = "subjects list --limit 100000"
    let before = try program.run(list).output
    try #require(before.split(separator: "\n").count > Self.people / 2)
    var killed: [String] = []
    for wait in [0.05, 0.2, 0.4, 0.6] {
      let outcome = try program.runShell(
        """
        "$0" subjects assemble rules > /dev/null & process=$!
        sleep \(wait)
        kill -KILL $process && wait $process
        echo "status $?"
        """)
      if outcome.output.contains("status 137") { killed.append(try program.run(list).output) }
      #expect(try program.run("verify --quick").status == 0)
    }
    try #require(!killed.isEmpty)
    try #require(try program.run("subjects assemble rules").status == 0)
    let after = try program.run(list).output
    #expect(before != after)
    for state in killed { #expect(state == before || state == after) }
  }
}
