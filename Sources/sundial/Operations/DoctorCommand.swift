import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial doctor`
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Finds what somebody should look at in the whole cluster, says why, and offers the repair.",
        discussion: """
            Looks at nodes (heard, clocks, disks, versions), partitions (owner, lag, configuration), journals (whole, \
            copies, servers) and at agents, reservations and contacts that look stuck. Notes are worth knowing and no \
            more. Exits with 0 when there is nothing but notes or everything was repaired, with 1 otherwise.
            """)

    @Flag(help: "Carry out the repairs that are offered.")
    var repair = false

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let findings = try await client.findings().items
            if read.json { try Report.json(findings) } else { Self.show(findings) }
            var left = findings.count { $0.severity != "note" }
            for finding in findings where repair {
                guard let offered = finding.repair else { continue }
                try await client.carryOut(offered)
                if !read.json { print("Done: \(offered.description)") }
                if finding.severity != "note" { left -= 1 }
            }
            if left > 0 { throw ExitCode.failure }
        }
    }

    private static func show(_ findings: [Finding]) {
        if findings.isEmpty { print("Nothing needs a look.") }
        for finding in findings {
            print("\(finding.severity.uppercased())  \(finding.subject) \(finding.id): \(finding.message)")
            if let repair = finding.repair { print("  Repair: \(repair.description)") }
        }
    }
}
