/// What a core benchmark measured. All durations are in nanoseconds.
public struct CoreReport: Hashable, Codable, Sendable {
    /// One round of the reference loop.
    public var reference: Latencies
    /// With as many contacts and agents as the benchmark is about.
    public var large: Measurements
    /// The same operations with few, to compare with.
    public var small: Measurements
    /// Where contacts go by many rules, among several sites.
    public var routing: Routing
    /// What the thresholds say; empty before they were held against it.
    public var verdicts: [CoreVerdict] = []

    /// Decisions with 100 rules and 6 sites: a contact is opened, nobody at home may serve it, and what the rules say
    /// is done.
    public struct Routing: Hashable, Codable, Sendable {
        /// No rule holds, and it waits.
        public var kept: Latencies
        /// The last rule holds, and an agent of another site is asked for.
        public var sent: Latencies
    }

    /// What was measured at one scale.
    public struct Measurements: Hashable, Codable, Sendable {
        /// How much there was.
        public var scale: CoreScale
        /// The matching alone.
        public var matching: Matching
        /// The whole floor, its events and directives included.
        public var floor: Floor
    }

    /// The bare matching, without events.
    public struct Matching: Hashable, Codable, Sendable {
        /// A contact finds its class and its place there.
        public var enqueue: Latencies
        /// A contact finds its class and the free agent who gets it, who is then taken.
        public var arrival: Latencies
        /// An agent is set free, finds the contact to get, which is taken out, and is not free any more.
        public var freed: Latencies
    }

    /// The whole floor: command in, events and directives out.
    public struct Floor: Hashable, Codable, Sendable {
        /// A contact is opened and has to wait.
        public var openQueued: Latencies
        /// A contact is opened and offered at once.
        public var openMatched: Latencies
        /// An agent finishes wrap-up and is offered the next waiting contact.
        public var freed: Latencies
        /// Growth of resident memory over the filling, by waiting contact.
        public var bytesPerWaitingContact: Int
    }

    public init(reference: Latencies, large: Measurements, small: Measurements, routing: Routing) {
        self.reference = reference
        self.large = large
        self.small = small
        self.routing = routing
    }

    /// Keeps of each figure the one with the lesser median. What a contact takes in memory stays as it was first measured:
    /// later rounds fill what is left from earlier ones.
    mutating func keepLeast(of other: CoreReport) {
        reference.keepLesser(other.reference)
        large.keepLeast(of: other.large)
        small.keepLeast(of: other.small)
        routing.kept.keepLesser(other.routing.kept)
        routing.sent.keepLesser(other.routing.sent)
    }

    /// Whether every threshold that counts is kept.
    public var isPassed: Bool { verdicts.allSatisfy { $0.isMet || !$0.isBinding } }
}

extension CoreReport.Measurements {
    fileprivate mutating func keepLeast(of other: Self) {
        matching.enqueue.keepLesser(other.matching.enqueue)
        matching.arrival.keepLesser(other.matching.arrival)
        matching.freed.keepLesser(other.matching.freed)
        floor.openQueued.keepLesser(other.floor.openQueued)
        floor.openMatched.keepLesser(other.floor.openMatched)
        floor.freed.keepLesser(other.floor.freed)
    }
}

extension Latencies {
    fileprivate mutating func keepLesser(_ other: Latencies) {
        if other.p50 < p50 { self = other }
    }
}

/// One figure beside its limit.
public struct CoreVerdict: Hashable, Codable, Sendable {
    /// What was measured, such as `floor freed p50`.
    public var name: String
    /// What was measured, in ``unit``.
    public var value: Double
    /// The most that is allowed, in ``unit``.
    public var limit: Double
    /// `×` for ratios, `ns` or `bytes`.
    public var unit: String
    /// Whether missing it fails the benchmark; absolute times do not, since they depend on the machine.
    public var isBinding: Bool

    /// Whether the limit is kept.
    public var isMet: Bool { value <= limit }
}
