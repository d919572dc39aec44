import ArgumentParser
@main struct Sundial: ParsableCommand {}
