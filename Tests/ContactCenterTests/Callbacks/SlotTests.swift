import ContactCenter
import Testing

@Suite("Slots for callbacks")
struct SlotTests {
    private static func sample(_ zone: String = "Europe/Berlin", _ change: (inout CallbackRules) -> Void = { _ in })
        -> CenterConfiguration
    {
        var configuration = CenterConfiguration.sample { queue in
            var slots = SlotRules()
            slots.capacity = 2
            slots.length = .seconds(3_600)
            var rules = CallbackRules()
            rules.slots = slots
            change(&rules)
            queue.callbacks = rules
            queue.calendar = "office"
        }
        configuration.calendars = [
            CalendarConfiguration(
                id: "office", timeZone: zone,
                weekly: (1...7).map { WeeklyInterval(weekday: $0, startMinute: 510, endMinute: 1_020) })
        ]
        return configuration
    }

    private func slots(_ test: TestFloor, days: Int64 = 1, _ zone: String? = nil) -> [CallbackSlot] {
        let end = test.now.advanced(by: .seconds(days * 86_400))
        return test.floor.callbackSlots(
            of: "general", within: CallbackSlotRange(until: end, timeZone: zone), now: test.now) ?? []
    }

    private func book(_ slot: Timestamp, _ zone: String? = nil) -> Command.Body {
        var wish = OpenContact(channel: .voice, queue: "general", customer: "+49 30 1234")
        wish.callback = RequestCallback(slot: slot, timeZone: zone)
        return .openContact(wish)
    }

    @Test("lie wholly within the hours, at whole hours of the wall clock")
    func starts() {
        // 23:13:20 in Berlin; open from 8:30 to 17:00.
        let test = TestFloor(Self.sample())
        let slots = slots(test)
        #expect(slots.count == 8)
        #expect(slots.first?.local == "Wednesday 2023-11-15 09:00:00 +01:00")
        #expect(slots.last?.local == "Wednesday 2023-11-15 16:00:00 +01:00")
        #expect(test.floor.callbackSlots(of: "none", within: CallbackSlotRange(), now: test.now) == nil)
    }

    @Test(
        "follow the wall clock over a change of offset, by half an hour too",
        arguments: [
            ("Europe/Berlin", 1_711_839_600, ["00:00", "01:00", "03:00", "04:00"]),
            ("Australia/Lord_Howe", 1_712_408_400, ["00:00", "01:00", "02:00", "03:00"]),
        ])
    func daylightSaving(zone: String, start: Int64, expected: [String]) {
        var configuration = Self.sample(zone)
        configuration.calendars[0].weekly = (1...7).map {
            WeeklyInterval(weekday: $0, startMinute: 0, endMinute: 1_440)
        }
        var test = TestFloor(configuration)
        test.now = Timestamp(microseconds: start * 1_000_000)
        let range = CallbackSlotRange(until: test.now.advanced(by: .seconds(4 * 3_600)))
        let clocks =
            test.floor.callbackSlots(of: "general", within: range, now: test.now)?
            .map { String($0.local.split(separator: " ")[2].prefix(5)) } ?? []
        #expect(clocks == expected)
    }

    @Test("are booked as often as they may be, and taken when their time has come")
    func capacity() {
        var test = TestFloor(Self.sample())
        let slot = slots(test)[1]
        var booked: [ContactID] = []
        for _ in 0..<2 {
            guard case .done(.diverted(let view, _)) = test.send(book(slot.from)) else {
                Issue.record("\(test.output.result)")
                return
            }
            #expect(view.state == .scheduled)
            booked.append(view.id)
        }
        #expect(test.refusal(test.send(book(slot.from))) == .queueFull)
        #expect(slots(test)[1].booked == 2)
        test.send(.callback(booked[0], .cancel))
        #expect(slots(test)[1].booked == 1)
        test.pass(test.now.duration(to: slot.from))
        #expect(test.state(booked[1]) == .queued)
        #expect(test.floor.contact(booked[1])?.enqueuedAt == slot.from)
        test.staff("ann")
        #expect(test.holder(booked[1]) == "ann")
    }

    @Test("are refused between slots, in the past, too far ahead and at too short notice")
    func bounds() {
        var test = TestFloor(Self.sample { $0.slots?.notice = .seconds(86_400) })
        let slot = slots(test, days: 3)[0].from
        #expect(slot > test.now.advanced(by: .seconds(86_400)))
        #expect(test.refusal(test.send(book(slot.advanced(by: .seconds(1_800))))) == .invalid)
        #expect(test.refusal(test.send(book(slot.advanced(by: .seconds(-86_400))))) == .invalid)
        #expect(test.refusal(test.send(book(slot.advanced(by: .seconds(7 * 86_400))))) == .invalid)
        guard case .done(.diverted) = test.send(book(slot)) else {
            Issue.record("\(test.output.result)")
            return
        }
    }

    @Test("are those at which customers may be called by their own clock")
    func timeZone() {
        let day = DayInterval(startMinute: 540, endMinute: 1_200)
        var test = TestFloor(Self.sample { $0.hours = day })
        // 9:00 in New York is 15:00 in Berlin.
        let slots = slots(test, "America/New_York")
        #expect(
            slots.map(\.local) == [
                "Wednesday 2023-11-15 09:00:00 -05:00", "Wednesday 2023-11-15 10:00:00 -05:00",
            ])
        let early = self.slots(test)[0].from
        #expect(test.refusal(test.send(book(early, "America/New_York"))) == .invalid)
        guard case .done(.diverted(let view, _)) = test.send(book(slots[0].from, "America/New_York")) else { return }
        // Not reached in the last hour of the queue: tomorrow, when it is nine there again.
        test.pass(test.now.duration(to: slots[0].from.advanced(by: .seconds(7_000))))
        test.staff("ann")
        test.accept(view.id)
        test.send(.callback(view.id, .report(.noAnswer)))
        guard case .callback(let callback) = test.floor.contact(view.id)?.diversion else { return }
        #expect(callback.due == slots[0].from.advanced(by: .seconds(86_400)))
    }

    @Test("are not needed by who comes while the queue is closed: the callback waits for the opening")
    func closed() {
        var configuration = Self.sample()
        configuration.queues[0].overflow = [OverflowRule(if: .closed, .callback)]
        var test = TestFloor(configuration)
        let wish = OpenContact(channel: .voice, queue: "general", customer: "+49 30 1234")
        guard case .done(.diverted(let view, _)) = test.send(.openContact(wish)),
            case .callback(let callback) = view.diversion
        else {
            Issue.record("\(test.output.result)")
            return
        }
        #expect(view.state == .scheduled)
        test.staff("ann")
        test.pass(test.now.duration(to: callback.due ?? test.now))
        #expect(test.holder(view.id) == "ann")
        #expect(test.floor.contact(view.id)?.enqueuedAt == view.enqueuedAt)
    }
}
