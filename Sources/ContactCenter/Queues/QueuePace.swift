internal import Wire

/// How fast a queue is served, and how its customers leave it: what the forecast of its waits rests on.
///
/// It learns from each contact that waited: how much time the queue's agents took for it while somebody waited, and
/// whether its customer gave up. So agents who also serve other queues, who are slow between contacts, or who help
/// from elsewhere, count for what they do, and the forecast follows at once when agents come and go. What is long ago
/// counts less. No more than sums and quotients, so that a replay comes to the same bits.
struct QueuePace: Hashable, Sendable {
    /// After how many seconds of a queue in which somebody waits what was seen counts half.
    private static let memory = 900.0
    /// To how many contacts, at the mean time of handling, what is known before the first of them amounts.
    private static let prior = 3.0
    /// The shortest wait that tells of the agents' pace, in seconds.
    private static let shortest = 1.0
    /// Over about how many contacts handling times and departures are averaged.
    private static let span = 100.0
    /// The mean time of handling before the first is known, in seconds.
    private static let handlingAtFirst = 180.0
    /// The mean time of handling follows the last 200 or so.
    private static let handlingSpan = 200.0

    /// Contacts taken that had to wait, the older ones counting less.
    private(set) var taken = 0.0
    /// The agents' seconds that they took while somebody waited, the older ones counting less.
    private(set) var work = 0.0
    /// Mean time of handling in seconds.
    private(set) var handling = QueuePace.handlingAtFirst
    /// How many handlings that rests on, at most 200.
    private(set) var handled = 0.0
    /// Customers who gave up, the older ones counting less.
    private(set) var left = 0.0
    /// Seconds waited by all who have stopped waiting, the older ones counting less.
    private(set) var waited = 0.0
    /// When a contact that had to wait was taken last.
    private(set) var lastTaken = Timestamp(microseconds: 0)

    init() {}

    /// An agent has taken a contact that had waited since `start` until it was offered at `offered`, while so many agents
    /// were at work for the queue.
    mutating func take(waitingSince start: Timestamp, offered: Timestamp, agents: Int, at now: Timestamp) {
        stopWaiting(after: Self.seconds(from: start, to: now), left: 0)
        // What is shorter was ringing, or a letter's way, and tells nothing of how soon agents become free.
        guard Self.seconds(from: start, to: offered) > Self.shortest else { return }
        // The queue was not empty since that contact came, and what was before the last was counted with it.
        let busy = Self.seconds(from: max(start, lastTaken), to: offered)
        let kept = Self.memory / (Self.memory + busy)
        taken = taken * kept + 1
        work = work * kept + busy * Double(max(1, agents))
        lastTaken = max(lastTaken, offered)
    }

    /// A customer has given up, having waited since `start`.
    mutating func leave(waitingSince start: Timestamp, at now: Timestamp) {
        stopWaiting(after: Self.seconds(from: start, to: now), left: 1)
    }

    /// A contact was handled to its end in so many seconds.
    mutating func handle(seconds: Double) {
        handled = min(Self.handlingSpan, handled + 1)
        handling += (max(0, seconds) - handling) / handled
    }

    /// How long somebody will wait with so many rivals ahead, all served by so many agents, in seconds.
    ///
    /// The sum of the mean times until the contacts ahead, and this one, are taken or have given up: with contacts
    /// taken at the rate μ and each that waits leaving at the rate θ, the sum of 1/(μ + jθ) for j from 0 to the number
    /// ahead (Whitt, Predicting queueing delays, Management Science 45, 1999). θ is as this queue has shown it; μ is what
    /// the agents have shown, and where that is less, what they would do with no other work between: what was seen of
    /// agents of several queues says too little of when those have nothing else to do.
    func wait(ahead rivals: Double, agents: Double) -> Double {
        let perAgent = (taken + Self.prior) / (work + Self.prior * max(1, handling))
        let rate = max(perAgent, 1 / max(1, handling)) * agents
        let leaving = waited > 0 ? left / waited : 0
        // In at most 64 steps, each of as many contacts, at its middle.
        let count = max(0, rivals) + 1
        let steps = min(64, Int(count.rounded(.up)))
        let width = count / Double(steps)
        return (0..<steps).reduce(0) { sum, step in
            let middle = (Double(step) + 0.5) * width - 0.5
            return sum + width / (rate + middle * leaving)
        }
    }

    private mutating func stopWaiting(after wait: Double, left: Double) {
        self.left += left - self.left / Self.span
        waited += wait - waited / Self.span
    }

    private static func seconds(from start: Timestamp, to end: Timestamp) -> Double {
        Double(max(0, start.microseconds(to: end))) / 1_000_000
    }
}

extension QueuePace: WireValue {
    func write(to writer: inout WireWriter) {
        for value in [taken, work, handling, handled, left, waited] { writer.write(value) }
        writer.write(lastTaken)
    }

    init(from reader: inout WireReader) throws(WireError) {
        taken = try Self.amount(from: &reader)
        work = try Self.amount(from: &reader)
        handling = try Self.amount(from: &reader)
        handled = try Self.amount(from: &reader)
        left = try Self.amount(from: &reader)
        waited = try Self.amount(from: &reader)
        lastTaken = try reader.read()
    }

    private static func amount(from reader: inout WireReader) throws(WireError) -> Double {
        let value = try reader.readDouble()
        guard value.isFinite, value >= 0 else { throw WireError(.invalidValue, reading: "pace", at: reader.offset) }
        return value
    }
}
