import Center
import Cluster
import ContactCenter
import Simulation
import Synchronization
import Testing
import Wire

/// What tests of whole clusters do with one, from outside, in virtual time.
struct ClusterScene: Sendable {
    let cluster: SimulatedCluster
    private let ids = CommandNumbers()

    init(cluster: SimulatedCluster) {
        self.cluster = cluster
    }

    /// Lets time pass.
    func pause(_ duration: Duration) async throws {
        try await cluster.time.sleep(until: cluster.time.now + duration)
    }

    /// What a node's directory says; asked again until it says something.
    func asking<Answer: Sendable>(
        _ node: NodeID, _ body: @escaping @Sendable (CenterDirectory) async throws -> Answer
    ) async throws -> Answer {
        while true {
            switch await cluster.ask(node, within: .seconds(15), { try await body($0.directory) }) {
            case .success(let answer): return answer
            case .failure(let error): throw error
            case nil: try await pause(.milliseconds(100))
            }
        }
    }

    /// The only owner of a partition; waits until there is one.
    func owner(of partition: PartitionID) async throws -> NodeID {
        while true {
            let owners = cluster.owners(of: partition)
            if owners.count == 1 { return owners[0] }
            try await pause(.milliseconds(50))
        }
    }

    func perform(_ body: Command.Body, at node: NodeID, site: SiteID? = nil) async throws -> CommandResult {
        let command = Command(id: ids.next(at: cluster.now), body: body)
        return try await asking(node) { try await $0.perform(command, at: site) }
    }

    /// Puts the sample configuration into force as the next version.
    func configure() async throws {
        let wish = Configure(configuration: Fixture.configuration, source: "sample")
        guard case .done = try await perform(.configure(wish), at: cluster.running[0]) else {
            throw CenterError(.invalid, "the configuration was refused")
        }
    }

    /// Makes an agent available.
    func staff(_ agent: AgentID) async throws {
        #expect(try await perform(.signIn(agent), at: cluster.running[0]) == .done(.nothing))
        let available = SetAvailability(agent: agent, state: .available)
        #expect(try await perform(.setAvailability(available), at: cluster.running[0]) == .done(.nothing))
    }

    func opened(at node: NodeID) async throws -> ContactID {
        let opening = OpenContact(channel: .voice, queue: Fixture.queue)
        guard case .done(.opened(let contact, _)) = try await perform(.openContact(opening), at: node) else {
            throw CenterError(.invalid, "the contact was not opened")
        }
        return contact
    }

    func end(_ contact: ContactID, at node: NodeID) async throws {
        #expect(try await perform(.end(contact), at: node) == .done(.nothing))
    }

    /// Opens contacts one after another at another node than `node`.
    ///
    /// - Returns: How long the slowest took.
    func slowestOpening(of count: Int, not node: NodeID) async throws -> Duration {
        let other = cluster.running.first { $0 != node } ?? node
        var slowest: Duration = .zero
        for _ in 0..<count {
            let start = cluster.time.now
            _ = try await opened(at: other)
            slowest = max(slowest, cluster.time.now - start)
            try await pause(.milliseconds(20))
        }
        return slowest
    }

    /// The contacts that are offered to an agent on one stream, each once, in order.
    func offers(to agent: AgentID, at node: NodeID, count: Int) async throws -> [ContactID] {
        let answer = await cluster.ask(node, within: .seconds(60)) { node in
            try await node.directory.withAgentNotices(of: agent) { stream in
                var offered: [ContactID] = []
                for try await batch in stream {
                    for case .notice(.offered(let offer)) in batch.map(\.content) {
                        if !offered.contains(offer.contact) { offered.append(offer.contact) }
                    }
                    if offered.count == count { break }
                }
                return offered
            }
        }
        return try #require(answer).get().get()
    }
}

/// Ids of commands, each new.
private final class CommandNumbers: Sendable {
    private let generator = Mutex(SeededGenerator(seed: 4711))

    func next(at time: Timestamp) -> CommandID {
        generator.withLock { CommandID(time: time, random: &$0) }
    }
}
