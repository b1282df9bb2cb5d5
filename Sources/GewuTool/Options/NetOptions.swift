import ArgumentParser

/// Which net of cells a command works on.
struct NetOptions: ParsableArguments {
  @Option(help: "The net of cells, as `gewu nets list` shows them.")
  var net = "base"
}
