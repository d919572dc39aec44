import ContactCenter
import Wire

/// Some floors of one configuration, the network between them, their agents and customers, and one clock.
struct ReservationWorld {
    var random: SeededGenerator
    var now = Timestamp(microseconds: 1_700_000_000_000_000)
    let configuration: CenterConfiguration
    /// Where each agent is at home.
    let homes: [AgentID: Int]
    let agents: [AgentID]
    var owners: [FloorOwner] = []
    private var skews: [Int64] = []
    private var network: [Envelope] = []
    private var ticks: [Timestamp] = []
    private var learned: [[Timestamp?]] = []
    var settings: ReservationSettings
    var outcome: ReservationOutcome
    /// Contacts whose opening was durable.
    private(set) var opened: [ContactID] = []
    /// By agent, as they were told: open offers, and contacts in hand.
    private(set) var offers: [AgentID: [ReservationID]] = [:]
    private(set) var hands: [AgentID: [ContactID]] = [:]

    init(seed: UInt64, settings: ReservationSettings) {
        random = SeededGenerator(seed: seed)
        self.settings = settings
        outcome = ReservationOutcome(seed: seed)
        let count = 2 + random.below(3)
        (configuration, homes) = ReservationCast.make(floors: count, &random)
        agents = configuration.agents.map(\.id)
        // Where there are hours, a site closes while messages are still lost.
        if !configuration.calendars.isEmpty { now = now.advanced(by: .seconds(27)) }
        for number in 0..<count {
            var owner = FloorOwner(partition: UInt16(number), seed: random.next())
            owner.sabotage = settings.sabotage
            let result = owner.handle(.configure(Configure(configuration: configuration, source: "x")), at: now)
            if case .refused(let refusal) = result { outcome.problems.append(refusal.message) }
            _ = owner.flush(all: true)
            owners.append(owner)
            skews.append(Int64(random.below(400_000)))
        }
        ticks = owners.map { _ in now }
        learned = owners.map { _ in owners.map { _ in nil } }
    }

    /// A floor's business time; clocks are off by a little.
    func time(at place: Int) -> Timestamp { now.advanced(by: .microseconds(skews[place])) }

    mutating func handle(_ body: Command.Body, at place: Int) -> CommandResult {
        let result = owners[place].handle(body, at: time(at: place))
        release(place, all: false)
        return result
    }

    /// Lets time go on, and whatever is due happen.
    mutating func pass(microseconds: Int) {
        now = now.advanced(by: .microseconds(microseconds))
        deliver()
        for place in owners.indices {
            if let due = owners[place].floor.nextDeadline, due <= time(at: place) {
                owners[place].handle(.advance, at: time(at: place))
            }
            release(place, all: false)
            for letter in owners[place].due(at: now) { send(.letter(letter), from: place, to: Int(letter.to)) }
            guard ticks[place] <= now else { continue }
            ticks[place] = now.advanced(by: .milliseconds(200))
            tick(place)
        }
    }

    private mutating func tick(_ place: Int) {
        release(place, all: true)
        let summary = owners[place].summary()
        for other in owners.indices where other != place {
            send(.summary(summary), from: place, to: other)
            if let last = learned[place][other], last.advanced(by: .seconds(2)) < now {
                owners[place].forget(UInt16(other))
                learned[place][other] = nil
            }
        }
    }

    /// An owner dies; another takes over at once.
    mutating func crash(_ place: Int) {
        outcome.crashes += 1
        owners[place].crash(at: now)
        learned[place] = owners.map { _ in nil }
        for agent in agents where homes[agent] == place {
            offers[agent] = owners[place].floor.agent(agent)?.offers
            hands[agent] = owners[place].floor.agent(agent)?.contacts
        }
    }

    private mutating func send(_ content: Envelope.Content, from: Int, to: Int) {
        let envelope = Envelope(
            from: from, to: to, life: owners[from].life, content: content, arrival: now)
        var copies = random.chance(settings.loss) ? 0 : 1
        if random.chance(settings.duplication) { copies += 1 }
        for _ in 0..<copies {
            var copy = envelope
            let delay = random.chance(0.1) ? 2_000_000 : 60_000
            copy.arrival = now.advanced(by: .microseconds(settings.loss == 0 ? 1_000 : random.below(delay)))
            network.append(copy)
        }
    }

    private mutating func deliver() {
        var due = network.filter { $0.arrival <= now }
        network.removeAll { $0.arrival <= now }
        due.shuffle(using: &random)
        for envelope in due { deliver(envelope) }
    }

    private mutating func deliver(_ envelope: Envelope) {
        outcome.messages += 1
        let place = envelope.to
        switch envelope.content {
        case .letter(let letter):
            let back = Envelope(
                from: place, to: envelope.from, life: envelope.life, content: envelope.content, arrival: now)
            owners[place].handle(sabotaged(letter.body, at: place), at: time(at: place), answering: back)
        case .answer(let letter, let result):
            guard owners[place].life == envelope.life, let reply = letter.reply(result) else { return }
            owners[place].handle(reply, at: time(at: place))
        case .summary(let summary):
            owners[place].learn(summary, at: time(at: place))
            learned[place][Int(summary.floor)] = now
        }
        release(place, all: false)
    }

    /// Makes durable some of a floor's journal, or all, and lets go what waited for it.
    private mutating func release(_ place: Int, all: Bool) {
        for output in owners[place].flush(all: all) {
            switch output {
            case .letter(let letter): owners[place].post(letter, at: now)
            case .answer(let result, let envelope):
                guard case .letter(let letter) = envelope.content else { continue }
                send(.answer(letter, result), from: place, to: envelope.to, life: envelope.life)
            case .notices(let directives): tell(directives)
            }
        }
    }

    private mutating func send(_ content: Envelope.Content, from: Int, to: Int, life: Int) {
        let count = network.count
        send(content, from: from, to: to)
        for place in count..<network.count { network[place].life = life }
    }

    private mutating func tell(_ directives: [Directive]) {
        for directive in directives {
            guard case .agent(let agent) = directive.audience else {
                if case .contactChanged(let contact) = directive.notice { note(contact) }
                continue
            }
            switch directive.notice {
            case .offered(let offer): offers[agent, default: []].append(offer.id)
            case .offerEnded(let offer, _, _, _): offers[agent]?.removeAll { $0 == offer }
            case .contactChanged(let contact):
                hands[agent]?.removeAll { $0 == contact.id }
                let isTheirs = [.connected, .held, .wrapUp].contains(contact.state) && contact.agent == agent
                if isTheirs { hands[agent, default: []].append(contact.id) }
            case .agentChanged, .configured: break
            }
        }
    }

    private mutating func note(_ contact: ContactView) {
        guard contact.id.count > UInt64(opened.count { $0.partition == contact.id.partition }) else {
            if contact.state == .connected, let agent = contact.agent, homes[agent] != Int(contact.id.partition) {
                outcome.crossings += 1
            }
            return
        }
        opened.append(contact.id)
    }

    /// What a floor does wrong on purpose when it is asked something.
    private mutating func sabotaged(_ body: Command.Body, at place: Int) -> Command.Body {
        guard settings.sabotage == .forgottenAnswer, case .reserve(var wish) = body,
            owners[place].floor.offer(wish.reservation) == nil
        else { return body }
        // Under a number that was never seen, it is a reservation like any other.
        wish.reservation = ReservationID(
            partition: wish.reservation.partition,
            count: wish.reservation.count + 1 << 40 + UInt64(random.below(1 << 30)))
        return random.chance(0.3) ? .reserve(wish) : body
    }
}
