import ContactCenter
import Wire

/// A whole center in virtual time: the floors of its sites, what travels between them, its customers and its agents.
///
/// The floors are those of a real node, and do all that is decided. Around them is what a partition's owner does
/// (`PartitionHost`, `SummaryTeller` and `SummaryExchange` in the center): a letter leaves when what it rests on is
/// durable, and its answer comes back; a summary is told on change, at most every 100 ms; what was heard is taken note
/// of at most every 50 ms, and at least each second the floor looks for what it could do. Nothing is lost, and nobody
/// dies; that is for the simulation of faults.
struct VirtualCenter {
    /// What is to happen.
    enum Happening {
        case arrival(VirtualArrival)
        case patienceOver(ContactID)
        case offerAnswered(ReservationID, at: Int)
        case handled(ContactID)
        case wrapUpOver(ContactID)
        case letter(Letter, from: Int)
        case reply(Command.Body, to: Int)
        case telling(Int)
        case summary(FloorSummary, to: Int)
        case round(Int)
        case timer(Int)
    }

    /// The least time between two summaries, and between two rounds of taking note of them; and the longest between two
    /// rounds. In microseconds.
    static let (tellingPace, roundPace, longestRound): (Int64, Int64, Int64) = (100_000, 50_000, 1_000_000)
    /// When the play begins: a Monday, 2024-01-01T00:00Z.
    private static let start = Timestamp(microseconds: 1_704_067_200_000_000)

    let delay: Int64
    let journal: Int64
    let warmUp: Int64
    let behaviour: AgentBehaviour
    var arrivals: any IteratorProtocol<VirtualArrival>
    let thresholds: [QueueID: Int64]
    let disposition: DispositionCode?
    var sites: [VirtualSite]
    var agenda = Agenda<Happening>()
    var random: SeededGenerator
    var figures = VirtualFigures()
    /// Microseconds since the play began.
    private(set) var time: Int64 = 0
    /// Contacts that count, and wait.
    var waiting = 0
    private var isOpen = true

    /// - Throws: ``HarnessError/Code/center`` when the floors do not take the configuration.
    init(
        _ configuration: CenterConfiguration, settings: VirtualSettings, behaviour: AgentBehaviour,
        arrivals: any IteratorProtocol<VirtualArrival>, seed: UInt64
    ) throws(HarnessError) {
        delay = settings.delay.wholeMicroseconds
        journal = settings.journal.wholeMicroseconds
        warmUp = settings.warmUp.wholeMicroseconds
        self.behaviour = behaviour
        self.arrivals = arrivals
        thresholds = Dictionary(
            configuration.queues.map { ($0.id, $0.serviceLevelThreshold.wholeMicroseconds) }
        ) { $1 }
        disposition = configuration.dispositions.first?.code
        random = SeededGenerator(seed: seed)
        sites = []
        for number in configuration.sites.indices {
            sites.append(VirtualSite(partition: UInt16(number), seed: random.next()))
        }
        try open(configuration)
    }

    var now: Timestamp { Timestamp(microseconds: Self.start.microseconds + time) }

    private mutating func open(_ configuration: CenterConfiguration) throws(HarnessError) {
        for site in sites.indices {
            sites[site].handle(.configure(Configure(configuration: configuration, source: "")), at: now)
            if case .refused(let refusal) = sites[site].output.result {
                throw HarnessError(.center, "The simulated center does not take its configuration: \(refusal.message)")
            }
        }
        let places = Dictionary(uniqueKeysWithValues: configuration.sites.enumerated().map { ($1.id, $0) })
        for agent in configuration.agents {
            guard let site = places[agent.site] else { continue }
            sites[site].handle(.signIn(agent.id), at: now)
            sites[site].handle(.attachStream(agent.id, incarnation: 1), at: now)
            carryOut(.setAvailability(SetAvailability(agent: agent.id, state: .available)), at: site)
        }
        for site in sites.indices where sites.count > 1 { planRound(site, at: Self.longestRound) }
        planArrival()
    }

    /// Plays until every contact that counts was answered, or is gone.
    mutating func run() -> VirtualFigures {
        while isOpen || waiting > 0, let (time, happening) = agenda.next() {
            self.time = time
            happen(happening)
        }
        return figures
    }

    mutating func planArrival() {
        guard let next = arrivals.next() else { return isOpen = false }
        agenda.add(.arrival(next), at: next.contact.at)
    }

    /// Carries out a command, and sees to what follows.
    ///
    /// - Returns: The command's answer.
    @discardableResult
    mutating func carryOut(_ body: Command.Body, at site: Int) -> CommandResult {
        figures.commands += 1
        sites[site].handle(body, at: now)
        let output = sites[site].output
        note(output.events, at: site)
        for directive in output.directives {
            guard case .agent = directive.audience else { continue }
            switch directive.notice {
            case .offered(let offer): planAnswer(to: offer, at: site)
            case .offerEnded(_, let contact, _, .accepted): planEnd(of: contact, at: site)
            default: break
            }
        }
        for letter in output.letters { agenda.add(.letter(letter, from: site), at: time + journal + delay) }
        // Without an event nothing has changed that others, or time, would ask for.
        if !output.events.isEmpty {
            planTelling(site)
            planTimer(site)
        }
        return output.result
    }

    private mutating func planTelling(_ site: Int) {
        guard sites.count > 1, !sites[site].isToTell else { return }
        sites[site].isToTell = true
        agenda.add(.telling(site), at: max(time + journal, sites[site].toldAt + Self.tellingPace))
    }

    mutating func planRound(_ site: Int, at time: Int64) {
        guard time < sites[site].roundAt else { return }
        sites[site].roundAt = time
        agenda.add(.round(site), at: time)
    }

    mutating func planTimer(_ site: Int) {
        guard let due = sites[site].floor.nextDeadline else { return }
        let time = max(self.time, due.microseconds - Self.start.microseconds)
        guard time < sites[site].timer else { return }
        sites[site].timer = time
        agenda.add(.timer(site), at: time)
    }
}
