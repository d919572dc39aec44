import ArgumentParser
import Foundation
import LoadHarness

/// `loadtest floor`: measures what no center on this machine could do faster.
struct FloorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "floor",
        abstract: "Measures an empty HTTP round trip, a commit to SQLite, and an event on a stream.")

    @OptionGroup var node: NodeOptions
    @Option(help: "How often each is measured.") var samples = 1_000
    @Option(help: "Measure the commits in this folder: best on the node's disk.") var folder: String?
    @Flag(help: "Measure without a node, leaving the round trip out.") var withoutNode = false
    @Flag(help: "Write the figures as JSON, in microseconds.") var json = false

    func run() async throws {
        let failures = await ExitStatus.of { () async throws(HarnessError) -> Bool in
            let target = withoutNode ? nil : try Target.named(url: node.urls.first, token: node.token ?? "none")
            let place = folder ?? node.dataFolder
            let figures = try await FloorMeasurement(target: target, folder: place, samples: max(1, samples)).measure()
            print(json ? try figures.json() : figures.text)
            return true
        }
        if let failures { throw failures }
    }
}
