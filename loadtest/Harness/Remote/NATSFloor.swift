import CNATS
import Dispatch
import Foundation
import Synchronization
import Wire

/// What no center over NATS could do faster: a bare request, an acknowledged append to a stream, and a message that
/// is published, one after the other, by libnats alone.
///
/// One connection stands for whoever uses the center, the other for the node: it answers the requests, appends, and
/// publishes. The stream is one of its own, replicated as a journal's is.
public struct NATSFloor: Sendable {
    /// About how long a command is on the wire.
    static let requestBytes = 128
    /// About how long one command's record is.
    static let recordBytes = 256
    /// About how long an offer is on the wire.
    static let offerBytes = 256

    /// How long each of the three took, in nanoseconds, in the order of the samples.
    struct Samples: Sendable {
        var requests: [Int] = []
        var appends: [Int] = []
        var publishes: [Int] = []

        /// One of each.
        var sums: [Int] { zip(requests, zip(appends, publishes)).map { $0 + $1.0 + $1.1 } }
    }

    private static let stream = "sundial-loadtest-floor"
    private static let subject = "sundial.loadtest.floor"

    private let user: String
    private let node: String
    private let replicas: Int
    private let leader: String?

    /// - Parameters:
    ///   - user: Address of the NATS server that the user of the center is connected to.
    ///   - node: Address of the NATS server that the node is connected to.
    ///   - replicas: Over how many servers the stream is replicated.
    ///   - leader: Name of the server that is to lead the stream; nil for any.
    public init(user: String, node: String, replicas: Int, leader: String? = nil) {
        self.user = user
        self.node = node
        self.replicas = replicas
        self.leader = leader
    }

    /// Measures.
    ///
    /// - Parameter rate: How often a second, at random instants (a Poisson process), which finds the machine asleep as
    ///   often as arrivals do; nil for one right after the other.
    /// - Throws: ``RemoteError`` when the servers cannot be worked with.
    public func measure(samples: Int, rate: Double? = nil) async throws(RemoteError) -> NATSFloorFigures {
        NATSFloorFigures(try await blocking { () throws(RemoteError) in try sampled(samples, rate: rate) })
    }

    private func sampled(_ count: Int, rate: Double?) throws(RemoteError) -> Samples {
        let user = try RawConnection(to: user)
        let node = try RawConnection(to: node)
        let questions = try node.echo("\(Self.subject).echo")
        defer { natsSubscription_Destroy(questions) }
        let receipt = try Receipt(on: user, of: "\(Self.subject).offers")
        try makeStream(by: node)
        defer { try? node.request("$JS.API.STREAM.DELETE.\(Self.stream)", []) }
        let (request, record) = (Self.bytes(Self.requestBytes), Self.bytes(Self.recordBytes))
        let offer = Self.bytes(Self.offerBytes)
        let clock = ContinuousClock()
        var samples = Samples()
        var random = SeededGenerator(seed: 1)
        for number in -count / 10..<count {
            if let rate, number >= 0 { Thread.sleep(forTimeInterval: random.exponential(1 / rate)) }
            let begin = clock.now
            try user.request("\(Self.subject).echo", request)
            let answered = clock.now
            try node.request("\(Self.subject).journal", record)
            let stored = clock.now
            try node.publish("\(Self.subject).offers", offer)
            let received = receipt.wait()
            guard number >= 0 else { continue }
            samples.requests.append(Int((answered - begin) / .nanoseconds(1)))
            samples.appends.append(Int((stored - answered) / .nanoseconds(1)))
            samples.publishes.append(Int((received - stored) / .nanoseconds(1)))
        }
        return samples
    }

    /// Makes the stream, and has it led by the server that is wanted.
    private func makeStream(by node: RawConnection) throws(RemoteError) {
        try? node.request("$JS.API.STREAM.DELETE.\(Self.stream)", [])
        let wish = """
            {"name":"\(Self.stream)","subjects":["\(Self.subject).journal"],"num_replicas":\(replicas),\
            "storage":"file","retention":"limits","discard":"new","max_bytes":1073741824}
            """
        try node.request("$JS.API.STREAM.CREATE.\(Self.stream)", Array(wish.utf8))
        guard let leader else { return }
        for _ in 0..<50 where try self.leader(by: node) != leader {
            let wish = #"{"placement":{"preferred":"\#(leader)"}}"#
            try? node.request("$JS.API.STREAM.LEADER.STEPDOWN.\(Self.stream)", Array(wish.utf8))
            Thread.sleep(forTimeInterval: 0.2)
        }
    }

    private func leader(by node: RawConnection) throws(RemoteError) -> String? {
        try Self.leader(of: Self.stream, by: node)
    }

    /// Name of the server that leads a stream; nil when none does, or the server stands alone.
    static func leader(of stream: String, by node: RawConnection) throws(RemoteError) -> String? {
        struct Info: Decodable {
            struct Group: Decodable { let leader: String? }
            let cluster: Group?
        }
        let info = try node.request("$JS.API.STREAM.INFO.\(stream)", []) { Data($0) }
        return try? JSONDecoder().decode(Info.self, from: info).cluster?.leader
    }

    private static func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    }

    /// When the last message came.
    private final class Receipt: Sendable {
        private let at = Mutex(ContinuousClock.now)
        private let arrival = DispatchSemaphore(value: 0)

        /// It is there for as long as the connection.
        init(on connection: RawConnection, of subject: String) throws(RemoteError) {
            var subscription: OpaquePointer?
            try RemoteError.check(
                natsConnection_Subscribe(
                    &subscription, connection.handle, subject,
                    { _, _, message, receipt in
                        natsMsg_Destroy(message)
                        guard let receipt else { return }
                        Unmanaged<Receipt>.fromOpaque(receipt).takeUnretainedValue().came()
                    }, Unmanaged.passRetained(self).toOpaque()))
            natsSubscription_SetOnCompleteCB(
                subscription, { if let receipt = $0 { Unmanaged<Receipt>.fromOpaque(receipt).release() } },
                Unmanaged.passUnretained(self).toOpaque())
            try RemoteError.check(natsConnection_Flush(connection.handle))
        }

        func wait() -> ContinuousClock.Instant {
            arrival.wait()
            return at.withLock { $0 }
        }

        private func came() {
            let now = ContinuousClock.now
            at.withLock { $0 = now }
            arrival.signal()
        }
    }
}

/// The floor over NATS in figures.
public struct NATSFloorFigures: Hashable, Codable, Sendable {
    /// A request of libnats and its answer.
    public let request: Latencies
    /// A message written into a stream and acknowledged.
    public let append: Latencies
    /// A message from its publication to its receipt.
    public let publish: Latencies
    /// All three together: percentiles of sums of samples taken in order.
    public let total: Latencies

    init(_ samples: NATSFloor.Samples) {
        request = Latencies(nanoseconds: samples.requests)
        append = Latencies(nanoseconds: samples.appends)
        publish = Latencies(nanoseconds: samples.publishes)
        total = Latencies(nanoseconds: samples.sums)
    }

    /// The figures for people.
    public var text: String {
        [("Request", request), ("Append", append), ("Publish", publish), ("Floor", total)].map { name, figures in
            name + String(repeating: " ", count: 12 - name.count)
                + "p50 \(figures.p50 / 1_000) µs, p99 \(figures.p99 / 1_000) µs, longest \(figures.max / 1_000) µs"
        }.joined(separator: "\n")
    }
}
