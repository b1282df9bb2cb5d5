import ArgumentParser
import CConfinedChild
import Files
import Glibc

/// Where the program starts: parse, run, and end with the exit code of the contract.
@main enum EntryPoint {
  static func main() async {
    // What was imported is in memory: no crash and no other process brings it out.
    gewu_keep_memory_private()
    FileMode.keepFromOthers()
    // A reader that went away is no failure: writing then fails with EPIPE instead of a signal.
    signal(SIGPIPE, SIG_IGN)
    do {
      try Surroundings.check()
      let invocation = Invocation.current
      if let fault = invocation.fault { throw fault }
      var command = try GewuCommand.parseAsRoot(NegativeNumbers.shielded(invocation.arguments))
      try RepeatedOptions.check(invocation.arguments, of: type(of: command))
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      Failure(error, of: GewuCommand.self).end()
    }
  }
}
