import Testing
import Words

/// What strangers put into names and values reaches people only where it can be seen.
@Suite struct `Visible texts` {
  @Test func `write control characters, marks of direction and hidden characters out`() {
    #expect(VisibleText.visible("a\u{1B}[31mb\u{7}") == "a\\u{1B}[31mb\\u{7}")
    #expect(VisibleText.visible("a\nb\r\nc\td") == "a\\nb\\r\\nc\\td")
    #expect(
      VisibleText.visible("\u{202E}txt\u{2066}\u{200B}\u{FEFF}\u{9B}1m\u{7F}\u{2028}")
        == "\\u{202E}txt\\u{2066}\\u{200B}\\u{FEFF}\\u{9B}1m\\u{7F}\\u{2028}")
  }

  @Test func `leave everything else as it is`() {
    for text in ["", "网格 网 é e\u{301} 👩‍👩‍👧 \\n \\u{1B}", "C:\\new\\table", "１２３（甲）"] {
      #expect(VisibleText.visible(text) == text)
    }
    let once = VisibleText.visible("\u{1B}\n")
    #expect(VisibleText.visible(once) == once)
  }

  @Test func `are what is put into a sentence, while its own lines stay lines`() {
    let name = "evil\n\u{1B}[2Jgewu: done"

    let wording = Wording("file \(name):\nbad", "文件 \(name)：\n不可用")

    #expect(wording.english == "file evil\\n\\u{1B}[2Jgewu: done:\nbad")
    #expect(wording.chinese == "文件 evil\\n\\u{1B}[2Jgewu: done：\n不可用")
    #expect(Wording(verbatim: name).english == "evil\\n\\u{1B}[2Jgewu: done")
    #expect([name, "b"].listed().english == "evil\\n\\u{1B}[2Jgewu: done, b")
  }

  @Test func `are the cells of a table`() {
    var table = TextTable([(name: "code", side: .left), (name: "name", side: .left)])
    table.append(["a", "x\ny\u{1B}"])

    #expect(table.text == "code  name\na     x\\ny\\u{1B}")
  }
}
