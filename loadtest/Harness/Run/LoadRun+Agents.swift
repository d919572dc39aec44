import ContactCenter
import GatewayAPI
import History
import NIOCore
import NIOPosix

extension LoadRun {
    func openStream(_ agent: Int) {
        guard !isClosing, agents[agent].channel == nil else { return }
        guard !isResting else { return after(100_000, .openStream(agent: agent)) }
        agents[agent].node = nodes.standIn(for: agents[agent].node)
        let target = options.targets[agents[agent].node]
        bootstrap { StreamChannelHandler(owner: $0, stream: agent) }
            .connect(host: target.host, port: target.port)
            .whenComplete { [self] result in
                assumeIsolated { $0.streamConnected(agent, result) }
            }
    }

    private func streamConnected(_ agent: Int, _ result: Result<NetworkChannel, any Error>) {
        switch result {
        case .success(let channel):
            agents[agent].channel = channel
            let request = agents[agent].writer.stream(
                "/v1/agents/\(agents[agent].id)/events", after: agents[agent].lastEvent)
            channel.writeAndFlush(request, promise: nil)
        case .failure:
            nodes.lose(agents[agent].node)
            after(100_000, .openStream(agent: agent))
        }
    }

    func streamOpened(_ stream: Int, status: Int) {
        defer { checkWaiter() }
        guard status == 200 else {
            agents[stream].channel?.close(promise: nil)
            return
        }
        agents[stream].isStreamOpen = true
        record(.stream(StreamSeen(agent: agents[stream].id, isOpen: true)))
    }

    func streamClosed(_ stream: Int) {
        agents[stream].channel = nil
        if agents[stream].isStreamOpen {
            agents[stream].isStreamOpen = false
            record(.stream(StreamSeen(agent: agents[stream].id, isOpen: false)))
        }
        if !isClosing { after(200_000, .openStream(agent: stream)) }
    }

    func received(_ event: ServerEventParser.Event, on stream: Int) {
        let at = now
        defer { checkWaiter() }
        agents[stream].lastEvent = event.id ?? agents[stream].lastEvent
        switch event.name {
        case "offered":
            if let offer = Self.read(Offer.self, event) { offered(offer, stream, event.id, at) }
        case "offer-ended":
            if let ended = Self.read(EndedOffer.self, event) { offerEnded(ended, stream, event.id) }
        case "agent": agentChanged(event, stream)
        case "contact": contactChanged(event)
        case "reset": reset(event, stream, at)
        default: break
        }
    }

    private static func read<Value: JSONReadable>(_ type: Value.Type, _ event: ServerEventParser.Event) -> Value? {
        event.data.withUnsafeBufferPointer { try? Value(json: $0) }
    }

    private static func position(_ id: String?) -> NoticePosition? {
        guard let parts = id?.split(separator: "-"), parts.count == 2, let sequence = UInt64(parts[0]),
            let index = UInt32(parts[1])
        else { return nil }
        return NoticePosition(sequence: sequence, index: index)
    }

    private func offered(_ offer: Offer, _ agent: Int, _ event: String?, _ at: Int64) {
        guard let id = ReservationID(offer.id), let contact = ContactID(offer.contact) else { return }
        record(
            .offer(
                OfferSeen(
                    id: id, contact: contact, agent: agents[agent].id, queue: QueueID(offer.queue),
                    channel: ContactCenter.Channel(name: offer.channel.rawValue) ?? .voice, priority: offer.priority,
                    enqueuedAt: Timestamp(microseconds: offer.enqueuedAt.microseconds),
                    offeredAt: Timestamp(microseconds: offer.offeredAt.microseconds),
                    deadline: Timestamp(microseconds: offer.deadline.microseconds), ring: offer.ring,
                    position: Self.position(event))))
        guard agents[agent].offers.insert(id.rawValue).inserted else { return }
        measures.counts.offers += 1
        let atOnce = offer.offeredAt.microseconds - offer.enqueuedAt.microseconds <= 1_000
        if let freed = agents[agent].freedAt, didWait(offer, contact, since: freed, until: at) {
            measures.freedToOffer.record(at - freed)
        }
        agents[agent].freedAt = nil
        if let life = lifePlaces[contact.rawValue] {
            firstOffer(life, at: at, atOnce: atOnce)
        } else if offer.enqueuedAt.microseconds >= center.clock.shown {
            earlyContacts[contact.rawValue] = EarlyContact(offeredAt: at, atOnce: atOnce)
        }
        decide(agent, id, contact)
    }

    /// Whether a contact waited already, without an offer, when the agent became free.
    private func didWait(_ offer: Offer, _ contact: ContactID, since freed: Int64, until at: Int64) -> Bool {
        let waited = offer.offeredAt.microseconds - offer.enqueuedAt.microseconds
        guard waited > 1_000, waited >= businessSpan(at - freed) else { return false }
        return lifePlaces[contact.rawValue].map { !lives[$0].hasOffer } ?? false
    }

    func firstOffer(_ life: Int, at: Int64, atOnce: Bool) {
        guard !lives[life].hasOffer else { return }
        lives[life].hasOffer = true
        let latency = at - lives[life].intended
        measures.arrivalToOffer.record(latency)
        if atOnce { measures.routing.record(latency) }
        measures.second(at) { $0.slowestOffer = max($0.slowestOffer, latency) }
    }

    private func decide(_ agent: Int, _ offer: ReservationID, _ contact: ContactID) {
        let behaviour = scenario.agents
        let share = random.share()
        if share < behaviour.ignore { return }
        let isAccepted = share >= behaviour.ignore + behaviour.reject
        let delay = Int64(random.exponential(behaviour.answer.inSeconds) * 1_000_000)
        if delay == 0, !isResting { return answer(agent, offer, contact, isAccepted: isAccepted) }
        after(scaled(delay), .answer(agent: agent, offer: offer, contact: contact, isAccepted: isAccepted))
    }

    func answer(_ agent: Int, _ offer: ReservationID, _ contact: ContactID, isAccepted: Bool) {
        guard agents[agent].offers.contains(offer.rawValue) else { return }
        let writer = agents[agent].writer
        if isAccepted {
            if let life = lifePlaces[contact.rawValue] {
                lives[life].acceptsSent += 1
                if lives[life].stage == .waiting { lives[life].stage = .answering }
            }
            command(.accept(agent: agent, offer: offer, contact: contact), .accept(offer)) {
                writer.post("/v1/offers/\(offer)/accept", key: $0)
            }
        } else {
            command(.reject(agent: agent, offer: offer), .reject(offer)) {
                writer.post("/v1/offers/\(offer)/reject", key: $0)
            }
        }
    }

    func accepted(_ agent: Int, _ offer: ReservationID, _ contact: ContactID) {
        agents[agent].offers.remove(offer.rawValue)
        guard agents[agent].inHand.insert(contact.rawValue).inserted else { return }
        if let life = lifePlaces[contact.rawValue] {
            begin(life, with: agent, contact)
        } else if earlyContacts[contact.rawValue] != nil {
            earlyContacts[contact.rawValue]?.acceptedBy = agent
        } else {
            complete(agent, contact)
        }
    }

    /// Agent and customer begin to talk.
    func begin(_ life: Int, with agent: Int, _ contact: ContactID) {
        connected(life)
        if let session = sites.site(of: contact), let home = sites.site(of: agents[agent].id) {
            measures.routes.count(from: session, to: home)
        }
        let handling = lives[life].isCutOff ? 0 : lives[life].plan.handling
        if handling == 0 { return complete(agent, contact) }
        after(scaled(handling), .complete(agent: agent, contact: contact))
    }

    private func connected(_ life: Int) {
        lives[life].stage = .connected
        guard !lives[life].isAnswered else { return }
        lives[life].isAnswered = true
        let wait = businessSpan(now - lives[life].intended)
        lives[life].wait = wait
        measures.counts.answered += 1
        measures.answeredWaits += wait
        if wait <= center.threshold(of: lives[life].plan.opening.queue) { measures.answeredWithinThreshold += 1 }
        measures.second(now) {
            $0.answered += 1
            $0.waits += wait
        }
        count(life, wait: wait) { $0.answered += 1 }
    }

    func complete(_ agent: Int, _ contact: ContactID) {
        guard agents[agent].inHand.contains(contact.rawValue) else { return }
        let writer = agents[agent].writer
        let hasWrapUp = lifePlaces[contact.rawValue].map { center.hasWrapUp(lives[$0].plan.opening.queue) } ?? true
        if !hasWrapUp { agents[agent].freedAt = now }
        command(.complete(agent: agent, contact: contact), .complete(contact)) {
            writer.post("/v1/contacts/\(contact)/complete", key: $0)
        }
    }

    func completed(_ agent: Int, _ contact: ContactID) {
        var wrapUp: Int64 = 0
        if let life = lifePlaces[contact.rawValue] {
            guard center.hasWrapUp(lives[life].plan.opening.queue) else { return wrappedUp(agent, contact) }
            lives[life].stage = .wrapUp
            wrapUp = lives[life].isCutOff ? 0 : lives[life].plan.wrapUp
        }
        if wrapUp == 0 { return finishWrapUp(agent, contact) }
        after(scaled(wrapUp), .finishWrapUp(agent: agent, contact: contact))
    }

    /// The customer hung up meanwhile, and the contact is in wrap-up already; or it is gone.
    func completeRefused(_ agent: Int, _ contact: ContactID) {
        finishWrapUp(agent, contact)
    }

    func finishWrapUp(_ agent: Int, _ contact: ContactID) {
        guard agents[agent].inHand.contains(contact.rawValue) else { return }
        let writer = agents[agent].writer
        agents[agent].freedAt = now
        command(.finishWrapUp(agent: agent, contact: contact), .finishWrapUp(contact)) {
            writer.post("/v1/contacts/\(contact)/wrap-up", key: $0, body: center.wrapUpBody)
        }
    }

    func wrappedUp(_ agent: Int, _ contact: ContactID) {
        guard agents[agent].inHand.remove(contact.rawValue) != nil else { return }
        guard let life = lifePlaces.removeValue(forKey: contact.rawValue) else { return }
        if !lives[life].isOver { measures.counts.completed += 1 }
        end(life, .ended)
    }

    private func offerEnded(_ ended: EndedOffer, _ agent: Int, _ event: String?) {
        guard let id = ReservationID(ended.id), let contact = ContactID(ended.contact) else { return }
        let outcome = OfferOutcome.allCases.first { $0.name == ended.outcome.rawValue } ?? .rescinded
        record(.offerEnded(OfferEndSeen(id: id, outcome: outcome, position: Self.position(event))))
        if outcome == .timedOut { measures.counts.unanswered += 1 }
        if outcome != .accepted { agents[agent].offers.remove(id.rawValue) }
        if outcome != .accepted, let life = lifePlaces[contact.rawValue], lives[life].stage == .answering {
            lives[life].stage = .waiting
            if let patience = lives[life].plan.patience {
                after(scaled(patience) - (now - lives[life].intended), .patience(life: life))
            }
        }
    }

    /// Which ring a contact is at belongs to its class: without rings there is nothing to be learned.
    private func contactChanged(_ event: ServerEventParser.Event) {
        guard center.hasRings, let seen = Self.read(Contact.self, event) else { return }
        if let entry = HistoryEntry.Event.contact(seen, isReadBack: false) { record(entry) }
    }

    /// Of an agent's own changes only one matters here: being set not ready for offers left unanswered.
    private func agentChanged(_ event: ServerEventParser.Event, _ agent: Int) {
        guard event.data.contains(Array("\"not-ready\"".utf8)), let seen = Self.read(Agent.self, event) else { return }
        record(.agent(seen, isReadBack: false))
        guard seen.availability.state == .notReady, agents[agent].shouldBeAvailable else { return }
        agents[agent].isAvailable = false
        after(scaled(1_000_000), .available(agent: agent))
    }

    /// The stream begins with the whole state: what is in hand is gone on with.
    private func reset(_ event: ServerEventParser.Event, _ agent: Int, _ at: Int64) {
        guard let value = event.data.withUnsafeBufferPointer({ try? JSONParser.parse($0) }),
            case .object(let members) = value
        else { return }
        for member in members {
            guard case .array(let elements) = member.value else { continue }
            for element in elements {
                var fields = JSONFields(element)
                switch member.name {
                case "offers":
                    if let offer = Offer(reading: &fields) { offered(offer, agent, nil, at) }
                case "contacts":
                    if let contact = Contact(reading: &fields) { resume(contact, agent) }
                default: break
                }
            }
        }
    }

    private func resume(_ contact: Contact, _ agent: Int) {
        guard let id = ContactID(contact.id), agents[agent].inHand.insert(id.rawValue).inserted else { return }
        switch contact.state {
        case .connected, .held: complete(agent, id)
        case .wrapUp: finishWrapUp(agent, id)
        case .queued, .offered, .ended, .scheduled, .dialing: agents[agent].inHand.remove(id.rawValue)
        }
    }
}

extension [UInt8] {
    /// Whether these bytes stand somewhere in a row.
    fileprivate func contains(_ other: [UInt8]) -> Bool {
        guard let first = other.first, count >= other.count else { return false }
        for start in 0...(count - other.count) where self[start] == first {
            if self[start..<(start + other.count)].elementsEqual(other) { return true }
        }
        return false
    }
}
