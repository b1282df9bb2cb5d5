import Testing
import Words

@Suite struct `The language` {
  @Test(arguments: [
    ("zh_CN.UTF-8", Language.chinese), ("zh_TW", .chinese), ("en_GB.UTF-8", .english),
    ("C", .english), ("", .english),
  ])
  func `is read from a locale's name`(locale: String, language: Language) {
    #expect(Language(locale: locale) == language)
  }

  @Test func `is that of the first variable that is set and not empty`() {
    #expect(Language(environment: ["LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "C"]) == .chinese)
    #expect(Language(environment: ["LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"]) == .english)
    #expect(Language(environment: [:]) == .english)
  }

  @Test(
    arguments: [
      (nil, Language.english), ("zh", .chinese), ("zh-CN,zh;q=0.9,en;q=0.8", .chinese),
      ("en-GB, zh;q=0.9", .english), ("fr, zh;q=0.1", .chinese), ("fr", .english),
      ("zh;q=0, en", .english), ("en;q=0.5, zh;q=0.7", .chinese), ("*", .english),
    ] as [(String?, Language)])
  func `is the one that Accept-Language weighs most`(field: String?, language: Language) {
    #expect(Language(acceptLanguage: field) == language)
  }
}
