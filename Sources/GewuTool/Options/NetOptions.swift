import ArgumentParser
import Words

/// Which net of cells a command works on.
struct NetOptions: ParsableArguments {
  @Option(help: .words(Help.Shared.net))
  var net = "base"
}

/// What a net is called and which grammar its codes follow.
struct NetNames: ParsableArguments {
  @Option(help: .words(Help.Nets.title))
  var title: String?

  @Option(name: .customLong("title-zh"), help: .words(Help.Nets.titleChinese))
  var titleChinese: String?

  @Option(help: .words(Help.Nets.codes))
  var codes: String?
}
