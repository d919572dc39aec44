import ContactCenter
import Testing

@Suite("A callback")
struct CallbackTests {
    private static func sample(_ change: (inout CallbackRules) -> Void = { _ in }) -> CenterConfiguration {
        var configuration = CenterConfiguration.sample { queue in
            var rules = CallbackRules()
            rules.attempts = 2
            rules.pause = .seconds(300)
            rules.ringTime = .seconds(30)
            change(&rules)
            queue.callbacks = rules
            queue.maximumWait = .seconds(120)
        }
        configuration.agents.removeAll { $0.id != "ann" && $0.id != "bob" }
        configuration.settings.wrapUpLimit = .zero
        return configuration
    }

    private func request(_ contact: ContactID, _ number: String? = nil) -> Command.Body {
        .callback(contact, .request(RequestCallback(number: number)))
    }

    private func callback(_ test: TestFloor, _ contact: ContactID) -> Callback? {
        guard case .callback(let callback) = test.floor.contact(contact)?.diversion else { return nil }
        return callback
    }

    @Test("keeps its place while the customer is away, hangs up and waits longer than anybody may")
    func place() {
        var test = TestFloor(Self.sample())
        test.staff("ann")
        let busy = test.connect()
        let away = test.open()
        let behind = test.open()
        #expect(test.send(request(away, "+1 555")) == .done(.nothing))
        #expect(test.send(.abandon(away)) == .done(.nothing))
        #expect(test.refusal(test.send(request(away))) == .wrongState)
        test.pass(.seconds(119))
        #expect(test.floor.forecast(of: away)?.position == 1)
        test.send(.complete(busy))
        #expect(test.holder(away) == "ann")
        #expect(callback(test, away)?.number == "+1 555")
        test.accept(away)
        #expect(callback(test, away)?.attempts == 1)
        #expect(test.send(.callback(away, .report(.answered))) == .done(.nothing))
        #expect(test.told("ann").count == 1)
        test.send(.complete(away))
        #expect(test.floor.contact(away)?.endReason == .completed)
        #expect(test.holder(behind) == "ann")
    }

    @Test("that a rule gives again keeps number, zone and calls made, while there may be more", arguments: [1, 2])
    func again(attempts: Int) {
        var configuration = Self.sample { $0.attempts = attempts }
        configuration.queues[0].overflow = [OverflowRule(after: .seconds(5), .callback)]
        var test = TestFloor(configuration)
        test.staff("ann")
        let busy = test.connect()
        let away = test.open()
        let wish = RequestCallback(number: "+1 555", timeZone: "America/New_York")
        #expect(test.send(.callback(away, .request(wish))) == .done(.nothing))
        test.send(.complete(busy))
        test.accept(away)
        #expect(test.send(.callback(away, .report(.answered))) == .done(.nothing))
        test.send(.setAvailability(SetAvailability(agent: "ann", state: .onBreak, when: .afterContact)))
        #expect(test.send(.requeue(away)) == .done(.nothing))
        test.pass(.seconds(6))
        let callback = callback(test, away)
        #expect(callback?.isReached == (attempts == 1))
        #expect((callback?.number, callback?.timeZone, callback?.attempts) == ("+1 555", "America/New_York", 1))
    }

    @Test("whose turn comes in the customer's night waits for the morning there", arguments: [false, true])
    func night(isDialedFirst: Bool) {
        let day = DayInterval(startMinute: 540, endMinute: 1_200)
        var test = TestFloor(
            Self.sample { rules in
                rules.hours = day
                if isDialedFirst { rules.first = .customer }
            })
        test.staff("ann")
        let busy = test.connect()
        let away = test.open()
        let wish = RequestCallback(timeZone: "Pacific/Auckland")
        // It is 23:13 in Berlin, and 11:13 there; at 20:13 there Berlin has its morning.
        #expect(test.send(.callback(away, .request(wish))) == .done(.nothing))
        test.pass(.seconds(9 * 3_600))
        test.send(.complete(busy))
        #expect(test.state(away) == .scheduled)
        let morning = test.now.advanced(by: .seconds(12 * 3_600 + 46 * 60 + 40))
        #expect(callback(test, away)?.due == morning)
        #expect(callback(test, away)?.attempts == 0)
        test.pass(test.now.duration(to: morning))
        #expect(test.state(away) == (isDialedFirst ? .dialing : .offered))
    }

    @Test("by an agent who reaches nobody is made again after a pause, and ends after the last")
    func attempts() {
        var test = TestFloor(Self.sample(), supervised: true)
        test.staff("ann")
        let contact = test.open()
        #expect(test.state(contact) == .offered)
        test.send(request(contact))
        test.accept(contact)
        test.send(.callback(contact, .report(.noAnswer)))
        #expect(test.state(contact) == .scheduled)
        #expect(test.told("ann").count == 1)
        #expect(callback(test, contact)?.lastOutcome == .noAnswer)
        #expect(test.floor.agent("ann")?.work == .idle)
        let explanation = test.floor.explain(contact, now: test.now)
        #expect(explanation?.upcoming.map(\.kind) == [.callback])
        #expect(explanation?.waitsFor == "the time at which its customer is called back")
        #expect(explanation?.summary.hasSuffix("called back, 1 of 2 calls made, the last: no-answer.") == true)
        test.pass(.seconds(299))
        #expect(test.state(contact) == .scheduled)
        test.pass(.seconds(1))
        #expect(test.state(contact) == .offered)
        test.accept(contact)
        test.send(.callback(contact, .report(.busy)))
        #expect(test.floor.contact(contact)?.endReason == .unreached)
        #expect(callback(test, contact)?.attempts == 2)
        #expect(test.floor.agent("ann")?.contacts == [])
    }

    @Test("calls the customer first where that is the rule, who then goes before all others")
    func customerFirst() {
        var test = TestFloor(Self.sample { $0.first = .customer })
        test.staff("ann")
        let busy = test.connect()
        let away = test.open()
        test.send(request(away))
        let behind = test.open()
        test.send(.complete(busy))
        // The agent does not wait for somebody to answer the telephone.
        #expect(test.state(away) == .dialing)
        #expect(test.holder(behind) == "ann")
        test.send(.callback(away, .report(.answered)))
        #expect(test.state(away) == .queued)
        let latest = test.open()
        test.accept(behind)
        test.send(.complete(behind))
        #expect(test.holder(away) == "ann")
        test.accept(away)
        #expect(callback(test, away)?.attempts == 1)
        #expect(test.state(latest) == .queued)
    }

    @Test("counts a call that nobody reports on as one whose outcome is unknown")
    func unknown() {
        var test = TestFloor(Self.sample { $0.first = .customer })
        let contact = test.open()
        test.send(request(contact))
        test.staff("ann")
        #expect(test.state(contact) == .dialing)
        #expect(test.floor.explain(contact, now: test.now)?.upcoming.map(\.kind) == [.callDeadline])
        test.pass(.seconds(30))
        #expect(test.state(contact) == .scheduled)
        #expect(callback(test, contact)?.lastOutcome == .unknown)
        test.pass(.seconds(300))
        #expect(test.state(contact) == .dialing)
        test.pass(.seconds(30))
        #expect(test.floor.contact(contact)?.endReason == .unreached)
    }

    @Test("is called off by the customer until an agent has it")
    func cancelled() {
        var test = TestFloor(Self.sample())
        let waiting = test.open()
        #expect(test.refusal(test.send(.callback(waiting, .cancel))) == .wrongState)
        test.send(request(waiting))
        test.send(.callback(waiting, .cancel))
        #expect(test.floor.contact(waiting)?.endReason == .cancelled)
        let taken = test.open()
        test.send(request(taken))
        test.staff("ann")
        test.accept(taken)
        #expect(test.refusal(test.send(.callback(taken, .cancel))) == .wrongState)
    }

    @Test("needs a queue that takes callbacks, a number, and a time zone that exists")
    func refusals() {
        var test = TestFloor(Self.sample())
        let other = test.open("billing")
        #expect(test.refusal(test.send(request(other))) == .wrongState)
        let contact = test.open()
        #expect(test.refusal(test.send(request(contact, ""))) == .invalid)
        let zone = RequestCallback(timeZone: "Europe/Berlyn")
        #expect(test.refusal(test.send(.callback(contact, .request(zone)))) == .invalid)
        let anonymous = OpenContact(channel: .voice, queue: "general")
        guard case .done(.opened(let unknown, _)) = test.send(.openContact(anonymous)) else { return }
        #expect(test.refusal(test.send(request(unknown))) == .invalid)
        #expect(test.refusal(test.send(.callback(unknown, .report(.busy)))) == .wrongState)
    }

    @Test("holds its queue in the configuration, and survives another")
    func configured() {
        var test = TestFloor(Self.sample())
        test.staff("ann")
        let contact = test.open()
        test.send(request(contact))
        test.accept(contact)
        test.send(.callback(contact, .report(.failed)))
        var without = Self.sample()
        without.queues.removeFirst()
        #expect(test.refusal(test.send(.configure(Configure(configuration: without, source: "")))) == .wrongState)
        var plain = Self.sample()
        plain.queues[0].callbacks = nil
        test.configure(plain)
        test.pass(.seconds(300))
        #expect(test.state(contact) == .offered)
    }

    @Test("of a contact that an agent of another partition has gives that agent free")
    func elsewhere() {
        var floors = TwoFloors()
        for place: UInt16 in [1, 2] {
            floors.send(.configure(Configure(configuration: Self.sample(), source: "x")), at: place)
        }
        floors.staff("ann")
        let contact = floors.open("general")
        floors.send(request(contact), at: 1)
        floors.learn()
        floors.settle()
        #expect(floors.contacts.contact(contact)?.state == .offered)
        guard let offer = floors.contacts.contact(contact)?.offer else { return }
        #expect(floors.agents.offer(offer)?.isCallback == true)
        floors.send(.accept(offer), at: 2)
        floors.settle()
        #expect(floors.contacts.contact(contact)?.state == .connected)
        floors.send(.callback(contact, .report(.noAnswer)), at: 1)
        floors.settle()
        #expect(floors.contacts.contact(contact)?.state == .scheduled)
        #expect(floors.agents.agent("ann")?.work == .idle)
    }
}
