import Center
import Cluster
import ContactCenter
import JournalConformance
import Logging
import Synchronization

@testable import ClusterNATS

/// One host of the sample partition over a journal in JetStream, and how its run ended.
final class HostedPartition: Sendable {
    static let queue: QueueID = "support"

    let host: PartitionHost
    private let ending = Mutex<CenterError?>(nil)

    init(_ journal: JetStreamJournal, incarnation: Incarnation) {
        var limits = PartitionLimits()
        limits.retryCeiling = .milliseconds(200)
        host = PartitionHost(
            partition: JournalSample.partition, floorNumber: 0, incarnation: incarnation, journal: journal,
            limits: limits, businessClock: SystemBusinessClock(), clock: SystemProtocolClock(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// How the run ended; nil before that.
    var error: CenterError? { ending.withLock { $0 } }

    /// Runs the host while `body` runs, which begins once it serves.
    func run<Output: Sendable>(_ body: () async throws -> Output) async throws -> Output {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do { try await self.host.run() } catch { self.ending.withLock { $0 = error as? CenterError } }
            }
            defer { group.cancelAll() }
            try await host.waitUntilServing()
            return try await body()
        }
    }

    /// Puts a queue into force.
    func configure() async throws -> CommandResult {
        let configuration = CenterConfiguration(
            name: "Sample", sites: [SiteConfiguration(id: "fra", timeZone: "Europe/Berlin")],
            reasons: [ReasonConfiguration(code: "no-answer")], queues: [QueueConfiguration(id: Self.queue)])
        return try await host.submit(
            Self.command(.configure(Configure(configuration: configuration, source: "sample"))))
    }

    /// Opens a contact; whatever becomes of an attempt, the same command is repeated until it is answered.
    func open() async throws -> ContactID? {
        let command = Self.open()
        while true {
            do throws(CenterError) {
                guard case .done(.opened(let contact, _)) = try await host.submit(command, within: .seconds(1)) else {
                    return nil
                }
                return contact
            } catch {
                guard error.code == .timeout || error.code == .overloaded else { throw error }
            }
        }
    }

    /// Opens contacts one after another, with pauses in which another may take over, until one has.
    ///
    /// - Returns: Those that were answered.
    func openUntilMoved() async throws -> Set<ContactID> {
        var opened: Set<ContactID> = []
        while true {
            do {
                if let contact = try await open() { opened.insert(contact) }
                try await Task.sleep(for: .milliseconds(10))
            } catch let error as CenterError {
                guard error.code == .movedAway else { throw error }
                return opened
            }
        }
    }

    /// The contacts of `wanted` that the partition has.
    func contacts(of wanted: Set<ContactID>) async throws -> Set<ContactID> {
        try await host.read { floor, _ in wanted.filter { floor.contact($0) != nil } }
    }

    static func open() -> Command {
        command(.openContact(OpenContact(channel: .voice, queue: queue, customer: nil)))
    }

    private static func command(_ body: Command.Body) -> Command {
        var random = SystemRandomNumberGenerator()
        return Command(id: CommandID(time: SystemBusinessClock().now(), random: &random), body: body)
    }
}
