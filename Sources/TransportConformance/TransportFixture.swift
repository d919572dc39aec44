public import Cluster

/// A network of its own, and what the suite must be able to do to it.
public struct TransportFixture: Sendable {
    /// Makes a transport of the network, not started yet.
    public let makeTransport: @Sendable () async throws -> any Transport

    public init(makeTransport: @escaping @Sendable () async throws -> any Transport) {
        self.makeTransport = makeTransport
    }

    /// Runs `body` with a transport that receives as `node`, and stops it.
    func withNode(
        _ node: NodeID, _ body: (any Transport, Inbox) async throws -> Void
    ) async throws {
        let transport = try await makeTransport()
        let inbox = Inbox()
        try await transport.start(as: node) { inbox.take($0) }
        do {
            try await body(transport, inbox)
            await transport.stop()
        } catch {
            await transport.stop()
            throw error
        }
    }
}
