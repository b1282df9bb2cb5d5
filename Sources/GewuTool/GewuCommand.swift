import ArgumentParser
@main struct GewuCommand: ParsableCommand { func run() throws { print("gewu") } }
