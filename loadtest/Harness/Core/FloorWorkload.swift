import ContactCenter
import Wire

/// Puts a load on a whole floor and measures it: each command in, its events and directives out.
struct FloorWorkload {
    private let center: CoreConfiguration
    private var random = SeededGenerator(seed: 13)
    private var floor = Floor(partition: 0)
    private var output = FloorOutput()
    private var now = CoreConfiguration.start

    init(scale: CoreScale) throws(RequirementError) {
        center = try CoreConfiguration(scale: scale)
    }

    mutating func run() throws(CoreError) -> CoreReport.Floor {
        try send(.configure(Configure(configuration: center.configuration, source: "")))
        try staff(center.quietAgents, state: .available)
        try staff(center.busyAgents, state: .onBreak)
        let matched = try measureOpenMatched(operations: 1_000)
        precondition(matched.count > 0, "nothing was warmed up")
        let bytes = try fill()
        var inHand = try occupyAgents()
        let queued = try measureOpenQueued()
        let openMatched = try measureOpenMatched(operations: center.scale.operations)
        let freed = try measureFreed(&inHand)
        return CoreReport.Floor(
            openQueued: queued, openMatched: openMatched, freed: freed, bytesPerWaitingContact: bytes)
    }

    private mutating func staff(_ agents: [AgentID], state: AvailabilityState) throws(CoreError) {
        for agent in agents {
            try send(.signIn(agent))
            try send(.attachStream(agent, incarnation: 1))
            try send(.setAvailability(SetAvailability(agent: agent, state: state)))
        }
    }

    /// Opens the contacts that wait.
    ///
    /// - Returns: Resident bytes by contact.
    private mutating func fill() throws(CoreError) -> Int {
        let count = center.scale.waiting
        let before = ResidentMemory.bytes()
        for _ in 0..<count { try send(.openContact(busyContact())) }
        return (ResidentMemory.bytes() - before) / count
    }

    /// Makes the busy agents available: each is offered one of the waiting contacts, and takes it.
    private mutating func occupyAgents() throws(CoreError) -> [ContactID] {
        var inHand: [ContactID] = []
        for agent in center.busyAgents {
            try send(.setAvailability(SetAvailability(agent: agent, state: .available)))
            if let offer = offer() {
                try send(.accept(offer.id))
                inHand.append(offer.contact)
                try replace(offer)
            } else {
                try send(.setAvailability(SetAvailability(agent: agent, state: .onBreak)))
            }
        }
        guard !inHand.isEmpty else {
            throw CoreError(.unexpected, "No agent was offered a waiting contact; the floor matches nothing.")
        }
        return inHand
    }

    private mutating func measureOpenQueued() throws(CoreError) -> Latencies {
        var recorder = LatencyRecorder(capacity: center.scale.operations)
        var recent: [ContactID] = []
        for _ in 0..<center.scale.operations {
            let command = command(.openContact(busyContact()))
            recorder.measure { floor.handle(command, now: now, into: &output) }
            guard case .done(.opened(let contact, _)) = output.result, offer() == nil else {
                throw CoreError(.unexpected, "A contact that was to wait was not: \(output.result).")
            }
            recent.append(contact)
            if recent.count == 64 {
                for contact in recent { try send(.abandon(contact)) }
                recent.removeAll(keepingCapacity: true)
            }
        }
        return recorder.latencies
    }

    private mutating func measureOpenMatched(operations: Int) throws(CoreError) -> Latencies {
        var recorder = LatencyRecorder(capacity: operations)
        for _ in 0..<operations {
            let command = command(
                .openContact(contact(center.quietQueues[random.below(center.quietQueues.count)], nil)))
            recorder.measure { floor.handle(command, now: now, into: &output) }
            guard let offer = offer() else {
                throw CoreError(.unexpected, "A contact that was to be offered at once was not: \(output.result).")
            }
            try send(.accept(offer.id))
            try send(.complete(offer.contact))
            try send(.finishWrapUp(FinishWrapUp(contact: offer.contact, disposition: nil)))
        }
        return recorder.latencies
    }

    private mutating func measureFreed(_ inHand: inout [ContactID]) throws(CoreError) -> Latencies {
        var recorder = LatencyRecorder(capacity: center.scale.operations)
        for _ in 0..<center.scale.operations {
            let place = random.below(inHand.count)
            try send(.complete(inHand[place]))
            let command = command(.finishWrapUp(FinishWrapUp(contact: inHand[place], disposition: nil)))
            recorder.measure { floor.handle(command, now: now, into: &output) }
            guard let offer = offer() else {
                throw CoreError(.unexpected, "An agent who became free was offered nothing: \(output.result).")
            }
            try send(.accept(offer.id))
            inHand[place] = offer.contact
            try replace(offer)
        }
        return recorder.latencies
    }

    /// Opens a contact that asks for the same as one that was taken, so that every line stays as long as it was.
    private mutating func replace(_ offer: OfferView) throws(CoreError) {
        guard let taken = floor.contact(offer.contact) else {
            throw CoreError(.unexpected, "The contact \(offer.contact) that was offered is not known.")
        }
        try send(.openContact(contact(taken.queue, taken.requirement)))
    }

    private mutating func busyContact() -> OpenContact {
        let queue = random.below(center.busyQueues.count)
        let kind = random.below(4)
        return contact(center.busyQueues[queue], kind == 0 ? nil : center.requirements[3 * queue + kind - 1])
    }

    private mutating func contact(_ queue: QueueID, _ requirement: Requirement?) -> OpenContact {
        OpenContact(
            channel: .voice, queue: queue, customer: "+4930\(random.below(10_000_000))",
            attributes: Attributes(["tier": .text("gold")]), requirement: requirement,
            priority: random.below(10) == 0 ? 5 : nil)
    }

    /// The offer among the last command's directives.
    private func offer() -> OfferView? {
        for directive in output.directives {
            if case .offered(let offer) = directive.notice, case .agent = directive.audience { return offer }
        }
        return nil
    }

    /// A command that has not been sent yet; time goes on by ten milliseconds, and what falls due meanwhile is done.
    private mutating func command(_ body: Command.Body) -> Command {
        now = now.advanced(by: .milliseconds(10))
        if let deadline = floor.nextDeadline, deadline <= now {
            floor.handle(
                Command(id: CommandID(time: now, random: &random), body: .advance), now: now, into: &output)
        }
        return Command(id: CommandID(time: now, random: &random), body: body)
    }

    private mutating func send(_ body: Command.Body) throws(CoreError) {
        let command = command(body)
        floor.handle(command, now: now, into: &output)
        if case .refused(let refusal) = output.result {
            throw CoreError(.unexpected, "The floor refused a command of the benchmark: \(refusal.message)")
        }
    }
}
