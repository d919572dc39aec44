import ContactCenter
import Wire

/// The arrivals of a scenario, one after the other: a Poisson process by thinning (Lewis and Shedler 1979), from the
/// seed alone.
struct GeneratedArrivals {
    private var random: SeededGenerator
    private var pattern: ArrivalPattern
    private let length: Duration
    private let kinds: [Kind]
    private let total: Double
    private var time = 0.0

    private struct Kind {
        let kind: ContactKind
        let templates: [OpeningTemplate]
    }

    /// - Parameter queues: Those of the center, for kinds that name none.
    init(_ scenario: Scenario, pattern: ArrivalPattern, length: Duration, queues: [QueueID], seed: UInt64) {
        random = SeededGenerator(seed: seed)
        self.pattern = pattern
        self.length = length
        let described = scenario.contacts.isEmpty ? [ContactKind()] : scenario.contacts
        kinds = described.map { Kind(kind: $0, templates: Self.templates($0, queues)) }
        total = kinds.reduce(0) { $0 + $1.kind.share }
    }

    private static func templates(_ kind: ContactKind, _ queues: [QueueID]) -> [OpeningTemplate] {
        let priorities: [Int?] = kind.priorities.isEmpty ? [nil] : kind.priorities
        return (kind.queue.map { [$0] } ?? queues).flatMap { queue in
            priorities.map { priority in
                OpeningTemplate(
                    channel: kind.channel, queue: queue, attributes: kind.attributes, requirement: kind.requirement,
                    priority: priority)
            }
        }
    }

    /// Another base rate from here on, in contacts a second.
    mutating func setRate(_ rate: Double) { pattern.rate = rate }

    /// The next arrival; nil when the time is over.
    mutating func next() -> PlannedContact? {
        let highest = pattern.highestRate
        guard highest > 0 else { return nil }
        while true {
            time += random.exponential(1 / highest)
            guard time < length.inSeconds else { return nil }
            let rate = pattern.rate(at: .microseconds(Int64(time * 1_000_000)), of: length)
            if random.share() * highest < rate { return make(at: time) }
        }
    }

    /// A contact that comes in at a time of the caller's choice, in seconds.
    mutating func make(at seconds: Double) -> PlannedContact? {
        var left = random.share() * total
        let kind =
            kinds.first {
                left -= $0.kind.share
                return left < 0
            } ?? kinds.last
        guard let kind, let template = kind.templates.randomElement(using: &random) else { return nil }
        return PlannedContact(
            at: Int64(seconds * 1_000_000), opening: template, handling: microseconds(handling(of: kind.kind)),
            wrapUp: microseconds(random.exponential(kind.kind.wrapUp.inSeconds)),
            patience: kind.kind.patience.map { microseconds(random.exponential($0.inSeconds)) })
    }

    private mutating func handling(of kind: ContactKind) -> Double {
        switch kind.distribution {
        case .logNormal: random.logNormal(kind.handling.inSeconds, variation: kind.variation)
        case .exponential: random.exponential(kind.handling.inSeconds)
        }
    }

    private func microseconds(_ seconds: Double) -> Int64 { Int64(min(seconds, 1e9) * 1_000_000) }
}
