import Cluster
import ContactCenter
import DequeModule

/// The latest notices of a partition, kept so that a stream that broke off can go on where it was.
///
/// All notices lie in one ring of a fixed size. Those for one agent are chained backwards, so that resuming an
/// agent's stream touches only that agent's notices, however many others there are.
struct NoticeLog {
    private struct Entry {
        let position: NoticePosition
        let directive: Directive
        /// Index of the notice for the same agent before this one; nil for supervisors' notices and the first.
        let previous: Int?
    }

    private let capacity: Int
    private var entries: Deque<Entry> = []
    /// Index of `entries.first` among all notices ever taken in.
    private var base = 0
    private var latest: [AgentID: Int] = [:]
    /// Every notice behind this place is here.
    private var completeAfter: NoticePosition

    /// A log that holds the notices behind `start`.
    ///
    /// - Precondition: `capacity` is above 0.
    init(capacity: Int, after start: NoticePosition) {
        precondition(capacity > 0, "a log of \(capacity) notices keeps none")
        self.capacity = capacity
        completeAfter = start
    }

    /// Takes in a notice; its place is behind that of the one before. Complexity: O(1).
    mutating func append(_ directive: Directive, at position: NoticePosition) {
        if entries.count == capacity {
            completeAfter = entries.removeFirst().position
            base += 1
        }
        var previous: Int?
        if case .agent(let agent) = directive.audience {
            previous = latest.updateValue(base + entries.count, forKey: agent)
        }
        entries.append(Entry(position: position, directive: directive, previous: previous))
    }

    /// The notices for `audience` behind `position`, oldest first; nil when some of them are not here any more, or
    /// `position` lies behind `durable` and so is none of this partition's.
    func notices(
        for audience: Directive.Audience, after position: NoticePosition, through durable: JournalSequence
    ) -> [NoticeItem]? {
        guard position >= completeAfter, position.sequence <= durable else { return nil }
        switch audience {
        case .agent(let agent): return notices(for: agent, after: position)
        case .supervisors:
            return entries.reversed().prefix { $0.position > position }
                .filter { $0.directive.audience == .supervisors }.map(Self.item).reversed()
        }
    }

    private func notices(for agent: AgentID, after position: NoticePosition) -> [NoticeItem] {
        var found: [NoticeItem] = []
        var next = latest[agent]
        while let index = next, index >= base {
            let entry = entries[index - base]
            guard entry.position > position else { break }
            found.append(Self.item(entry))
            next = entry.previous
        }
        return found.reversed()
    }

    private static func item(_ entry: Entry) -> NoticeItem {
        NoticeItem(position: entry.position, content: .notice(entry.directive.notice))
    }
}
