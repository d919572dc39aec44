import NATSServerProcess
import Testing

/// Gives a suite one server for all its tests.
struct ServerScope: SuiteTrait, TestScoping {
    /// The server of the running suite; nil outside of one.
    @TaskLocal static var server: NATSServer?

    /// Room for every stream that the tests of a suite make, as limits go.
    static var settings: NATSServerSettings {
        var settings = NATSServerSettings()
        settings.storageBytes = 68_719_476_736
        return settings
    }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await NATSServer.with(Self.settings) { server in
            try await Self.$server.withValue(server) { try await function() }
        }
    }
}

extension Trait where Self == ServerScope {
    /// One server for all tests of the suite, in ``ServerScope/server``.
    static var server: Self { Self() }
}
