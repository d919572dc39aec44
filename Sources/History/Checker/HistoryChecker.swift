import ContactCenter

/// Verifies a history against every ``Rule``, in time that grows with its length and in one pass: what concerns the
/// order of commands as it goes, what concerns the order of the center's decisions when it is finished.
///
/// A rule is broken only when the history proves it. Evidence is of three kinds:
/// - **The recorder's order.** A command has its effect between its `invoked` entry and its `ok`. What is
///   acknowledged holds until a command that may change it is sent. One agent's stream is in order.
/// - **The center's own order.** Reservation ids count up in the order of the offers; `enqueuedAt`, `offeredAt` and
///   `endedAt` come from one clock that never goes back.
/// - **Positions** of notices, where the end of an offer is compared with another offer. A position seen after a
///   restart may be that of a repetition, so it counts only for contacts that were opened after it.
///
/// Clients' clocks prove nothing, except that wrap-up does not end before its limit.
public struct HistoryChecker {
    var contacts: [ContactRecord] = []
    var contactPlaces: [ContactID: Int] = [:]
    var agents: [AgentRecord] = []
    var agentPlaces: [AgentID: Int] = [:]
    var offers: [OfferRecord] = []
    var offerPlaces: [ReservationID: Int] = [:]
    var configurations: [ConfigurationInForce] = []
    var invocations: [UInt64: (verb: Invocation.Verb, line: Int, time: Int64)] = [:]
    var openedBy: [UInt64: ContactID] = [:]
    var unansweredOpenings: Set<UInt64> = []
    /// Lines of the restarts.
    var restartLines: [Int] = []
    var report = HistoryReport()
    /// Line of the entry that is being checked.
    var line = 0
    /// Time of the entry that is being checked.
    var time: Int64 = 0

    private let clockRate: Double
    private let violationBound: Int

    /// Makes a checker of a history that is yet to be gone through.
    ///
    /// - Parameters:
    ///   - clockRate: How many seconds of business time pass in a second of the recorder's clock.
    ///   - violationBound: How many violations are kept to be shown; all are counted.
    public init(clockRate: Double = 1, violationBound: Int = 1_000) {
        self.clockRate = clockRate
        self.violationBound = violationBound
    }

    /// Checks a whole history.
    public static func check(_ entries: [HistoryEntry], clockRate: Double = 1) -> HistoryReport {
        var checker = HistoryChecker(clockRate: clockRate)
        for entry in entries { checker.check(entry) }
        return checker.finish()
    }

    /// Checks the history in a file.
    ///
    /// - Throws: ``HistoryError`` when the file cannot be read.
    public static func check(file path: String) throws(HistoryError) -> HistoryReport {
        var reader = try HistoryReader(path: path)
        var checker = HistoryChecker(clockRate: reader.header.clockRate)
        while let (line, entry) = try reader.next() { checker.check(entry, line: line) }
        return checker.finish()
    }

    /// Takes the next entry; `line` is its place for people, by default that in a file with a header.
    public mutating func check(_ entry: HistoryEntry, line: Int? = nil) {
        report.entries += 1
        self.line = line ?? report.entries + 1
        time = entry.time
        switch entry.event {
        case .configured(let configuration): configurations.append(ConfigurationInForce(configuration))
        case .invoked(let invocation): check(invocation)
        case .outcome(let outcome): check(outcome)
        case .offer(let offer): check(offer)
        case .offerEnded(let end): check(end)
        case .contact(let contact): check(contact)
        case .contactAbsent(let absence): checkAbsent(absence.contact)
        case .agent(let agent): check(agent)
        case .stream(let stream): check(stream)
        case .restarted: restarted()
        case .ended: report.isComplete = true
        }
    }

    /// Judges what needs the whole history, and says what was found. To be called once, at the end.
    public mutating func finish() -> HistoryReport {
        report.offers = offers.count
        report.offersElsewhere = offers.count { !isOwn($0) }
        report.contacts.unknown = unansweredOpenings.count
        for place in contacts.indices { finishContact(place) }
        checkEligibility()
        checkOffersAtOnce()
        checkOrder()
        report.violations.sort { ($0.lines.last ?? 0) < ($1.lines.last ?? 0) }
        return report
    }

    mutating func violated(_ rule: Rule, _ what: String, lines: [Int]) {
        report.violationCount += 1
        guard report.violations.count < violationBound else { return }
        report.violations.append(Violation(rule, what, lines: lines.filter { $0 > 0 }))
    }

    /// Marks a contact as having lost what was acknowledged.
    mutating func lost(_ place: Int, _ what: String, lines: [Int]) {
        if !contacts[place].isLost { report.contacts.lost += 1 }
        contacts[place].isLost = true
        violated(.lost, what, lines: lines)
    }

    mutating func place(of contact: ContactID) -> Int {
        if let place = contactPlaces[contact] { return place }
        contacts.append(ContactRecord(id: contact, line: line, changedLine: line))
        contactPlaces[contact] = contacts.count - 1
        return contacts.count - 1
    }

    mutating func place(of agent: AgentID) -> Int {
        if let place = agentPlaces[agent] { return place }
        agents.append(AgentRecord(id: agent))
        agentPlaces[agent] = agents.count - 1
        return agents.count - 1
    }

    /// The wrap-up limit of the contact's queue.
    func wrapUp(_ contact: Int) -> WrapUpLimit {
        guard let queue = contacts[contact].opening?.queue, !contacts[contact].isMoved else { return .unknown }
        return configurations.last?.wrapUp(in: queue) ?? .unknown
    }

    /// The recorder's time at which a span of business time that begins at `start` may be over.
    func end(of span: Int64, from start: Int64) -> Int64 {
        start + Int64(Double(span) / clockRate * 0.95)
    }

    private mutating func restarted() {
        report.restarts += 1
        restartLines.append(line)
        for place in agents.indices {
            agents[place].openOffers.removeAll()
            agents[place].unavailableLine = nil
            agents[place].streamLosses += 1
        }
    }

    private mutating func check(_ stream: StreamSeen) {
        guard !stream.isOpen else { return }
        let place = place(of: stream.agent)
        agents[place].openOffers.removeAll()
        agents[place].unavailableLine = nil
        agents[place].streamLosses += 1
    }
}
