import Cluster
import JournalConformance
import NATSServerProcess

@testable import ClusterNATS

/// A journal's streams on some servers, under a name of their own, and how tests reach them.
struct JetStreamPlace: Sendable {
    let servers: NATSOptions
    var options: JetStreamOptions

    /// A place on the servers at `url` where nothing is stored yet.
    init(url: String, _ change: (inout JetStreamOptions) -> Void = { _ in }) {
        self.init(NATSOptions(servers: url.split(separator: ",").map(String.init)), change)
    }

    /// A place on the servers that are reached so, where nothing is stored yet.
    init(_ servers: NATSOptions, _ change: (inout JetStreamOptions) -> Void = { _ in }) {
        self.servers = servers
        options = JetStreamOptions(cluster: "test\(UInt32.random(in: 0...UInt32.max))")
        options.journalBytes = 33_554_432
        options.snapshotBytes = 33_554_432
        change(&options)
    }

    var names: JetStreamNames { JetStreamNames(JournalSample.partition, options) }

    /// A connection of its own.
    func connect() async throws -> NATSConnection {
        try await NATSConnection.open(servers)
    }

    /// A journal that is not open, over a connection of its own.
    func makeJournal(_ change: (inout JetStreamOptions) -> Void = { _ in }) async throws -> JetStreamJournal {
        var options = options
        change(&options)
        return JetStreamJournal(partition: JournalSample.partition, connection: try await connect(), options: options)
    }

    /// Runs `body` with an open journal, and closes it.
    func withJournal<Result>(
        _ body: (JetStreamJournal, JournalCondition) async throws -> Result
    ) async throws -> Result {
        let journal = try await makeJournal()
        do {
            let result = try await body(journal, try await journal.open())
            await journal.close()
            return result
        } catch {
            await journal.close()
            throw error
        }
    }

    /// Runs `body` with JetStream's own requests, which go behind the journal's back.
    func withAPI<Result>(_ body: (JetStreamAPI) async throws -> Result) async throws -> Result {
        let requests = try await NATSRequests.open(on: try await connect())
        defer { requests.close() }
        return try await body(
            JetStreamAPI(requests: requests, prefix: names.api, patience: .seconds(5), lookPatience: .seconds(5)))
    }

    /// Flips the last byte of a snapshot's last chunk.
    func damage(_ snapshot: SnapshotReference) async throws {
        let subject = "\(names.subject(of: snapshot)).\(snapshot.chunkCount - 1)"
        try await withAPI { api in
            var bytes = try await api.message(of: names.snapshots, subject: subject)?.bytes ?? []
            bytes[bytes.count - 1] ^= 0xff
            _ = try await api.publish(bytes, to: subject, of: names.snapshots, patience: .seconds(5))
        }
    }
}

/// The error that `body` throws; nil when it throws none or another.
func journalError(_ body: () async throws -> Void) async -> JournalError? {
    do {
        try await body()
        return nil
    } catch {
        return error as? JournalError
    }
}

/// Tries again until the journal is there again.
func whenAvailable<Result>(_ body: () async throws(JournalError) -> Result) async throws -> Result {
    while true {
        do throws(JournalError) { return try await body() } catch {
            guard error.code == .unavailable || error.code == .unknown else { throw error }
        }
        try await Task.sleep(for: .milliseconds(20))
    }
}
