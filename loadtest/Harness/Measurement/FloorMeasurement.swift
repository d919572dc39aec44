import Cluster
import Foundation
import NIOCore
import NIOPosix
import Storage

/// What no center on this machine could do faster: an empty HTTP round trip, one commit to SQLite, and one event on
/// a stream, one after the other, each as plain as it can be.
///
/// The round trip is `GET /healthz` of the node itself, on a connection of its own; without a node it is left out.
/// The commit is an append of ``recordBytes`` to a journal of its own in a folder that should be on the disk that the
/// node writes to. The event is as long as an offer and goes over a loopback connection within this process, from the
/// call that writes it to its receipt.
public struct FloorMeasurement: Sendable {
    /// About what one command's record holds.
    public static let recordBytes = 256
    /// About what an offer's event holds.
    public static let eventBytes = 420

    let target: Target?
    let folder: String
    let samples: Int

    /// - Parameters:
    ///   - target: The node to ask; nil for none.
    ///   - folder: Where the journal is made, and removed again; nil for the folder of temporary files.
    public init(target: Target?, folder: String?, samples: Int = 1_000) {
        self.target = target
        self.folder = folder ?? FileManager.default.temporaryDirectory.path
        self.samples = samples
    }

    /// Measures.
    ///
    /// - Throws: ``HarnessError/Code/measurement`` when one of the three cannot be done.
    public func measure() async throws(HarnessError) -> FloorFigures {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do {
            let trips = try await roundTrips(group)
            let commits = try await self.commits()
            let events = try await self.events(group)
            try await group.shutdownGracefully()
            return FloorFigures(trips: trips, commits: commits, events: events)
        } catch {
            try? await group.shutdownGracefully()
            throw HarnessError(.measurement, "The floor could not be measured: \(error)", cause: error)
        }
    }

    private func roundTrips(_ group: MultiThreadedEventLoopGroup) async throws -> [Int64] {
        guard let target else { return [] }
        let echo = EchoClient(loop: group.next())
        try await echo.connect(host: target.host, port: target.port)
        let request = ByteBuffer(string: "GET /healthz HTTP/1.1\r\nHost: \(target.host)\r\n\r\n")
        let spans = try await echo.measure(samples) { $0.writeAndFlush(request, promise: nil) }
        await echo.close()
        return spans
    }

    private func commits() async throws -> [Int64] {
        let path = "\(folder)/floor-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let partition = PartitionID(site: "floor", number: 0)
        let journal = SQLiteJournal(partition: partition, path: "\(path)/journal.sqlite")
        _ = try await journal.open()
        var spans: [Int64] = []
        var last = JournalSequence.start
        for id in 1...UInt64(samples) {
            let record = JournalRecord(
                partition: partition, epoch: 1, incarnation: 1, id: id, follows: last, kind: .commands,
                payload: Array(repeating: UInt8(truncatingIfNeeded: id), count: Self.recordBytes))
            let start = NIODeadline.now()
            last = try await journal.append(record).sequence
            spans.append((NIODeadline.now() - start).nanoseconds / 1_000)
        }
        await journal.close()
        return spans
    }

    private func events(_ group: MultiThreadedEventLoopGroup) async throws -> [Int64] {
        let echo = EchoClient(loop: group.next())
        let server = try await ServerBootstrap(group: group)
            .childChannelInitializer { channel in
                echo.accepted(channel)
                return channel.eventLoop.makeSucceededVoidFuture()
            }
            .bind(host: "127.0.0.1", port: 0).get()
        try await echo.connect(host: "127.0.0.1", port: server.localAddress?.port ?? 0)
        try await echo.awaitPeer()
        let data = String(repeating: "x", count: Self.eventBytes)
        let event = ByteBuffer(string: "id: 1-1\nevent: offered\ndata: \(data)\n\n")
        let spans = try await echo.measure(samples, by: .peer) { $0.writeAndFlush(event, promise: nil) }
        await echo.close()
        try await server.close()
        return spans
    }
}

/// The floor in figures.
public struct FloorFigures: Hashable, Sendable, Codable {
    /// All three together, in microseconds: percentiles of sums of samples taken in order.
    public var total = LatencyFigures()
    /// An empty request and its answer over loopback.
    public var roundTrip = LatencyFigures()
    /// One record made durable in the folder that was named.
    public var commit = LatencyFigures()
    /// An event from its write to its receipt on a stream that is open.
    public var event = LatencyFigures()

    init() {}

    init(trips: [Int64], commits: [Int64], events: [Int64]) {
        roundTrip = Self.figures(trips)
        commit = Self.figures(commits)
        event = Self.figures(events)
        let count = max(trips.count, commits.count, events.count)
        total = Self.figures(
            (0..<count).map { place in
                [trips, commits, events].reduce(0) { $0 + ($1.indices.contains(place) ? $1[place] : 0) }
            })
    }

    /// The figures for people.
    public var text: String {
        let parts = [("Round trip", roundTrip), ("Commit", commit), ("Event", event), ("Floor", total)]
        return parts.map { name, figures in
            let padded = name + String(repeating: " ", count: 12 - name.count)
            return padded
                + (figures.count == 0
                    ? "not measured"
                    : "p50 \(Phrase.milliseconds(figures.p50)), p99 \(Phrase.milliseconds(figures.p99)), longest "
                        + Phrase.milliseconds(figures.max))
        }.joined(separator: "\n")
    }

    /// The figures as JSON, in microseconds.
    public func json() throws(HarnessError) -> String {
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        } catch {
            throw HarnessError(.file, "The figures cannot be written as JSON.", cause: error)
        }
    }

    private static func figures(_ spans: [Int64]) -> LatencyFigures {
        var latency = Latency()
        for span in spans { latency.record(span) }
        return latency.figures
    }
}
