import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial doctor`
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Finds agents, reservations and contacts that look stuck, says why, and offers the repair.",
        discussion: "Exits with 0 when nothing was found or everything was repaired, with 1 otherwise.")

    @Flag(help: "Carry out the repairs that are offered.")
    var repair = false

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let findings = try await client.findings().items
            if read.json { try Report.json(findings) } else { Self.show(findings) }
            var left = findings.count
            for finding in findings where repair {
                guard let offered = finding.repair else { continue }
                try await client.carryOut(offered)
                if !read.json { print("Done: \(offered.description)") }
                left -= 1
            }
            if left > 0 { throw ExitCode.failure }
        }
    }

    private static func show(_ findings: [Finding]) {
        if findings.isEmpty { print("Nothing looks stuck.") }
        for finding in findings {
            print("\(finding.subject) \(finding.id): \(finding.message)")
            print("  Repair: \(finding.repair?.description ?? "none is offered; look at it yourself").")
        }
    }
}
