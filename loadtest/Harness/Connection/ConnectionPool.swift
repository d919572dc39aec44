import DequeModule
import NIOCore

/// The connections for requests, and the requests that wait for one: one request at a time on each, so that none
/// waits behind another's commit.
struct ConnectionPool {
    /// How many connections there are.
    let bound: Int
    var channels: [NetworkChannel?]
    /// What is under way, by connection.
    var underWay: [Call?]
    /// Connections with nothing under way; the last used is used first.
    var idle: [Int] = []
    /// What waits for a connection, oldest first. It has no bound: what waits was to be sent already, and is sent
    /// late rather than left out.
    var waiting: Deque<Call> = []

    init(bound: Int) {
        self.bound = bound
        channels = Array(repeating: nil, count: bound)
        underWay = Array(repeating: nil, count: bound)
    }

    var underWayCount: Int { underWay.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }
    var isQuiet: Bool { waiting.isEmpty && underWay.allSatisfy { $0 == nil } }
}
