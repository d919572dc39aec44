import ContactCenter
import Testing
import Wire

@Suite("Any sequence of commands")
struct FloorPropertyTests {
    @Test("leaves a floor that is sound, and the same when replayed or restored", arguments: 1...16)
    func random(seed: Int) {
        var driver = RandomCommands(seed: UInt64(seed), supervised: seed % 2 == 0)
        for _ in 0..<700 { driver.step() }
    }
}

/// Sends commands by chance, most of them sensible.
struct RandomCommands {
    var test: TestFloor
    private var contacts: [ContactID] = []
    private var offers: [ReservationID] = []
    private var incarnation: UInt64 = 0
    private let agents: [AgentID] = ["ann", "bob", "cid", "dee", "eve"]
    private let sites: [SiteID] = ["fra", "nyc"]
    private let queues: [QueueID] = ["general", "billing"]

    init(seed: UInt64, supervised: Bool) {
        test = TestFloor(Self.configuration(seed), supervised: supervised, seed: seed)
        test.interval = 7
    }

    /// Sends one more, and what is due before it.
    ///
    /// - Returns: What happened.
    @discardableResult
    mutating func step() -> [Event] {
        test.now = test.now.advanced(by: .milliseconds(pick(800)))
        var events: [Event] = []
        if let due = test.floor.nextDeadline, due <= test.now {
            test.send(.advance)
            events = test.events
        }
        test.send(body())
        events += test.events
        for directive in test.directives {
            if case .offered(let offer) = directive.notice { offers.append(offer.id) }
        }
        if case .done(.opened(let contact, _)) = test.output.result { contacts.append(contact) }
        if case .done(.diverted(let contact, _)) = test.output.result { contacts.append(contact.id) }
        if case .done(.consulting(let contact)) = test.output.result { contacts.append(contact) }
        contacts.removeFirst(max(0, contacts.count - 40))
        offers.removeFirst(max(0, offers.count - 12))
        return events
    }

    private mutating func body() -> Command.Body {
        switch pick(100) {
        case 0..<22: return .openContact(wish())
        case 22..<38: return .accept(offer())
        case 38..<43: return .reject(offer())
        case 43..<48: return .abandon(contact())
        case 48..<58: return .complete(contact())
        case 58..<66: return .finishWrapUp(FinishWrapUp(contact: contact(), disposition: nil))
        case 66..<69: return .hold(contact())
        case 69..<71: return .resume(contact())
        case 71..<77: return .transfer(Transfer(contact: contact(), target: target(), kind: kind()))
        case 77..<79: return .completeTransfer(contact())
        case 79..<80: return .cancelTransfer(contact())
        case 80..<82: return .requeue(contact())
        case 82..<83: return .end(contact())
        case 83..<85: return .updateAttributes(UpdateAttributes(contact: contact(), set: attributes()))
        case 85..<87: return customerBody()
        case 87..<94: return agentBody()
        case 94..<98: return .callback(contact(), callback())
        case 98: return .shiftSite(ShiftSite(site: sites[pick(2)], share: Double(pick(3)) / 2, reason: "x"))
        default: return .configure(Configure(configuration: Self.configuration(UInt64(pick(8))), source: "x"))
        }
    }

    private mutating func customerBody() -> Command.Body {
        let id = CustomerID("c\(pick(4))")
        switch pick(4) {
        case 0: return .forgetCustomer(id)
        case 1:
            let visit = Visit(at: test.now, count: 1, queue: "general", agent: agents[pick(5)])
            let known = test.floor.customersLearned(from: 8)
            let visitor = VisitorKey.identity(CustomerIdentity("c\(pick(9))"))
            return .learnCustomers(
                CustomerNews(floor: 8, after: known, upTo: known + 1, changes: [.visited(visitor, visit)]))
        default:
            return .keepCustomer(
                Customer(
                    id: id, identities: [CustomerIdentity("c\(pick(9))")], attributes: attributes(),
                    preferredAgent: pick(2) == 0 ? agents[pick(5)] : nil))
        }
    }

    private mutating func agentBody() -> Command.Body {
        let agent = agents[pick(agents.count)]
        switch pick(9) {
        case 0, 1: return .signIn(agent)
        case 2: return pick(3) == 0 ? .signOut(agent) : .signIn(agent)
        case 3, 4: return .setAvailability(SetAvailability(agent: agent, state: .available))
        case 5:
            let states: [AvailabilityState] = [.available, .onBreak, .notReady("lunch"), .offline]
            return .setAvailability(
                SetAvailability(agent: agent, state: states[pick(4)], when: pick(2) == 0 ? .now : .afterContact))
        case 6: return .setCapacity(SetCapacity(agent: agent, maximum: pick(2) == 0 ? [:] : [.chat: pick(5)]))
        case 7:
            incarnation += 1
            return .attachStream(agent, incarnation: incarnation)
        default: return .detachStream(agent, incarnation: incarnation)
        }
    }

    private mutating func wish() -> OpenContact {
        let requirements = [nil, nil, "billing >= 5", "billing >= 2 OR tier == 'gold'", "billing >= 10"]
        var wish = OpenContact(
            channel: [.voice, .voice, .chat, .email][pick(4)], queue: queues[pick(2)], customer: "c\(pick(9))",
            attributes: attributes(),
            requirement: requirements[pick(5)].flatMap { try? Requirement(parsing: $0) },
            priority: pick(3) == 0 ? pick(3) : nil, preferredAgent: pick(5) == 0 ? agents[pick(5)] : nil)
        if pick(8) == 0 { wish.callback = request() }
        return wish
    }

    private mutating func callback() -> CallbackCommand {
        switch pick(6) {
        case 0: .cancel
        case 1, 2: .request(RequestCallback())
        default: .report(CallbackOutcome.allCases[pick(5)])
        }
    }

    /// A callback for a contact that comes in, every other with a slot that is free.
    private mutating func request() -> RequestCallback {
        let (queue, isBooked) = (queues[pick(2)], pick(2) == 0)
        let range = CallbackSlotRange(until: test.now.advanced(by: .seconds(3_600)))
        let slots = test.floor.callbackSlots(of: queue, within: range, now: test.now)
        return RequestCallback(slot: isBooked ? slots?.first?.from : nil)
    }

    private mutating func attributes() -> Attributes {
        pick(2) == 0 ? Attributes() : Attributes(["tier": .text(pick(2) == 0 ? "gold" : "free")])
    }

    private mutating func target() -> Transfer.Target {
        pick(2) == 0 ? .agent(agents[pick(5)]) : .queue(queues[pick(2)], requirement: nil)
    }

    private mutating func kind() -> Transfer.Kind { pick(2) == 0 ? .blind : .consult }

    private mutating func contact() -> ContactID {
        contacts.isEmpty ? ContactID(partition: 3, count: 1) : contacts[pick(contacts.count)]
    }

    private mutating func offer() -> ReservationID {
        offers.isEmpty ? ReservationID(partition: 3, count: 1) : offers[pick(offers.count)]
    }

    private mutating func pick(_ count: Int) -> Int { Int(test.random.next() % UInt64(count)) }

    /// Rings of every kind.
    private static var conditionalRings: [RingConfiguration] {
        let texts = ["staffed == 0 OR tier == 'gold'", "ewt > 5 OR idle > 2", "waited > 6 AND waiting >= 2"]
        var rings = texts.map { text in
            RingConfiguration(after: .zero, when: try? Condition(parsing: text), relaxation: Relaxation(levels: 1))
        }
        rings[0].raise = 2
        rings[0].isSkippedUnstaffed = true
        rings[1].sites = ["fra"]
        rings[2].takesReserved = true
        return rings + [RingConfiguration(after: .seconds(12), requirement: nil)]
    }

    private static func callbacks(_ number: UInt64) -> CallbackRules {
        var rules = CallbackRules()
        rules.first = number % 2 == 0 ? .agent : .customer
        (rules.attempts, rules.pause, rules.ringTime) = (2, .seconds(5), .seconds(6))
        rules.slots = SlotRules()
        rules.slots?.length = .seconds(300)
        return rules
    }

    private static var overflow: [OverflowRule] {
        [
            OverflowRule(if: .full, .queue("billing")), OverflowRule(after: .seconds(9), .queue("billing")),
            OverflowRule(when: try? Condition(parsing: "ewt > 200 AND tier == 'free'"), .callback),
            OverflowRule(if: .unstaffed, after: .seconds(3), .message(MessageRules())),
            OverflowRule(after: .seconds(14), .end(reason: "Sorry.")),
        ]
    }

    /// A second site, with hours that change every minute, limits and shares.
    private static func addSites(_ number: UInt64, to configuration: inout CenterConfiguration) {
        configuration.sites.append(SiteConfiguration(id: "nyc", timeZone: "America/New_York"))
        for index in configuration.agents.indices where index % 2 == 1 { configuration.agents[index].site = "nyc" }
        guard number % 8 > 1 else { return }
        configuration.calendars = ["even", "odd"].enumerated().map { place, id in
            let minutes = stride(from: 22 * 60 + 10 + place, to: 22 * 60 + 40, by: 2)
            return CalendarConfiguration(
                id: CalendarID(id), timeZone: "Etc/UTC",
                weekly: (1...7).flatMap { day in
                    minutes.map { WeeklyInterval(weekday: day, startMinute: $0, endMinute: $0 + 1) }
                })
        }
        configuration.sites[1].calendar = number % 3 == 0 ? "even" : nil
        configuration.sites[0].capacity = number % 4 == 3 ? 2 : nil
        configuration.queues[0].sites = ["fra", "nyc"]
        configuration.queues[0].sites[0].calendar = number % 2 == 0 ? "odd" : nil
        configuration.queues[0].sites[1].share = number % 5 == 2 ? 0.5 : nil
        configuration.queues[0].sites[1].capacity = number % 4 == 2 ? 1 : nil
        configuration.queues[0].sites[0].condition =
            number % 6 == 5 ? try? Condition(parsing: "tier == 'gold'") : nil
        configuration.queues[0].closing = SiteClosing.allCases[Int(number % 3)]
    }

    /// Visits remembered for a while, and some customers who are sent to some agents.
    private static var treatment: CustomerTreatment {
        var treatment = CustomerTreatment()
        treatment.remembered = .seconds(60)
        var rule = CustomerRule(
            name: "vip", when: try? Condition(parsing: "tier == 'gold' OR customer.contacts >= 3 OR ewt > 4"))
        rule.raise = 3
        rule.agents = try? Requirement(parsing: "billing >= 4 AND NOT agent.id == 'eve'")
        rule.wait = .seconds(3)
        treatment.rules = [rule]
        return treatment
    }

    /// Varies what a configuration can: orders, limits, rings, who is there.
    private static func configuration(_ number: UInt64) -> CenterConfiguration {
        var configuration = CenterConfiguration.sample { queue in
            queue.maximumWait = .seconds(20)
            queue.maximumWaitUnstaffed = number % 3 == 0 ? .seconds(5) : nil
            queue.maximumLength = number % 2 == 0 ? 12 : nil
            queue.order = AgentOrder.allCases[Int(number % 4)]
            queue.rings = [
                RingConfiguration(after: .seconds(4), requirement: try? Requirement(parsing: "billing >= 1")),
                RingConfiguration(after: .seconds(8), requirement: nil),
            ]
            queue.weight = number % 2 == 0 ? 1 : 2
            if number % 3 == 1 { queue.rings = conditionalRings }
            if number % 3 == 2 { queue.pointWorth = .seconds(2) }
            queue.callbacks = callbacks(number)
            if number % 2 == 1 { queue.overflow = overflow }
            if number % 2 == 1 { queue.preferredAgents.wait = .seconds(6) }
            queue.preferredAgents.takesLast = number % 4 == 3
        }
        if number % 3 != 0 { configuration.customers = treatment }
        if number % 4 >= 2 { configuration.settings.queueOrder = .serviceLevel }
        if number % 6 == 1 { configuration.agents[0].reservedFor = "billing" }
        if number % 4 == 3 {
            configuration.queues[0].blending = Blending(idle: Int(number % 3), keepsServiceLevel: number % 8 == 3)
        }
        if number % 5 == 2 {
            configuration.agents[1].releases = [Release(.channel(.chat), thousandths: 400)]
            configuration.agents[0].releases = [Release(.skill("billing"), thousandths: 250)]
        }
        addSites(number, to: &configuration)
        configuration.settings.offerTimeout = .seconds(3)
        configuration.settings.wrapUpLimit = number % 4 == 1 ? .zero : .seconds(4)
        configuration.settings.endedRetention = .seconds(10)
        configuration.settings.commandWindow = .seconds(30)
        configuration.settings.streamGrace = .seconds(2)
        if number % 5 == 4 { configuration.agents.removeLast() }
        if number % 5 == 3 { configuration.agents.reverse() }
        return configuration
    }
}
