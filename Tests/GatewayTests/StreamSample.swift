import GatewayAPI
import Testing

/// Something that an event stream carries, as it is written with everything that it may have and with nothing more than
/// it must.
struct StreamSample: Sendable, CustomTestStringConvertible {
    /// Name of its schema.
    let schema: String
    let full: [UInt8]
    let bare: [UInt8]

    init<Value: JSONWritable>(_ schema: String, full: Value, bare: Value) {
        self.schema = schema
        self.full = full.jsonBytes()
        self.bare = bare.jsonBytes()
    }

    var testDescription: String { schema }

    static let all: [StreamSample] = [
        StreamSample("Contact", full: fullContact, bare: bareContact),
        StreamSample("ContactCallback", full: callback, bare: ContactCallback(number: "+4930")),
        StreamSample("ContactMessage", full: message, bare: ContactMessage(leftAt: time, acknowledgement: "Thanks.")),
        StreamSample(
            "ContactWait", full: ContactWait(position: 2, expectedWaitSeconds: 1.5),
            bare: ContactWait(position: 0, expectedWaitSeconds: nil)),
        StreamSample("IncidentNotice", full: notice, bare: notice),
        StreamSample(
            "ContactIncidents", full: ContactIncidents(incidents: [notice]), bare: ContactIncidents(incidents: [])),
        StreamSample("Offer", full: offer("c"), bare: offer(nil)),
        StreamSample("EndedOffer", full: ended, bare: ended),
        StreamSample("Availability", full: Availability.notReady("meal"), bare: Availability.available),
        StreamSample("Agent", full: agent(next: .onBreak), bare: agent(next: nil)),
        StreamSample("QueueTotals", full: totals, bare: QueueTotals()),
        StreamSample("Queue", full: fullQueue, bare: bareQueue),
        StreamSample("ConfiguredEvent", full: ConfiguredEvent(version: 3), bare: ConfiguredEvent(version: 3)),
        StreamSample(
            "StreamState",
            full: StreamState(
                agents: [agent(next: .onBreak)], contacts: [fullContact], offers: [offer("c")], queues: [fullQueue]),
            bare: StreamState()),
    ]

    private static let time = DateTime(microseconds: 1_000_000)
    private static let notice = IncidentNotice(incident: "shop", message: "The shop is down.")
    private static let ended = EndedOffer(id: "o0-1", contact: "c0-1", agent: "ada", outcome: .timedOut)
    private static let message = ContactMessage(leftAt: time, acknowledgement: "Thanks.", expectedReply: time)
    private static let callback = ContactCallback(
        number: "+4930", due: time, slot: time, timeZone: "Europe/Berlin", attempts: 1, lastOutcome: .busy)
    private static let attributes: [String: ContactAttribute] = [
        "text": "a", "number": 1.5, "truth": true, "list": .list(["a"]),
    ]

    private static let fullContact = Contact(
        id: "c0-1", session: "s0-1", channel: .voice, customer: "c", attributes: attributes, queue: "q",
        requirement: "a >= 1", ring: 1, priority: 5, preferredAgent: "ada", state: .ended, openedAt: time,
        enqueuedAt: time, answeredAt: time, endedAt: time, agent: "ada", offer: "o0-1", consultationOf: "c0-2",
        consultation: "c0-3", endReason: .completed, disposition: "solved", callback: callback, message: message,
        sentAway: "Call again.")
    private static let bareContact = Contact(
        id: "c0-1", session: "s0-1", channel: .chat, queue: "q", state: .queued, openedAt: time, enqueuedAt: time)

    private static func offer(_ customer: String?) -> Offer {
        Offer(
            id: "o0-1", contact: "c0-1", agent: "ada", queue: "q", channel: .voice, customer: customer,
            attributes: attributes, ring: 0, priority: 0, enqueuedAt: time, offeredAt: time, deadline: time)
    }

    private static func agent(next: Availability?) -> Agent {
        Agent(
            id: "ada", label: "Ada", site: "fra", availability: .available, next: next, work: .connected, since: time,
            isReachable: true, skills: ["billing": 5], capacity: ["voice": 1], contacts: ["c0-1"], offers: ["o0-1"],
            unanswered: 0, interrupted: ["c0-1"])
    }

    private static var totals: QueueTotals {
        var totals = QueueTotals()
        totals.serviceLevel.answered = 0.5
        totals.serviceLevel.offered = 0.25
        totals.serviceLevel.offeredWithoutShortAbandons = 1
        totals.asaSeconds = 1.5
        totals.ahtSeconds = 2
        return totals
    }

    private static let fullQueue = Queue(
        id: "q", label: "Q", isOpen: true, waiting: 1, offered: 1, connected: 1, oldest: time, staffed: 1, idle: 0,
        expectedWaitSeconds: 2.5, figures: totals)
    private static let bareQueue = Queue(
        id: "q", label: "Q", isOpen: false, waiting: 0, offered: 0, connected: 0, oldest: nil, staffed: 0, idle: 0,
        expectedWaitSeconds: nil, figures: QueueTotals())
}
