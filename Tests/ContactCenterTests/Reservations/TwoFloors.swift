import ContactCenter
import Testing
import Wire

/// Two floors of the sample configuration: contacts come in at the first, agents are at home at the second. Letters
/// arrive when a test says so, written and read again.
struct TwoFloors {
    var contacts = Floor(partition: 1)
    var agents = Floor(partition: 2)
    var now = Timestamp(microseconds: 1_700_000_000_000_000)
    var random = SeededGenerator(seed: 1)
    /// What each floor owes, oldest first.
    var letters: [UInt16: [Letter]] = [1: [], 2: []]
    var told: [Directive] = []
    var acceptances: [Acceptance] = []

    init(_ configuration: CenterConfiguration = .sample) {
        for place: UInt16 in [1, 2] {
            send(.configure(Configure(configuration: configuration, source: "name: test")), at: place)
        }
    }

    @discardableResult
    mutating func send(_ body: Command.Body, at place: UInt16) -> CommandResult {
        send(command(body), at: place)
    }

    /// A command with a new id.
    mutating func command(_ body: Command.Body) -> Command {
        Command(id: CommandID(time: now, random: &random), body: body)
    }

    @discardableResult
    mutating func send(_ command: Command, at place: UInt16) -> CommandResult {
        var output = FloorOutput()
        let before = place == 1 ? contacts : agents
        var floor = before
        floor.handle(command, now: now, into: &output)
        var replica = before
        for event in output.events {
            guard let read = try? Event(wireBytes: event.wireBytes()), replica.objection(to: read) == nil else {
                Issue.record("\(event) cannot be read back, or does not fit")
                continue
            }
            replica.apply(read)
        }
        #expect(replica.wireBytes() == floor.wireBytes())
        #expect((try? Floor(wireBytes: floor.wireBytes()))?.wireBytes() == floor.wireBytes())
        #expect(floor.checkInvariants() == [])
        if place == 1 { contacts = floor } else { agents = floor }
        letters[place]? += output.letters
        if place == 2 { told += output.directives }
        acceptances += output.acceptances
        return output.result
    }

    mutating func staff(_ agent: AgentID) {
        send(.signIn(agent), at: 2)
        send(.attachStream(agent, incarnation: 1), at: 2)
        send(.setAvailability(SetAvailability(agent: agent, state: .available)), at: 2)
    }

    /// Each floor learns how the other stands.
    mutating func learn() {
        contacts.learn(agents.summary())
        agents.learn(contacts.summary())
        send(.seek, at: 1)
        send(.seek, at: 2)
    }

    mutating func open(_ queue: QueueID = "general", preferred: AgentID? = nil) -> ContactID {
        let wish = OpenContact(channel: .voice, queue: queue, customer: "x", preferredAgent: preferred)
        guard case .done(.opened(let contact, _)) = send(.openContact(wish), at: 1) else {
            Issue.record("the contact was not opened")
            return ContactID(rawValue: 0)
        }
        return contact
    }

    /// Delivers a floor's oldest letter, and its answer.
    @discardableResult
    mutating func deliver(from place: UInt16) -> CommandResult? {
        guard let letter = letters[place]?.first else {
            Issue.record("floor \(place) owes nothing")
            return nil
        }
        letters[place]?.removeFirst()
        return deliver(letter, from: place)
    }

    @discardableResult
    mutating func deliver(_ letter: Letter, from place: UInt16) -> CommandResult? {
        guard let body = try? Command.Body(wireBytes: letter.body.wireBytes()) else {
            Issue.record("\(letter) cannot be read back")
            return nil
        }
        let sent = send(body, at: letter.to)
        guard let result = try? CommandResult(wireBytes: sent.wireBytes()) else {
            Issue.record("\(sent) cannot be read back")
            return nil
        }
        if let reply = letter.reply(result) { send(reply, at: place) }
        return result
    }

    /// Delivers everything until nobody owes anything new.
    mutating func settle() {
        while let place = [UInt16(1), 2].first(where: { letters[$0]?.isEmpty == false }) { deliver(from: place) }
    }

    /// Lets time go on at both floors.
    mutating func pass(_ duration: Duration) {
        now = now.advanced(by: duration)
        for place: UInt16 in [1, 2] { send(.advance, at: place) }
    }

    /// A contact that waits at the first floor and is offered to an agent of the second.
    mutating func offer() -> (contact: ContactID, offer: ReservationID) {
        staff("ann")
        learn()
        let contact = open()
        settle()
        let offers = agents.agent("ann")?.offers ?? []
        #expect(offers.count == 1)
        return (contact, offers.first ?? ReservationID(rawValue: 0))
    }
}
