import ContactCenter
import GatewayAPI
import History
import NIOCore

extension LoadRun {
    /// Asks for a contact's state.
    func read(_ contact: ContactID) {
        readsUnderWay += 1
        send(
            Call(
                purpose: .readContact(contact), request: connectorWriter.get("/v1/contacts/\(contact)"), number: 0,
                due: now))
    }

    /// Asks for an agent's state.
    func read(agent: Int) {
        readsUnderWay += 1
        send(
            Call(
                purpose: .readAgent(agent), request: agents[agent].writer.get("/v1/agents/\(agents[agent].id)"),
                number: 0, due: now))
    }

    func readBack(_ call: Call, _ status: Int, _ body: ByteBuffer) {
        if status != 200, status != 404 { return after(200_000, .again(call)) }
        readsUnderWay -= 1
        switch call.purpose {
        case .readContact(let contact):
            if status == 404 {
                record(.contactAbsent(ContactAbsence(contact: contact)))
                gone(contact)
            } else if let seen = Self.read(Contact.self, body) {
                if let event = HistoryEntry.Event.contact(seen, isReadBack: true) { record(event) }
                if seen.state == .ended { gone(contact) }
            }
        case .readAgent:
            if let seen = Self.read(Agent.self, body) { record(.agent(seen, isReadBack: true)) }
        default: break
        }
    }

    private func gone(_ contact: ContactID) {
        guard let life = lifePlaces[contact.rawValue], lives[life].stage == .waiting else { return }
        end(life, .ended)
    }

    private static func read<Value: JSONReadable>(_ type: Value.Type, _ body: ByteBuffer) -> Value? {
        body.withUnsafeReadableBytes { try? Value(json: $0.bindMemory(to: UInt8.self)) }
    }

    /// Looks at every agent and at every contact that has not ended, while nothing else is sent.
    func readEverythingBack() async throws(HarnessError) {
        for place in lives.indices where !lives[place].isOver || lives[place].isUncertain {
            if let contact = lives[place].id { read(contact) }
        }
        for agent in agents.indices { read(agent: agent) }
        try await wait(atMost: nil) { $0.readsUnderWay == 0 }
    }
}
