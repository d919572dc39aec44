import ClusterNATS
import NATSServerProcess
import Testing

/// Gives a suite the three servers of a hub, as `deploy/hosts/nats` configures them, for all its tests.
struct DeployedScope: SuiteTrait, TestScoping {
    /// The servers of the running suite; nil outside of one.
    @TaskLocal static var deployed: DeployedNATS?

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await DeployedNATS.with(hub: ["fra", "nyc", "tyo"]) { deployed in
            try await Self.$deployed.withValue(deployed) { try await function() }
        }
    }
}

extension Trait where Self == DeployedScope {
    /// A deployed hub for all tests of the suite, in ``DeployedScope/deployed``.
    static var deployed: Self { Self() }
}

extension DeployedNATS {
    /// How the user of a role reaches these servers.
    func options(as role: String, on servers: [NATSServer]? = nil) throws -> NATSOptions {
        var options = NATSOptions(servers: (servers ?? hub).map(\.url))
        options.identity = .nkey(publicKey: try publicKey(of: role), seedFile: seedFile(of: role))
        options.tls = NATSOptions.TLS(authorities: authorities)
        return options
    }
}
