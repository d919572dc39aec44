import Center
import Cluster
import ContactCenter
import Logging
import Synchronization
import Testing
import Wire

/// One host over a journal in memory, and the commands that tests give it.
struct Fixture: Sendable {
    static let partition = PartitionID(site: "fra", number: 0)
    static let queue: QueueID = "support"
    static let anna: AgentID = "anna"
    static let ben: AgentID = "ben"

    let clock: ManualClock
    let journal: ScriptedJournal
    let host: PartitionHost
    private let counter = Counter()

    init(
        store: MemoryJournalStore = MemoryJournalStore(), clock: ManualClock = ManualClock(),
        incarnation: Incarnation = 1, _ change: (inout PartitionLimits) -> Void = { _ in }
    ) {
        var limits = PartitionLimits()
        limits.stallThreshold = .seconds(3_600)
        limits.callTimeout = .seconds(3_600)
        change(&limits)
        self.clock = clock
        journal = ScriptedJournal(store: store)
        host = PartitionHost(
            partition: Self.partition, floorNumber: 0, incarnation: incarnation, journal: journal, limits: limits,
            businessClock: clock.business, clock: clock, logger: Self.logger)
    }

    static var logger: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }

    var store: MemoryJournalStore { journal.store }

    /// Runs the host while `body` runs; ends it as a crash would.
    func withHost<Output: Sendable>(_ body: @Sendable (PartitionHost) async throws -> Output) async throws -> Output {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try? await host.run() }
            defer { group.cancelAll() }
            try await host.waitUntilServing()
            let output = try await body(host)
            group.cancelAll()
            journal.letGo()
            try await group.waitForAll()
            return output
        }
    }

    /// A command with a new id.
    func command(_ body: Command.Body) -> Command {
        var random = Fixed(value: counter.next())
        return Command(id: CommandID(time: clock.business.now(), random: &random), body: body)
    }

    func open(customer: String? = nil) -> Command {
        command(.openContact(OpenContact(channel: .voice, queue: Self.queue, customer: customer)))
    }

    /// Puts the sample configuration into force, and both agents to work.
    func prepare() async throws {
        let configure = Configure(configuration: Self.configuration, source: "sample")
        #expect(try await host.submit(command(.configure(configure))) == .done(.configured(version: 1)))
    }

    /// Makes an agent available; reachable as well when a stream incarnation is given.
    func staff(_ agent: AgentID, stream: UInt64? = nil) async throws {
        #expect(try await host.submit(command(.signIn(agent))) == .done(.nothing))
        let available = SetAvailability(agent: agent, state: .available)
        #expect(try await host.submit(command(.setAvailability(available))) == .done(.nothing))
        if let stream {
            #expect(try await host.submit(command(.attachStream(agent, incarnation: stream))) == .done(.nothing))
        }
    }

    /// Opens a contact and returns its id.
    func opened() async throws -> ContactID {
        guard case .done(.opened(let contact, _)) = try await host.submit(open()) else {
            throw CenterError(.invalid, "the contact was not opened")
        }
        return contact
    }

    /// The floor's bytes, once all before is durable.
    func floorBytes() async throws -> [UInt8] {
        try await host.read { floor, _ in floor.wireBytes() }
    }

    static var configuration: CenterConfiguration {
        var queue = QueueConfiguration(id: queue)
        queue.offerTimeout = .seconds(20)
        queue.wrapUpLimit = .zero
        return CenterConfiguration(
            name: "Sample", sites: [SiteConfiguration(id: "fra", timeZone: "Europe/Berlin")],
            capacities: [CapacityConfiguration(id: "one", channels: [ChannelCapacity(channel: .voice, maximum: 1)])],
            reasons: [ReasonConfiguration(code: "no-answer")],
            queues: [queue],
            agents: [anna, ben].map { AgentConfiguration(id: $0, site: "fra", capacity: "one") })
    }

    private final class Counter: Sendable {
        private let value = Mutex<UInt64>(UInt64.random(in: 0...UInt64(UInt32.max)) << 20)
        func next() -> UInt64 {
            value.withLock { value in
                value += 1
                return value
            }
        }
    }

    private struct Fixed: RandomNumberGenerator {
        let value: UInt64
        mutating func next() -> UInt64 { value }
    }
}

/// Lets other tasks run until `condition` holds.
func eventually(_ condition: () async throws -> Bool) async rethrows {
    while try await !condition() { await Task.yield() }
}
