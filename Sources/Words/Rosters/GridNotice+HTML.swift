package import Gewu
import Rosters

extension GridNotice {
  /// Where the page has its style from.
  package enum Style: Sendable {
    /// A style sheet that the page names.
    case link(String)
    /// The text of a style sheet, so that the page is whole by itself.
    case inline(String)
  }

  /// The notice as a page of A4, Chinese with English beside it.
  package func html(_ style: Style) -> String {
    let cell = parts.first?.cell
    let title = cell.map { $0.name ?? $0.code } ?? ""
    var page = """
      <!doctype html>
      <html lang="zh-CN">
      <head>
        <meta charset="utf-8">
        <title>\(HTML.escaped(title)) 网格公示 Grid notice</title>
        \(head(style))
      </head>
      <body>
      <main>
        <header>
          <h1>网格公示牌 <span lang="en">Grid notice</span></h1>
          <p class="path">\(path.map { HTML.escaped($0.name ?? $0.code) }.joined(separator: " › "))</p>
          <p class="code">\(HTML.escaped(cell?.code ?? "")) · \(HTML.escaped(at))</p>
        </header>

      """
    for part in parts { page += section(part, isOwn: part.cell == cell) }
    page += """
        <footer>
          <div class="text">
            <h2>随手上报 <span lang="en">Report something</span></h2>
            <p>扫码打开上报页面，网格已填好。 <span lang="en">The code opens the report page with this grid set.</span></p>
            \(offices.isEmpty ? "" : Self.line("办公电话", "Office", offices.joined(separator: " · ")))
            <p class="address">\(HTML.escaped(address))</p>
          </div>
          <svg viewBox="-4 -4 \(code.size + 8) \(code.size + 8)" role="img" aria-label="QR">
            <rect x="-4" y="-4" width="\(code.size + 8)" height="\(code.size + 8)" fill="#fff"/>
            <path d="\(code.path)" fill="#000"/>
          </svg>
        </footer>
      </main>
      </body>
      </html>

      """
    return page
  }

  private func head(_ style: Style) -> String {
    switch style {
    case .link(let address): "<link rel=\"stylesheet\" href=\"\(HTML.escaped(address))\">"
    case .inline(let text):
      "<style>\n\(text.replacing("</", with: "<\\/"))</style>"
    }
  }

  private func section(_ part: Part, isOwn: Bool) -> String {
    let name = HTML.escaped(part.cell.name ?? part.cell.code)
    var text = "  <section>\n"
    if !isOwn { text += "    <h2>\(name) <small>\(HTML.escaped(part.cell.level))</small></h2>\n" }
    text += "    <table>\n      <tbody>\n"
    for post in part.posts { text += row(post) }
    return text + "      </tbody>\n    </table>\n  </section>\n"
  }

  private func row(_ post: Post) -> String {
    let answer = post.answer
    var facts: [String] = []
    if answer.isVacant {
      facts.append(
        answer.standIn.map {
          "由上级代管 <span lang=\"en\">covered by the \(HTML.escaped($0.level))</span>"
        } ?? "空缺 <span lang=\"en\">vacant</span>")
    }
    if let holder = answer.holder { facts.append("<strong>\(HTML.escaped(holder))</strong>") }
    if let phone = answer.phone { facts.append(HTML.escaped(phone)) }
    switch answer.employment {
    case "full": facts.append("专职 <span lang=\"en\">full time</span>")
    case "part": facts.append("兼职 <span lang=\"en\">part time</span>")
    default: break
    }
    if let from = answer.from {
      facts.append("\(HTML.escaped(from)) 起 <span lang=\"en\">since</span>")
    }
    let label = answer.label
    return """
            <tr>
              <th>\(HTML.escaped(label.chinese))<br><span lang="en">\(HTML.escaped(label.english))</span></th>
              <td>\(facts.joined(separator: " · "))</td>
              <td>\(HTML.escaped(post.dutiesChinese ?? ""))<br><span lang="en">\(HTML.escaped(post.duties ?? ""))</span></td>
            </tr>

      """
  }

  private static func line(_ chinese: String, _ english: String, _ value: String) -> String {
    "<p class=\"office\">\(chinese) <span lang=\"en\">\(english)</span>: \(HTML.escaped(value))</p>"
  }
}

/// Text in a page.
enum HTML {
  /// A text without a sign that means markup, in an element or between double quotes.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in VisibleText.visible(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
