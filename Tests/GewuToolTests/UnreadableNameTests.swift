import Foundation
import Testing

/// Names in GBK, as unpacking on Linux leaves them: 测试 is B2 E2 CA D4.
@Suite struct `Names that are not UTF-8` {
  private static let shown = #"\xB2\xE2\xCA\xD4"#
  private static let advice =
    "has a name that is not UTF-8, as unpacking leaves it; rename it: `convmv -f gbk -t utf8` does so for a "
    + "name in GBK\n"
  private static let name = #"$(printf '\262\342\312\324')"#
  private static let table = "number,kind,checked,people,lon,lat\\n1,red,,,120.05,30.05\\n"

  private func program() throws -> Program {
    let program = try SmallDistrict.program()
    try program.write("Importers/fire/hydrant.yaml", `gewu import`.manifest)
    return program
  }

  @Test func `a file and a folder of a folder are failed files, and the others are imported`()
    throws
  {
    let program = try program()
    let outcome = try program.runShell(
      """
      mkdir -p "in/\(Self.name)" in/.git; printf '\(Self.table)' > in/hydrants.csv
      cp in/hydrants.csv "in/hydrants-\(Self.name).csv"; cp in/hydrants.csv "in/\(Self.name)/a.csv"
      cp in/hydrants.csv "in/.git/\(Self.name)"; ln -s nowhere "in/\(Self.name)-link"
      "$0" import in
      """)

    #expect(outcome.status == 1)
    for name in ["\(Self.shown)/", "hydrants-\(Self.shown).csv"] {
      #expect(outcome.errors.contains("gewu: in/\(name): \(Self.advice)"), "\(outcome.errors)")
    }
    #expect(!outcome.errors.contains("-link") && !outcome.errors.contains(".git"))
    #expect(try program.run("batches list --json").output.contains("hydrants.csv"))
  }

  @Test func `it is said in Chinese, and in the summary`() throws {
    let program = try program()
    let outcome = try program.runShell(
      """
      mkdir in; printf '\(Self.table)' > in/hydrants.csv; cp in/hydrants.csv "in/\(Self.name).csv"
      "$0" import in --summary s.json
      """, locale: "zh_CN.UTF-8")

    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains(
        "gewu: in/\(Self.shown).csv：名称不是 UTF-8 编码（常见于解压后的文件）；请重命名："))
    #expect(try program.read("s.json").contains(#""file":"in/\\xB2\\xE2\\xCA\\xD4.csv""#))
  }

  @Test(arguments: [
    #"import "FILE""#, #"grids load "FILE" --level grid --code code"#, #"datasets draft "FILE""#,
    #"datasets check --manifests="FILE""#, #"locate --input hydrants.csv "FILE""#,
  ])
  func `an argument that names one is told by its bytes`(line: String) throws {
    let program = try program()
    let path = "in/\(Self.name).csv"
    let outcome = try program.runShell(
      """
      mkdir in; printf '\(Self.table)' > "\(path)"
      "$0" \(line.replacing("FILE", with: path))
      """)

    #expect(outcome.status == 1)
    #expect(outcome.errors == "gewu: in/\(Self.shown).csv: \(Self.advice)")
    #expect(outcome.output.isEmpty)
  }

  @Test func `an argument that names nothing is a fault of the line`() throws {
    let program = try program()
    let english = try program.runShell(#""$0" export hydrant "FILE.csv""#.filled(Self.name))
    let chinese = try program.runShell(
      #""$0" --lang zh locate "FILE" 30"#.filled(Self.name))

    #expect(english.status == 64 && chinese.status == 64)
    #expect(
      english.errors.contains(
        "the argument '\(Self.shown).csv' is not UTF-8; write it in a terminal that is set to UTF-8"
      ))
    #expect(chinese.errors.contains("参数“\(Self.shown)”不是 UTF-8 编码；请在设为 UTF-8 的终端中输入"))
  }

  @Test func `a manifest with such a name is told, and the others are taken`() throws {
    let program = try program()
    try program.write(
      "hydrants.csv", "number,kind,checked,people,lon,lat\n1,red,,,120.05,30.05\n")
    let outcome = try program.runShell(
      """
      cp Importers/fire/hydrant.yaml "Importers/\(Self.name).yaml"; touch "Importers/\(Self.name)"
      "$0" datasets check > review; echo $? >> review; "$0" import hydrants.csv
      """)

    #expect(outcome.status == 0)
    #expect(
      outcome.errors.contains("gewu: Importers/\(Self.shown).yaml: \(Self.advice.dropLast())"))
    let review = try program.read("review")
    #expect(review.contains("Importers/\(Self.shown).yaml") && review.hasSuffix("\n1\n"))
    #expect(!review.contains("Importers/\(Self.shown):"))
  }

  @Test func `a geodatabase with such a part is told`() throws {
    let program = try program()
    let outcome = try program.runShell(
      """
      mkdir a.gdb; printf x > "a.gdb/\(Self.name).gdbtable"; printf x > a.gdb/a.gdbtable
      "$0" grids load a.gdb --level grid --code code
      """)

    #expect(outcome.status == 1)
    #expect(outcome.errors == "gewu: a.gdb/\(Self.shown).gdbtable: \(Self.advice)")
  }

  @Test func `the arguments are those given, whatever moves the environment before`() throws {
    let program = try program()
    // The Swift library asks for the map of its memory before it looks for the arguments.
    try program.write(
      "early.c",
      """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      FILE *fopen(const char *path, const char *mode) {
        FILE *(*next)(const char *, const char *) = dlsym(RTLD_NEXT, "fopen");
        if (strcmp(path, "/proc/self/maps") == 0) setenv("EARLY_SETTING", "1", 1);
        return next(path, mode);
      }
      """)
    let outcome = try program.runShell(
      """
      cc -shared -fPIC -o early.so early.c -ldl || clang -shared -fPIC -o early.so early.c -ldl || exit 77
      LD_PRELOAD=./early.so "$0" grids list --json
      """)

    #expect(outcome.status == 0 && outcome.output.hasPrefix("[{"), "\(outcome)")
  }
}

extension String {
  fileprivate func filled(_ name: String) -> String { replacing("FILE", with: name) }
}
