import ContactCenter
import GatewayClient
import History
import NIOCore

extension LoadRun {
    /// Plays the whole scenario.
    func play() async throws(HarnessError) -> RunMeasures {
        try await begin()
        if scenario.backlog > 0 { try await fillBacklog() }
        try await admitAgents()
        if let saturation = scenario.saturation { try await saturate(saturation) }
        phase = "playing"
        measuresBegin()
        beginArrivals()
        try await wait(atMost: nil) { !$0.isArriving }
        outstanding = 0
        try await end()
        return measures
    }

    /// Connects, and opens every agent's stream.
    func begin() async throws(HarnessError) {
        record(.configured(HistoryConfiguration(center.configuration) { sites.home(of: $0) }))
        after(1_000_000, .second)
        for connection in 0..<pool.bound { reconnect(connection) }
        for agent in agents.indices { openStream(agent) }
        try await wait(atMost: 30_000_000) { run in
            run.pool.idleCount == run.pool.bound && run.agents.allSatisfy { $0.isStreamOpen }
        }
        let open = agents.filter(\.isStreamOpen).count
        guard open == agents.count else {
            throw HarnessError(
                .center, "Only \(open) of \(agents.count) agents' event streams could be opened within 30 s.")
        }
    }

    /// Opens contacts before anybody is there to take them.
    private func fillBacklog() async throws(HarnessError) {
        phase = "filling the queues"
        for _ in 0..<scenario.backlog {
            if let plan = arrivals.any() { open(plan, intended: now) }
        }
        try await wait(atMost: 600_000_000) { $0.pool.isQuiet }
        if scenario.keepsBacklog { outstanding = scenario.backlog }
    }

    /// Lets the agents begin to work.
    func admitAgents() async throws(HarnessError) {
        phase = "agents signing in"
        if let trace = options.trace {
            for (agent, shift) in trace.shifts.enumerated() where agent < agents.count {
                after(scaled(shift.lowerBound), .shift(agent: agent, begins: true))
                after(scaled(shift.upperBound), .shift(agent: agent, begins: false))
            }
            return
        }
        for agent in agents.indices { shift(agent, begins: true) }
        try await wait(atMost: 30_000_000) { run in run.agents.allSatisfy { $0.isAvailable } }
    }

    /// An agent comes to work, or goes home as soon as nothing is in hand.
    func shift(_ agent: Int, begins: Bool) {
        let (id, writer) = (agents[agent].id, agents[agent].writer)
        agents[agent].shouldBeAvailable = begins
        if begins {
            command(.signIn(agent: agent), .signIn(id)) { writer.post("/v1/agents/\(id)/sign-in", key: $0) }
        } else {
            let body = Array(#"{"state":"break","when":"after-contact"}"#.utf8)
            command(.signOut(agent: agent), .setAvailability(id, .onBreak, later: true)) {
                writer.post("/v1/agents/\(id)/availability", key: $0, body: body)
            }
        }
    }

    func signedIn(_ agent: Int) { becomeAvailable(agent) }

    func becomeAvailable(_ agent: Int) {
        guard agents[agent].shouldBeAvailable else { return }
        let (id, writer) = (agents[agent].id, agents[agent].writer)
        agents[agent].freedAt = now
        command(.available(agent: agent), .setAvailability(id, .available, later: false)) {
            writer.post("/v1/agents/\(id)/availability", key: $0, body: Array(#"{"state":"available"}"#.utf8))
        }
    }

    /// Keeps so many contacts alive for a while, and plays what follows at a share of the lives a second it reached.
    private func saturate(_ saturation: Saturation) async throws(HarnessError) {
        phase = "saturating"
        outstanding = saturation.outstanding
        for _ in 0..<saturation.outstanding { openAnother() }
        let length = saturation.length.wholeMicroseconds
        try await wait(atMost: length / 5) { _ in false }
        let (before, began) = (measures.counts.completed, now)
        try await wait(atMost: length * 4 / 5) { _ in false }
        measures.mostLivesPerSecond =
            Double(measures.counts.completed - before) / (Double(now - began) / 1_000_000)
        outstanding = 0
        try await wait(atMost: 10_000_000) { $0.liveCount == 0 }
        arrivals.setRate(measures.mostLivesPerSecond * saturation.share)
    }

    /// What was measured before the arrivals began does not count for the latencies.
    private func measuresBegin() {
        measures.routing = Latency()
        measures.arrivalToOffer = Latency()
        measures.opening = Latency()
        if scenario.backlog == 0 { measures.freedToOffer = Latency() }
        measures.began = now
        measures.completedBefore = measures.counts.completed
    }

    /// Lets what is there end, cuts off what does not, and looks at what is left.
    func end() async throws(HarnessError) {
        measures.ended = now
        measures.completedAtEnd = measures.counts.completed
        phase = "draining"
        try await wait(atMost: scenario.drain.wholeMicroseconds) { $0.liveCount == 0 }
        phase = "ending"
        cutOff()
        try await wait(atMost: 20_000_000) { $0.liveCount == 0 && $0.pool.isQuiet }
        for agent in agents.indices { goHome(agent) }
        try await wait(atMost: 10_000_000) { $0.pool.isQuiet }
        try await readEverythingBack()
        record(.ended)
        close()
    }

    /// Customers who still wait hang up, and those who talk come to an end.
    private func cutOff() {
        for place in lives.indices where !lives[place].isOver {
            lives[place].isCutOff = true
            if lives[place].stage == .waiting { abandon(place) }
        }
        for agent in agents.indices {
            for contact in agents[agent].inHand.sorted() { complete(agent, ContactID(rawValue: contact)) }
        }
    }

    private func goHome(_ agent: Int) {
        let (id, writer) = (agents[agent].id, agents[agent].writer)
        agents[agent].shouldBeAvailable = false
        command(.signOut(agent: agent), .signOut(id)) { writer.post("/v1/agents/\(id)/sign-out", key: $0) }
    }

    /// Lets go of every connection.
    func close() {
        isClosing = true
        progress.finish()
        do throws(HistoryError) {
            try recorder?.close()
        } catch {
            failure = HarnessError(.file, error.message, cause: error)
        }
        for channel in pool.channels { channel?.close(promise: nil) }
        for agent in agents { agent.channel?.close(promise: nil) }
    }
}
