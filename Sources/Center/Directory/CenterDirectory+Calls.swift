import Cluster
import ContactCenter

extension CenterDirectory {
    /// How long a call waits before it looks for a partition's owner again.
    private static let pause: Duration = .milliseconds(25)

    /// Makes a call with a deadline; whatever goes wrong comes as a ``CenterError``.
    func call<Output>(
        _ timeout: Duration? = nil, _ body: () async throws -> Output
    ) async throws(CenterError) -> Output {
        do { return try await repeating(timeout, body) } catch { throw CenterError(of: error) }
    }

    /// Makes a call with a deadline.
    ///
    /// Where partitions move, a call whose partition has moved, or whose owner cannot be reached, is made again at
    /// whoever owns it by then: every call that changes anything carries an id that makes a repetition harmless.
    func repeating<Output>(_ timeout: Duration? = nil, _ body: () async throws -> Output) async throws -> Output {
        let deadline = system.clock.now + (timeout ?? self.timeout)
        // What an earlier attempt may have done, a later one that did nothing does not undo.
        var unknown: CenterError?
        while true {
            do {
                return try await CallOptions.withDeadline(deadline - system.clock.now, body)
            } catch {
                let next = system.clock.now + Self.pause
                let reason = error is Refusal ? nil : CenterError(of: error)
                guard routing != nil, !system.isStopped, CenterError.meansMoved(error), next < deadline else {
                    if let unknown, reason?.code.leavesOutcomeUnknown == false { throw unknown }
                    throw error
                }
                if let reason, reason.code.leavesOutcomeUnknown { unknown = reason }
                try await system.clock.sleep(until: next)
            }
        }
    }

    /// Where a command is carried out.
    ///
    /// - Parameter site: The site that a contact is to be opened at; nil for any.
    func home(of command: Command, at site: SiteID? = nil) async throws(CenterError) -> PartitionID {
        if case .openContact(let contact) = command.body {
            // What is booked is counted in one place.
            if contact.callback?.slot != nil { return layout.home(of: contact.queue) }
            if let session = contact.session { return layout.home(of: session) }
            return site.flatMap { layout.home(of: command.id, at: $0) } ?? layout.home(of: command.id)
        }
        if layout.places.count == 1 { return layout.administering }
        if let contact = command.body.contact { return layout.home(of: contact) }
        if let agent = command.body.agent { return try await home(of: agent) }
        return command.body.offer.map { layout.home(of: $0) } ?? layout.administering
    }

    /// The partition, other than that of the offer's contact, whose agent the offer is open to, or which this command
    /// has been answered by; nil when there is none.
    func answering(
        _ offer: ReservationID, by command: CommandID, besides home: PartitionID
    ) async throws(CenterError) -> PartitionID? {
        try await first(of: layout.places.filter { $0.partition != home }) { place in
            try await partitionActor(place.partition).answers(offer, by: command) ? place.partition : nil
        }
    }

    /// Where an agent is at home; where nobody knows the agent, the partition that will say so.
    func home(of agent: AgentID) async throws(CenterError) -> PartitionID {
        guard let routing, layout.places.count > 1 else { return layout.administering }
        if routing.homes.site(of: agent) == nil { routing.homes.learn(try await configuration()) }
        return routing.homes.site(of: agent).map { layout.home(of: agent, at: $0) } ?? layout.administering
    }

    /// Asks these partitions, by default every one that is reachable, all at once; answers come in the order of the layout.
    func gather<Part: Sendable>(
        _ places: [CenterLayout.Place]? = nil, _ read: @escaping @Sendable (PartitionActor) async throws -> Part
    ) async throws(CenterError) -> [Part] {
        try await each(places ?? reachable) { try await read(try partitionActor($0.partition)) }
    }

    /// Asks about each of these places, all at once; answers come in their order.
    func each<Part: Sendable>(
        _ places: [CenterLayout.Place], _ read: @escaping @Sendable (CenterLayout.Place) async throws -> Part
    ) async throws(CenterError) -> [Part] {
        let answers = await concurrently(places) { place in await answer { try await read(place) } }
        var parts: [Part] = []
        for answer in answers { parts.append(try answer.get()) }
        return parts
    }

    /// What the first of these partitions that finds something finds, all being asked at once; nil when none does.
    ///
    /// - Throws: ``CenterError`` when none that answers does and another does not answer.
    func first<Found: Sendable>(
        of places: [CenterLayout.Place], _ find: @escaping @Sendable (CenterLayout.Place) async throws -> Found?
    ) async throws(CenterError) -> Found? {
        let found: Result<Found?, CenterError> = await withTaskGroup(of: Result<Found?, CenterError>.self) { group in
            for place in places { group.addTask { await answer { try await find(place) } } }
            defer { group.cancelAll() }
            var trouble: CenterError?
            for await answer in group {
                switch answer {
                case .success(let found?): return .success(found)
                case .success(nil): break
                case .failure(let error): trouble = error
                }
            }
            return trouble.map { .failure($0) } ?? .success(nil)
        }
        return try found.get()
    }

    /// What `body` makes of each element, all at once, in the order of the elements.
    func concurrently<Element: Sendable, Output: Sendable>(
        _ elements: [Element], _ body: @escaping @Sendable (Element) async -> Output
    ) async -> [Output] {
        await withTaskGroup(of: (Int, Output).self) { group in
            for (index, element) in elements.enumerated() {
                group.addTask { (index, await body(element)) }
            }
            var found: [(Int, Output)] = []
            for await one in group { found.append(one) }
            return found.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func answer<Output: Sendable>(
        _ body: () async throws -> Output
    ) async -> Result<Output, CenterError> {
        do throws(CenterError) { return .success(try await call(nil, body)) } catch { return .failure(error) }
    }

    func agentActor(_ id: AgentID, at home: PartitionID) throws -> AgentActor {
        try system.actor(named: FaceName(home, id.name).description)
    }

    func queueActor(_ id: QueueID, at home: PartitionID) throws -> QueueActor {
        try system.actor(named: FaceName(home, id.name).description)
    }

    func sessionActor(_ id: ContactID) throws -> SessionActor {
        try system.actor(named: FaceName(layout.home(of: id), id.description).description)
    }

    func partitionActor(_ partition: PartitionID) throws -> PartitionActor {
        try system.actor(named: FaceName(partition).description)
    }
}

extension CenterError {
    /// Whether the partition is, or may be, served by another node by now.
    var meansMoved: Bool { code == .movedAway || code == .unavailable || code == .draining }

    /// Whether an error of a call says that the partition is, or may be, served by another node by now.
    static func meansMoved(_ error: any Error) -> Bool {
        switch error {
        case let error as CenterError: error.meansMoved
        case is ClusterError: CenterError(of: error).meansMoved
        default: false
        }
    }
}
