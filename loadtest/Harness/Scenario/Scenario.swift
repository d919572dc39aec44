public import ContactCenter

/// What is played: who comes in when, and how customers and agents behave.
public struct Scenario: Sendable {
    public var name: String
    /// For people; may be empty.
    public var label = ""
    /// How long contacts come in.
    public var duration: Duration = .seconds(60)
    public var seed: UInt64 = 1
    public var center: CenterSource = .current
    public var arrivals = ArrivalPattern()
    /// The kinds of contacts; one that fits every queue when there is none.
    public var contacts: [ContactKind] = []
    public var agents = AgentBehaviour()
    /// How many contacts are opened, and wait, before the agents become available.
    public var backlog = 0
    /// Whether another contact is opened whenever one ends, so that the backlog stays as long as it is.
    public var keepsBacklog = false
    /// Looks for the most lives a second first; nil to play the arrivals at once.
    public var saturation: Saturation?
    /// How long contacts that are there when the arrivals end may take to end by themselves.
    public var drain: Duration = .seconds(10)
    /// The most requests under way at once.
    public var connections = 128

    public init(name: String) { self.name = name }
}

/// Where the configuration that is played on comes from.
public enum CenterSource: Hashable, Sendable {
    /// It is in force already.
    case current
    /// The file at this path, beside the scenario's, is put into force first.
    case file(String)
    /// This file's text is put into force first.
    case text(String)
    /// One is made up and put into force first.
    case generated(GeneratedCenter)
}

/// When contacts come in: a Poisson process whose rate changes over the run.
public struct ArrivalPattern: Hashable, Sendable {
    /// Contacts a second.
    public var rate = 10.0
    /// Times of a higher rate.
    public var spikes: [Spike] = []
    /// By what the rate is multiplied at places of the run, in order, and in a straight line between them; empty for
    /// 1 throughout.
    public var curve: [CurvePoint] = []

    /// A time of a higher rate.
    public struct Spike: Hashable, Sendable {
        public var at: Duration
        public var length: Duration
        /// By what the rate is multiplied.
        public var times: Double
    }

    /// A place of the curve.
    public struct CurvePoint: Hashable, Sendable {
        /// Share of the run, 0 to 1.
        public var at: Double
        public var times: Double
    }

    public init() {}

    /// Contacts a second when a share of a run of that length has passed.
    public func rate(at time: Duration, of length: Duration) -> Double {
        let spiked = spikes.filter { $0.at <= time && time < $0.at + $0.length }.reduce(1) { $0 * $1.times }
        return rate * spiked * curveValue(at: length > .zero ? time / length : 0)
    }

    /// A bound that the rate never exceeds.
    public var highestRate: Double {
        let highestCurve = curve.map(\.times).max() ?? 1
        return rate * max(1, spikes.map { max(1, $0.times) }.reduce(1, *)) * highestCurve
    }

    private func curveValue(at share: Double) -> Double {
        guard let first = curve.first, let last = curve.last else { return 1 }
        if share <= first.at { return first.times }
        for (left, right) in zip(curve, curve.dropFirst()) where share < right.at {
            guard right.at > left.at else { return right.times }
            return left.times + (right.times - left.times) * (share - left.at) / (right.at - left.at)
        }
        return last.times
    }
}

/// One kind of contact.
public struct ContactKind: Hashable, Sendable {
    /// How often it comes, against the shares of the other kinds.
    public var share = 1.0
    /// nil for any queue of the center, each as often as the other.
    public var queue: QueueID?
    public var channel: Channel = .voice
    public var attributes = Attributes()
    /// nil for the queue's own.
    public var requirement: String?
    /// One of these, each as often as the other; empty for the queue's own.
    public var priorities: [Int] = []
    /// Mean of the time with the agent, log-normally distributed.
    public var handling: Duration = .seconds(2)
    /// Standard deviation of that time over its mean.
    public var variation = 1.0
    /// Mean of the time a customer is ready to wait, exponentially distributed; nil for ever.
    public var patience: Duration?
    /// Mean of the time in wrap-up, exponentially distributed.
    public var wrapUp: Duration = .zero

    public init() {}
}

/// How agents behave.
public struct AgentBehaviour: Hashable, Sendable {
    /// The most agents that are played; nil for all of the center.
    public var count: Int?
    /// Who is played; empty for the first of the center.
    public var names: [AgentID] = []
    /// Mean of the time until an offer is answered, exponentially distributed.
    public var answer: Duration = .zero
    /// Share of offers that are rejected.
    public var reject = 0.0
    /// Share of offers that are left unanswered.
    public var ignore = 0.0

    public init() {}
}

/// A search for the most lives a second, by keeping a fixed number of contacts in their lives.
public struct Saturation: Hashable, Sendable {
    /// How many contacts live at once.
    public var outstanding = 128
    /// For how long.
    public var length: Duration = .seconds(15)
    /// Share of the most that the arrivals are played at afterwards.
    public var share = 0.5

    public init() {}
}
