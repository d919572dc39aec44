import ContactCenter
import Testing
import Wire

@Suite("Overflow")
struct OverflowTests {
    /// Open from 9 to 17 UTC each day; tests begin at 22:13:20.
    private static func office(_ rules: [OverflowRule], _ change: (inout QueueConfiguration) -> Void = { _ in })
        -> CenterConfiguration
    {
        var configuration = CenterConfiguration.sample { queue in
            queue.overflow = rules
            change(&queue)
        }
        configuration.calendars = [
            CalendarConfiguration(
                id: "office", timeZone: "UTC",
                weekly: (1...7).map { WeeklyInterval(weekday: $0, startMinute: 540, endMinute: 1_020) })
        ]
        return configuration
    }

    private func wish(_ tier: String? = nil) -> Command.Body {
        .openContact(
            OpenContact(
                channel: .voice, queue: "general", customer: "+49 30 1234",
                attributes: Attributes(tier.map { ["tier": .text($0)] } ?? [:])))
    }

    private func view(_ result: CommandResult) -> ContactView? {
        guard case .done(.diverted(let view, _)) = result else { return nil }
        return view
    }

    @Test("takes a contact that meets a full queue to another, and refuses it where that is full too")
    func full() {
        var configuration = Self.office([OverflowRule(if: .full, .queue("billing"))]) { $0.maximumLength = 1 }
        configuration.queues[1].maximumLength = 1
        var test = TestFloor(configuration)
        let first = test.open()
        let second = test.open()
        #expect([first, second].map { test.floor.contact($0)?.queue } == ["general", "billing"])
        #expect(test.refusal(test.send(wish())) == .queueFull)
        #expect(test.floor.queue("general", now: test.now)?.figures.refused == 1)
    }

    @Test("takes a contact on after a wait, by a condition, and no oftener than four times")
    func waited() throws {
        let gold = try Condition(parsing: "tier == 'gold'")
        var configuration = Self.office([
            OverflowRule(after: .seconds(30), when: gold, .queue("billing")),
            OverflowRule(after: .seconds(60), .queue("billing")),
        ])
        configuration.queues[1].overflow = [OverflowRule(after: .seconds(5), .queue("general"))]
        var test = TestFloor(configuration)
        let plain = test.open()
        let favoured = test.open(attributes: Attributes(["tier": .text("gold")]))
        let steps = test.floor.explain(plain, now: test.now)?.upcoming ?? []
        #expect(steps.map(\.kind) == [.overflow, .overflow])
        #expect(steps.compactMap(\.at).map { test.now.duration(to: $0) } == [.seconds(30), .seconds(60)])
        #expect(steps.first?.text.contains("tier == 'gold' (not yet: tier == 'gold' (not known))") == true)
        test.pass(.seconds(30))
        #expect([plain, favoured].map { test.floor.contact($0)?.queue } == ["general", "billing"])
        // The first rule waits for what has no set time.
        let later = test.floor.explain(plain, now: test.now)?.upcoming ?? []
        #expect(later.map { $0.at.map { test.now.duration(to: $0) } } == [Duration.seconds(30), nil])
        #expect(later.first?.text == "It goes on to queue billing if queue billing lets it in.")
        #expect(test.floor.contact(favoured)?.enqueuedAt == test.floor.contact(plain)?.enqueuedAt)
        test.pass(.seconds(5))
        #expect(test.floor.contact(favoured)?.queue == "general")
        test.pass(.seconds(300))
        // To billing and back, twice.
        #expect(test.floor.contact(favoured)?.queue == "general")
        #expect(test.state(favoured) == .queued)
        test.staff("ann")
        #expect(test.holder(plain) == "ann")
    }

    @Test("follows what changes by itself within a second: the last agent leaves, the queue closes")
    func changes() {
        var configuration = Self.office([
            OverflowRule(if: .unstaffed, .end(reason: "Nobody is there.")),
            OverflowRule(if: .closed, .end(reason: "Open again {opening}.")),
        ]) { $0.calendar = "office" }
        configuration.agents.removeAll { $0.id != "ann" && $0.id != "bob" }
        var test = TestFloor(configuration)
        test.pass(.seconds(12 * 3_600))
        test.staff("ann", "bob")
        _ = test.connect()
        _ = test.connect()
        let left = test.open()
        test.pass(.seconds(10))
        #expect(test.state(left) == .queued)
        // 10:13:30; closes at 17:00. Until then it is looked at every second.
        test.interval = 5_000
        test.pass(.seconds(24_420))
        #expect(test.state(left) == .ended)
        #expect(test.floor.contact(left)?.endReason == .overflowed)
        #expect(
            test.floor.contact(left)?.diversion
                == .sentAway(reason: "Open again Thursday 2023-11-16 09:00:00 +00:00."))
        #expect(test.floor.explain(left, now: test.now)?.summary.contains("Open again") == true)
    }

    @Test("sends away whom no agent serves, and tells why")
    func unstaffed() {
        var test = TestFloor(Self.office([OverflowRule(if: .unstaffed, after: .seconds(5), .end(reason: "Nobody."))]))
        let contact = test.open()
        test.pass(.seconds(4))
        #expect(test.state(contact) == .queued)
        test.pass(.seconds(2))
        #expect(test.floor.contact(contact)?.diversion == .sentAway(reason: "Nobody."))
        #expect(test.floor.queue("general", now: test.now)?.figures.timedOut == 1)
    }

    @Test("tells who is refused what the rule says")
    func refused() {
        var test = TestFloor(
            Self.office([OverflowRule(if: .closed, .end(reason: "Open again {opening}."))]) { $0.calendar = "office" })
        guard case .refused(let refusal) = test.send(wish()) else {
            Issue.record("\(test.output.result)")
            return
        }
        #expect(refusal == Refusal(.queueClosed, "Open again Wednesday 2023-11-15 09:00:00 +00:00."))
    }

    @Test("makes a message of a contact that comes when it is closed, answered within so much open time")
    func message() {
        var rules = MessageRules()
        rules.queue = "billing"
        rules.acknowledgement = "Noted as {contact}, answered by {reply}; open {opening}."
        rules.replyWithin = .seconds(10 * 3_600)
        var configuration = Self.office([OverflowRule(if: .closed, .message(rules))]) { queue in
            queue.calendar = "office"
        }
        configuration.queues[1].maximumWait = .seconds(30)
        var test = TestFloor(configuration)
        let view = view(test.send(wish()))
        guard let view, case .message(let message) = view.diversion else {
            Issue.record("\(test.output.result)")
            return
        }
        // Eight hours tomorrow, two the day after.
        #expect(message.expectedReply?.microseconds == 1_700_132_400_000_000)
        #expect(
            message.acknowledgement
                == "Noted as c3-1, answered by Thursday 2023-11-16 11:00:00 +00:00; open "
                + "Wednesday 2023-11-15 09:00:00 +00:00.")
        #expect((view.queue, view.channel, view.state) == ("billing", .email, .queued))
        // Nobody waits on the line: the longest wait does not count.
        test.pass(.seconds(60))
        #expect(test.state(view.id) == .queued)
        test.staff("ann")
        #expect(test.holder(view.id) == "ann")
    }

    @Test("follows the predicted wait, and offers a callback to whoever would wait long")
    func callback() throws {
        let long = try Condition(parsing: "ewt > 100")
        var configuration = Self.office([OverflowRule(when: long, .callback)]) { $0.callbacks = CallbackRules() }
        configuration.agents.removeAll { $0.id != "ann" }
        var test = TestFloor(configuration)
        test.staff("ann")
        let first = test.connect()
        let view = view(test.send(wish()))
        guard let view, case .callback(let callback) = view.diversion else {
            Issue.record("\(test.output.result)")
            return
        }
        #expect((callback.number, callback.due, view.state) == ("+49 30 1234", nil, .queued))
        test.send(.complete(first))
        test.send(.finishWrapUp(FinishWrapUp(contact: first, disposition: nil)))
        #expect(test.holder(view.id) == "ann")
        guard case .offered(let offer)? = test.told("ann").last else {
            Issue.record("\(test.directives)")
            return
        }
        #expect(offer.isCallback)
    }

    @Test("is checked with the configuration")
    func problems() {
        var rules = CallbackRules()
        rules.slots = SlotRules()
        rules.slots?.length = .seconds(2_000)
        var configuration = Self.office([
            OverflowRule(.queue("biling")), OverflowRule(.queue("general")), OverflowRule(.end(reason: "")),
        ]) { $0.callbacks = rules }
        configuration.queues[1].overflow = [OverflowRule(.callback)]
        #expect(
            configuration.problems().map(\.path) == [
                "queues[0].overflow[0].queue", "queues[0].overflow[1].queue", "queues[0].overflow[2].end",
                "queues[0].callbacks.slots.length", "queues[1].overflow[0]",
            ])
    }

    @Test("comes back from the journal as it was")
    func layouts() throws {
        var queue = QueueConfiguration(id: "q")
        queue.overflow = [
            OverflowRule(if: .full, .queue("r")), OverflowRule(if: .closed, .message(MessageRules())),
            OverflowRule(after: .seconds(3), when: try Condition(parsing: "ewt > 3"), .end(reason: "no")),
        ]
        var rules = CallbackRules()
        (rules.first, rules.hours, rules.slots) = (.customer, DayInterval(startMinute: 1, endMinute: 2), SlotRules())
        queue.callbacks = rules
        #expect(try QueueConfiguration(wireBytes: queue.wireBytes()) == queue)
    }
}
