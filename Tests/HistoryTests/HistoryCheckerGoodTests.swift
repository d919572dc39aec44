import ContactCenter
import History
import Testing

/// Histories in which every promise is kept.
@Suite struct HistoryCheckerGoodTests {
    private var history = HistoryBuilder()

    @Test mutating func aWholeLifeBreaksNothing() {
        history.open(1, "sales")
        history.offer(1, 1, to: "ann", "sales")
        history.accept(1)
        history.finish(1)
        history.add(.ended)
        let report = HistoryChecker.check(history.entries)
        #expect(report.violations == [])
        #expect(report.contacts.opened == 1)
        #expect(report.contacts.answered == 1)
        #expect(report.isComplete)
    }

    @Test mutating func anOfferMayArriveBeforeTheOpeningsAnswer() {
        let number = history.send(.open(.init(channel: .voice, queue: "any")))
        history.offer(1, 1, to: "ann")
        history.accept(1)
        history.answer(number, .ok(HistoryBuilder.contact(1)))
        history.finish(1)
        #expect(history.rules() == [])
    }

    @Test mutating func aRejectedContactGoesToAnotherAgentFirst() {
        history.open(1)
        history.open(2)
        history.offer(1, 1, to: "ann")
        history.reject(1)
        history.offer(2, 2, to: "ann")
        history.offer(3, 1, to: "bob")
        history.accept(2)
        history.accept(3)
        history.finish(1)
        history.finish(2)
        #expect(history.rules() == [])
    }

    @Test mutating func aContactThatThisAgentMayNotServeMayBePassedOver() {
        history.open(1, requirement: "sales >= 8 OR tier == 'gold'")
        history.open(2, requirement: "sales >= 8 OR tier == 'gold'", attributes: Attributes(["tier": .text("gold")]))
        history.offer(1, 2, to: "bob")
        history.accept(1)
        history.finish(2)
        history.offer(2, 1, to: "ann")
        history.accept(2)
        history.finish(1)
        #expect(history.rules() == [])
    }

    @Test mutating func otherClassesHaveTheirOwnOrder() {
        history.open(1, channel: .chat)
        history.open(2, "sales")
        history.open(3)
        for (offer, contact) in zip(UInt64(1)..., [3, 2, 1] as [UInt64]) {
            history.offer(
                offer, contact, to: contact == 2 ? "bob" : "ann", contact == 2 ? "sales" : "any",
                channel: contact == 1 ? .chat : .voice)
            history.accept(offer)
            history.finish(contact)
        }
        #expect(history.rules() == [])
    }

    @Test mutating func aLaterContactOfHigherPriorityGoesFirst() {
        history.open(1)
        history.open(2, priority: 5)
        history.offer(1, 2, to: "ann", priority: 5)
        history.offer(2, 1, to: "bob")
        history.accept(1)
        history.accept(2)
        history.finish(1)
        history.finish(2)
        #expect(history.rules() == [])
    }

    @Test mutating func aRingReachedLaterHasItsOrderFromThen() {
        history.open(1, "wide")
        history.open(2, "wide", priority: 5)
        history.offer(1, 1, to: "cat", "wide", ring: 1)
        history.offer(2, 2, to: "ann", "wide", ring: 1, priority: 5)
        for number in 1...2 as ClosedRange<UInt64> {
            history.accept(number)
            history.finish(number)
        }
        #expect(history.rules() == [])
    }

    @Test mutating func orderIsNotJudgedBehindAMissingOffer() {
        history.open(1)
        history.open(2)
        history.offer(1, 9, to: "cat")
        history.offer(3, 2, to: "ann")
        history.offer(4, 1, to: "bob")
        history.accept(3)
        history.accept(4)
        history.finish(1)
        history.finish(2)
        #expect(history.rules() == [])
    }

    @Test mutating func anUnknownOutcomeMayBeEither() {
        history.open(1)
        history.open(2)
        for (offer, contact, agent) in [(1, 1, "ann"), (2, 2, "bob")] as [(UInt64, UInt64, AgentID)] {
            history.offer(offer, contact, to: agent)
            let number = history.send(.accept(HistoryBuilder.offer(offer)))
            history.answer(number, .unknown)
        }
        history.add(.restarted)
        history.see(1, .connected, agent: "ann")
        history.see(2, .queued)
        #expect(history.rules() == [])
    }

    @Test mutating func aRepeatedOfferAndARepeatedAnswerAreTheSame() {
        let number = history.send(.open(.init(channel: .voice, queue: "any")))
        history.answer(number, .unknown)
        history.add(.restarted)
        history.answer(number, .ok(HistoryBuilder.contact(1)))
        history.answer(number, .ok(HistoryBuilder.contact(1)))
        history.offer(1, 1, to: "ann", made: 50)
        history.offer(1, 1, to: "ann", made: 50)
        history.accept(1)
        history.finish(1)
        #expect(history.rules() == [])
    }

    @Test mutating func twoChatsFitAndVoiceInterruptsMail() {
        history.open(1, channel: .chat)
        history.open(2, channel: .chat)
        history.open(3, channel: .email)
        history.open(4, channel: .voice)
        history.offer(1, 1, to: "ann", channel: .chat)
        history.accept(1)
        history.offer(2, 2, to: "ann", channel: .chat)
        history.accept(2)
        history.offer(3, 3, to: "bob", channel: .email)
        history.accept(3)
        history.offer(4, 4, to: "bob", channel: .voice)
        history.accept(4)
        for contact in [1, 2, 3, 4] as [UInt64] { history.finish(contact) }
        #expect(history.rules() == [])
    }

    @Test mutating func anAdministratorMayQueueAConnectedContactAgain() {
        history.open(1)
        history.offer(1, 1, to: "ann")
        history.accept(1)
        history.done(.requeue(HistoryBuilder.contact(1)))
        history.offer(2, 1, to: "bob")
        history.accept(2)
        history.finish(1)
        #expect(history.rules() == [])
    }

    @Test mutating func timeMayTakeAContactWhoseCustomerIsCalledBackFromItsAgent() {
        history.open(1)
        history.done(.callback(HistoryBuilder.contact(1)))
        history.offer(1, 1, to: "ann")
        history.accept(1)
        history.see(1, .scheduled)
        history.offer(2, 1, to: "bob")
        history.accept(2)
        history.finish(1)
        #expect(history.rules() == [])
    }

    @Test mutating func anAbandonedContactMayBeGoneAtTheEnd() {
        history.open(1)
        history.done(.abandon(HistoryBuilder.contact(1)))
        history.add(.contactAbsent(ContactAbsence(contact: HistoryBuilder.contact(1))))
        history.add(.ended)
        let report = HistoryChecker.check(history.entries)
        #expect(report.violations == [])
        #expect(report.contacts.abandoned == 1)
    }

    @Test mutating func anAbandonMayCrossAnAcceptThatFails() {
        history.open(1)
        history.offer(1, 1, to: "ann")
        let abandon = history.send(.abandon(HistoryBuilder.contact(1)))
        let accept = history.send(.accept(HistoryBuilder.offer(1)))
        history.ended(1, .rescinded)
        history.answer(abandon)
        history.answer(accept, .failed("wrong-state"))
        #expect(history.rules() == [])
    }

    @Test mutating func anAbandonMayCrossAnAcceptThatSucceeds() {
        history.open(1)
        history.offer(1, 1, to: "ann")
        let accept = history.send(.accept(HistoryBuilder.offer(1)))
        let abandon = history.send(.abandon(HistoryBuilder.contact(1)))
        history.answer(abandon)
        history.answer(accept)
        history.done(.complete(HistoryBuilder.contact(1)), .failed("wrong-state"))
        history.done(.finishWrapUp(HistoryBuilder.contact(1)))
        #expect(history.rules() == [])
    }

    @Test mutating func aContactThatWasShownAndThenLeftWaitsNoLonger() {
        history.open(1)
        history.add(.restarted)
        history.see(1, .queued)
        history.done(.abandon(HistoryBuilder.contact(1)))
        history.open(2)
        history.offer(1, 2, to: "ann")
        history.accept(1)
        history.finish(2)
        #expect(history.rules() == [])
    }

    @Test mutating func wrapUpMayEndByItself() {
        var history = HistoryBuilder(wrapUpLimit: 1_000)
        history.open(1)
        history.offer(1, 1, to: "ann")
        history.accept(1)
        history.done(.complete(HistoryBuilder.contact(1)))
        history.open(2)
        history.offer(2, 2, to: "ann")
        history.accept(2)
        history.finish(2)
        history.see(1, .ended, reason: .completed)
        #expect(history.rules() == [])
    }
}
