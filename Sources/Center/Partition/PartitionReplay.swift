import Cluster
import ContactCenter
import Wire

/// A partition as its journal tells it, up to one record.
struct PartitionReplay {
    private(set) var floor: Floor
    private(set) var fence: Fence
    private(set) var notices: NoticeLog
    /// The last snapshot that a record named.
    private(set) var named: SnapshotReference?
    private(set) var voidRecords = 0
    private(set) var commands = 0
    private(set) var events = 0
    /// Payload bytes of the records that count.
    private(set) var bytes = 0
    /// Why an event could not be applied, after which nothing more was; nil while all fitted.
    private(set) var misfit: String?
    /// Notices of records behind this place are kept.
    private let noticesFrom: JournalSequence
    private var directives: [Directive] = []
    private var watched: ContactID?
    /// What there was to say of the watched contact right before it was dropped; nil while it was not.
    private(set) var lastSeen: Explanation?
    /// Events behind this instant do not count; nil for none.
    private var end: Timestamp?
    /// Whether there was an event behind the instant that it ends with.
    private(set) var hasEnded = false

    /// Begins before the first record, or behind a snapshot.
    ///
    /// - Parameters:
    ///   - noticesFrom: Notices of records behind this place are made; those before would be dropped again anyhow.
    init(
        floor: Floor, fence: Fence, snapshot: SnapshotReference?, noticesFrom: JournalSequence, noticesKept: Int
    ) {
        self.floor = floor
        self.fence = fence
        named = snapshot
        self.noticesFrom = max(noticesFrom, fence.last)
        let start = NoticePosition(sequence: self.noticesFrom, number: .max)
        notices = NoticeLog(capacity: noticesKept, after: self.noticesFrom == .start ? .start : start)
    }

    /// Keeps what there is to say of a contact when it is dropped.
    mutating func watch(_ contact: ContactID) {
        watched = contact
    }

    /// Ends with what happened at an instant.
    mutating func end(with instant: Timestamp) {
        end = instant
    }

    /// Goes on by one record.
    ///
    /// - Throws: ``Wire/WireError`` when the record counts and its payload cannot be read.
    mutating func take(_ entry: JournalEntry) throws(WireError) {
        switch fence.admit(entry.record) {
        case .void: voidRecords += 1
        case .takesOver:
            if entry.sequence > noticesFrom { keep(floor.outstanding(), of: entry.sequence) }
        case .counts:
            bytes += entry.record.payload.count
            switch entry.record.kind {
            case .commands: try takeCommands(entry)
            case .snapshot: named = try SnapshotReference(wireBytes: entry.record.payload)
            case .takeover, .sealed: break
            }
        }
    }

    private mutating func takeCommands(_ entry: JournalEntry) throws(WireError) {
        let isNews = entry.sequence > noticesFrom
        directives.removeAll(keepingCapacity: true)
        try RecordBatch.forEachCommand(in: entry.record.payload) { _, changes in
            commands += 1
            events += changes.count
            for event in changes where misfit == nil && !hasEnded {
                if let end, event.at > end {
                    hasEnded = true
                    return
                }
                if let objection = floor.objection(to: event) {
                    misfit = "event \(event.change.name) does not fit: \(objection)"
                    return
                }
                look(ahead: event)
                floor.apply(event)
                if isNews { floor.appendDirectives(of: event, supervised: true, to: &directives) }
            }
        }
        keep(directives, of: entry.sequence)
    }

    private mutating func look(ahead event: Event) {
        guard let watched, case .forgotten(let contacts) = event.change, contacts.contains(watched) else { return }
        lastSeen = floor.explain(watched, now: floor.lastTime)
    }

    private mutating func keep(_ directives: [Directive], of sequence: JournalSequence) {
        for (index, directive) in directives.enumerated() {
            notices.append(directive, at: NoticePosition(sequence: sequence, number: UInt64(index + 1)))
        }
    }
}
