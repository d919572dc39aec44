import Cluster
import ContactCenter

/// Hands the notices of a partition to whoever reads them, and keeps the latest for those who come back.
struct NoticeHub {
    private(set) var log: NoticeLog
    private let bound: Int
    private var agents: [AgentID: [NoticeSubscription]] = [:]
    private var supervisors: [NoticeSubscription] = []
    private var nextID: UInt64 = 1
    /// How many streams are open.
    private(set) var count = 0

    init(log: NoticeLog, bound: Int) {
        self.log = log
        self.bound = bound
    }

    /// Makes a place for a reader; nothing reaches it before it is begun.
    mutating func subscribe(_ audience: Directive.Audience) -> NoticeSubscription {
        let subscription = NoticeSubscription(id: nextID, audience: audience, bound: bound)
        nextID += 1
        count += 1
        switch audience {
        case .agent(let agent): agents[agent, default: []].append(subscription)
        case .supervisors: supervisors.append(subscription)
        }
        return subscription
    }

    /// Ends a reader's place.
    mutating func cancel(_ subscription: NoticeSubscription) {
        subscription.end()
        switch subscription.audience {
        case .agent(let agent):
            guard var readers = agents[agent] else { return }
            count -= Self.remove(subscription, from: &readers)
            agents[agent] = readers.isEmpty ? nil : readers
        case .supervisors:
            count -= Self.remove(subscription, from: &supervisors)
        }
    }

    /// Hands out notices that are durable, numbered on from `position`.
    mutating func release(_ directives: [Directive], at position: NoticePosition) {
        var number = position.number
        for directive in directives {
            let place = NoticePosition(sequence: position.sequence, number: number)
            number += 1
            log.append(directive, at: place)
            let item = NoticeItem(position: place, content: .notice(directive.notice))
            switch directive.audience {
            case .agent(let agent): agents[agent]?.forEach { $0.push(item) }
            case .supervisors: supervisors.forEach { $0.push(item) }
            }
        }
    }

    /// Ends every stream with an error.
    mutating func endAll(_ error: CenterError) {
        let readers = agents.values.joined() + supervisors
        for subscription in readers.sorted(by: { $0.id < $1.id }) { subscription.end(error) }
        agents = [:]
        supervisors = []
        count = 0
    }

    private static func remove(
        _ subscription: NoticeSubscription, from readers: inout [NoticeSubscription]
    ) -> Int {
        let before = readers.count
        readers.removeAll { $0.id == subscription.id }
        return before - readers.count
    }
}
