import Testing
import Words

@Suite struct `A table of text` {
  @Test func `counts two columns for a Han character`() {
    var table = TextTable([("名称", .left), ("数", .right)])
    table.append(["abc", "1"])
    table.append(["人民路", "12"])

    #expect(
      table.text == """
        名称    数
        abc      1
        人民路  12
        """)
    #expect(TextTable.width(of: "a人（") == 5)
  }
}
