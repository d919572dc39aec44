import DequeModule
import NIOCore

/// The connections for requests, and the requests that wait for one: one request at a time on each, so that none
/// waits behind another's commit. Each belongs to one of the center's nodes, all having as many.
struct ConnectionPool {
    /// How many connections there are.
    let bound: Int
    var channels: [NetworkChannel?]
    /// What is under way, by connection.
    var underWay: [Call?]
    /// Connections with nothing under way, by node; the last used is used first.
    private var idle: [[Int]]
    /// What waits for a connection, by node, oldest first. It has no bound: what waits was to be sent already, and is
    /// sent late rather than left out.
    private var waiting: [Deque<Call>]

    init(bound: Int, nodes: Int) {
        self.bound = max(bound, nodes)
        channels = Array(repeating: nil, count: self.bound)
        underWay = Array(repeating: nil, count: self.bound)
        idle = Array(repeating: [], count: nodes)
        waiting = Array(repeating: [], count: nodes)
    }

    /// The place of the node that a connection is to.
    func node(of connection: Int) -> Int { connection % idle.count }

    var idleCount: Int { idle.reduce(0) { $0 + $1.count } }
    var isQuiet: Bool { waiting.allSatisfy(\.isEmpty) && underWay.allSatisfy { $0 == nil } }

    /// A connection to a node with nothing under way, which is no longer idle then.
    mutating func takeIdle(to node: Int) -> Int? { idle[node].popLast() }

    /// Nothing is under way on a connection.
    mutating func putIdle(_ connection: Int) { idle[node(of: connection)].append(connection) }

    /// A connection is gone.
    mutating func removeIdle(_ connection: Int) { idle[node(of: connection)].removeAll { $0 == connection } }

    /// Lets a call wait for a connection to a node.
    mutating func wait(_ call: Call, for node: Int) { waiting[node].append(call) }

    /// The call that has waited longest for a connection to a node.
    mutating func takeWaiting(for node: Int) -> Call? { waiting[node].popFirst() }

    /// Everything that waits for a connection to a node, oldest first.
    mutating func takeAllWaiting(for node: Int) -> Deque<Call> {
        defer { waiting[node] = [] }
        return waiting[node]
    }
}
