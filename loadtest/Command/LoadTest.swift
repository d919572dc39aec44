import ArgumentParser
@main struct LoadTest: ParsableCommand {}
