import ContactCenter
import Testing
import Wire

/// A floor under test: time is set by hand, every command gets a new id, and after every command the invariants
/// hold and a second floor, which only sees the events, is the same.
struct TestFloor {
    var floor: Floor
    /// Knows nothing but the events, as they were written and read again.
    var replica: Floor
    var now = Timestamp(microseconds: 1_700_000_000_000_000)
    var output = FloorOutput()
    var random: SeededGenerator
    /// Compare and check after every so many commands.
    var interval = 1
    private var commands = 0

    init(_ configuration: CenterConfiguration? = .sample, supervised: Bool = false, seed: UInt64 = 1) {
        floor = Floor(partition: 3)
        replica = floor
        random = SeededGenerator(seed: seed)
        output.supervised = supervised
        if let configuration { configure(configuration) }
    }

    var events: [Event] { output.events }
    var directives: [Directive] { output.directives }

    /// What an agent was told by the last command.
    func told(_ agent: AgentID) -> [Notice] {
        directives.filter { $0.audience == .agent(agent) }.map(\.notice)
    }

    mutating func configure(_ configuration: CenterConfiguration) {
        let result = send(.configure(Configure(configuration: configuration, source: "name: test")))
        guard case .done(.configured) = result else {
            Issue.record("\(result)")
            return
        }
    }

    @discardableResult
    mutating func send(_ body: Command.Body) -> CommandResult {
        send(Command(id: CommandID(time: now, random: &random), body: body))
    }

    @discardableResult
    mutating func send(_ command: Command) -> CommandResult {
        floor.handle(command, now: now, into: &output)
        for event in output.events {
            guard let read = try? Event(wireBytes: event.wireBytes()) else {
                Issue.record("\(event) cannot be read back")
                continue
            }
            #expect(read == event)
            #expect(replica.objection(to: read) == nil)
            replica.apply(read)
        }
        commands += 1
        if commands % interval == 0 { check(command) }
        return output.result
    }

    /// Lets time go on, with all that becomes due on the way.
    mutating func pass(_ duration: Duration) {
        let end = now.advanced(by: duration)
        while let due = floor.nextDeadline, due <= end {
            now = max(now, due)
            let before = floor.nextDeadline
            send(.advance)
            if output.events.isEmpty, floor.nextDeadline == before {
                Issue.record("what is due at \(due) never happens")
                return
            }
        }
        now = end
    }

    /// An agent who is signed in, reachable and available.
    mutating func staff(_ agents: AgentID...) {
        for agent in agents {
            send(.signIn(agent))
            send(.attachStream(agent, incarnation: 1))
            send(.setAvailability(SetAvailability(agent: agent, state: .available)))
        }
    }

    mutating func open(
        _ queue: QueueID = "general", _ channel: Channel = .voice, priority: Int? = nil,
        requirement: String? = nil, attributes: Attributes = Attributes(), preferred: AgentID? = nil
    ) -> ContactID {
        let result = send(
            .openContact(
                OpenContact(
                    channel: channel, queue: queue, customer: "+49 30 1234", attributes: attributes,
                    requirement: requirement.flatMap { try? Requirement(parsing: $0) }, priority: priority,
                    preferredAgent: preferred)))
        guard case .done(.opened(let contact, _)) = result else {
            Issue.record("\(result)")
            return ContactID(rawValue: 0)
        }
        return contact
    }

    /// Opens a contact; who is offered it at once.
    mutating func offeredTo(
        _ queue: QueueID = "general", _ channel: Channel = .voice, preferred: AgentID? = nil
    ) -> AgentID? {
        let contact = open(queue, channel, preferred: preferred)
        return holder(contact)
    }

    /// Opens a contact and has it accepted by whoever is offered it.
    mutating func connect(_ queue: QueueID = "general", _ channel: Channel = .voice) -> ContactID {
        let contact = open(queue, channel)
        accept(contact)
        return contact
    }

    mutating func accept(_ contact: ContactID) {
        guard let offer = floor.contact(contact)?.offer else {
            Issue.record("\(contact) is not offered")
            return
        }
        #expect(send(.accept(offer)) == .done(.nothing))
    }

    func state(_ contact: ContactID) -> ContactState? { floor.contact(contact)?.state }
    func holder(_ contact: ContactID) -> AgentID? { floor.contact(contact)?.agent }

    func refusal(_ result: CommandResult) -> Refusal.Code? {
        guard case .refused(let refusal) = result else { return nil }
        return refusal.code
    }

    private func check(_ command: Command) {
        let problems = floor.checkInvariants()
        #expect(problems.isEmpty, "after \(command.body): \(problems)")
        let bytes = floor.wireBytes()
        #expect(bytes == replica.wireBytes(), "the replayed floor is another after \(command.body)")
        guard let restored = try? Floor(wireBytes: bytes) else {
            Issue.record("the snapshot cannot be read back after \(command.body)")
            return
        }
        #expect(restored.wireBytes() == bytes, "the restored floor is another after \(command.body)")
        #expect(restored.checkInvariants().isEmpty)
    }
}
