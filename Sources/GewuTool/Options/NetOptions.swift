import ArgumentParser

/// Which net of cells a command works on.
struct NetOptions: ParsableArguments {
  @Option(help: "The net of cells, as `gewu nets list` shows them.")
  var net = "base"
}

/// What a net is called and which grammar its codes follow.
struct NetNames: ParsableArguments {
  @Option(help: "What people call it.")
  var title: String?

  @Option(name: .customLong("title-zh"), help: "What people call it in Chinese.")
  var titleChinese: String?

  @Option(help: "The grammar of its codes: free, unit-grid-15, social-governance-15 or cjt349-20.")
  var codes: String?
}
