import ContactCenter
import History

/// Writes histories by hand, a step a line.
struct HistoryBuilder {
    private(set) var entries: [HistoryEntry] = []
    private var number: UInt64 = 0
    private var position: UInt64 = 0

    /// A queue `sales` that asks `sales >= 5`, a queue `wide` that asks it for half a minute, and a queue `any` that asks
    /// nothing; ann and bob have the skill, cat
    /// does not; each may hold one voice contact or two chats, not both, and voice interrupts e-mail.
    ///
    /// - Parameter homes: The partitions that agents are at home in; those not named in partition 0.
    init(wrapUpLimit: Int64? = nil, homes: [AgentID: UInt16]? = nil) {
        let capacity = CapacityConfiguration(
            id: "normal",
            channels: [
                ChannelCapacity(channel: .voice, maximum: 1, excludes: [.chat], interrupts: [.email]),
                ChannelCapacity(channel: .chat, maximum: 2),
                ChannelCapacity(channel: .email, maximum: 3, excludes: [.voice]),
            ])
        func agent(_ id: AgentID, _ level: Int) -> AgentConfiguration {
            AgentConfiguration(id: id, site: "here", skills: ["sales": level], capacity: "normal")
        }
        var settings = CenterSettings()
        settings.wrapUpLimit = wrapUpLimit.map { .microseconds($0) }
        var sales = QueueConfiguration(id: "sales")
        sales.requirement = try? Requirement(parsing: "sales >= 5")
        var wide = sales
        wide.id = "wide"
        wide.rings = [RingConfiguration(after: .seconds(30), requirement: nil)]
        let configuration = CenterConfiguration(
            settings: settings, capacities: [capacity], queues: [sales, wide, QueueConfiguration(id: "any")],
            agents: [agent("ann", 9), agent("bob", 5), agent("cat", 0)])
        add(.configured(HistoryConfiguration(configuration) { agent in homes.map { $0[agent.id] ?? 0 } }))
    }

    mutating func add(_ event: HistoryEntry.Event) {
        entries.append(HistoryEntry(time: Int64(entries.count) * 1_000, event: event))
    }

    mutating func send(_ verb: Invocation.Verb) -> UInt64 {
        number += 1
        add(.invoked(Invocation(number: number, verb: verb)))
        return number
    }

    mutating func answer(_ number: UInt64, _ result: InvocationOutcome.Result = .ok(nil)) {
        add(.outcome(InvocationOutcome(number: number, result: result)))
    }

    mutating func done(_ verb: Invocation.Verb, _ result: InvocationOutcome.Result = .ok(nil)) {
        let number = send(verb)
        answer(number, result)
    }

    mutating func open(
        _ contact: UInt64, _ queue: QueueID = "any", channel: Channel = .voice, requirement: String? = nil,
        priority: Int? = nil, attributes: Attributes = Attributes()
    ) {
        let opening = Invocation.Opening(
            channel: channel, queue: queue, attributes: attributes, requirement: requirement, priority: priority)
        done(.open(opening), .ok(Self.contact(contact)))
    }

    /// An offer; `at` is the second at which its contact was enqueued, `made` the second at which it was made.
    mutating func offer(
        _ id: UInt64, _ contact: UInt64, to agent: AgentID, _ queue: QueueID = "any", channel: Channel = .voice,
        ring: Int = 0, priority: Int = 0, at: Int64? = nil, made: Int64? = nil
    ) {
        position += 1
        add(
            .offer(
                OfferSeen(
                    id: Self.offer(id), contact: Self.contact(contact), agent: agent, queue: queue, channel: channel,
                    priority: priority, enqueuedAt: Self.second(at ?? Int64(contact)),
                    offeredAt: Self.second(made ?? 100 + Int64(id)), deadline: Self.second((made ?? 100) + 1_000),
                    ring: ring, position: NoticePosition(sequence: position, index: 0))))
    }

    mutating func ended(_ id: UInt64, _ outcome: OfferOutcome) {
        position += 1
        add(
            .offerEnded(
                OfferEndSeen(
                    id: Self.offer(id), outcome: outcome, position: NoticePosition(sequence: position, index: 0))))
    }

    mutating func accept(_ id: UInt64) { done(.accept(Self.offer(id))) }
    mutating func reject(_ id: UInt64) {
        done(.reject(Self.offer(id)))
        ended(id, .rejected)
    }

    /// The rest of a contact's life with the agent who accepted it.
    mutating func finish(_ contact: UInt64) {
        done(.complete(Self.contact(contact)))
        done(.finishWrapUp(Self.contact(contact)))
    }

    mutating func see(
        _ contact: UInt64, _ state: ContactState, agent: AgentID? = nil, at: Int64? = nil, endedAt: Int64? = nil,
        reason: EndReason? = nil, isReadBack: Bool = true
    ) {
        add(
            .contact(
                ContactSeen(
                    contact: Self.contact(contact), state: state, queue: "any", agent: agent,
                    enqueuedAt: Self.second(at ?? Int64(contact)), endedAt: endedAt.map(Self.second),
                    endReason: reason, isReadBack: isReadBack)))
    }

    mutating func see(
        _ agent: AgentID, _ availability: AvailabilityState, contacts: [UInt64] = [], isReadBack: Bool = true
    ) {
        add(
            .agent(
                AgentSeen(
                    agent: agent, availability: availability, contacts: contacts.map(Self.contact), offers: [],
                    isReadBack: isReadBack)))
    }

    /// The violations of the history so far, ended.
    mutating func rules() -> [Rule] {
        add(.ended)
        return HistoryChecker.check(entries).violations.map(\.rule)
    }

    static func contact(_ count: UInt64) -> ContactID { ContactID(partition: 0, count: count) }
    static func offer(_ count: UInt64) -> ReservationID { ReservationID(partition: 0, count: count) }
    static func second(_ second: Int64) -> Timestamp { Timestamp(microseconds: second * 1_000_000) }
}
