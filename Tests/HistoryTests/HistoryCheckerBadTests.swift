import ContactCenter
import History
import Testing

/// Histories in which one promise is broken: the checker must say which.
@Suite struct HistoryCheckerBadTests {
    private var history = HistoryBuilder()

    @Test mutating func anAcceptedContactThatIsQueuedAgainAfterARestartIsLost() {
        history.open(1)
        history.offer(1, 1, to: "ann")
        history.accept(1)
        history.add(.restarted)
        history.see(1, .queued)
        #expect(history.rules() == [.lost])
    }

    @Test mutating func anAcknowledgedContactThatIsGoneIsLost() {
        history.open(1)
        history.add(.restarted)
        history.add(.contactAbsent(ContactAbsence(contact: HistoryBuilder.contact(1))))
        history.add(.ended)
        let report = HistoryChecker.check(history.entries)
        #expect(report.violations.map(\.rule) == [.lost])
        #expect(report.contacts.lost == 1)
    }

    @Test mutating func aConnectedContactThatCannotBeCompletedIsLost() {
        history.open(1)
        history.offer(1, 1, to: "ann")
        history.accept(1)
        history.done(.complete(HistoryBuilder.contact(1)), .failed("wrong-state"))
        history.see(1, .queued)
        #expect(history.rules() == [.lost])
    }

    @Test mutating func aContactWithAnotherAgentThanAcknowledgedIsLost() {
        history.open(1)
        history.offer(1, 1, to: "ann")
        history.accept(1)
        history.see(1, .connected, agent: "bob")
        #expect(history.rules() == [.lost])
    }

    @Test mutating func aContactWhoseCustomerIsCalledBackAfterItsEndWasNotOver() {
        history.open(1)
        history.done(.callback(HistoryBuilder.contact(1)))
        history.done(.end(HistoryBuilder.contact(1)))
        history.see(1, .dialing)
        #expect(history.rules() == [.lost])
    }

    @Test mutating func oneIdForTwoContactsIsDoubled() {
        history.open(1)
        history.open(1)
        history.see(1, .queued)
        #expect(history.rules() == [.doubled])
    }

    @Test mutating func twoContactsOfOneRepeatedCommandAreDoubled() {
        let number = history.send(.open(.init(channel: .voice, queue: "any")))
        history.answer(number, .ok(HistoryBuilder.contact(1)))
        history.answer(number, .ok(HistoryBuilder.contact(2)))
        history.see(1, .queued)
        #expect(history.rules() == [.doubled])
    }

    @Test mutating func oneOfferIdForTwoContactsIsDoubled() {
        history.open(1)
        history.open(2)
        history.offer(1, 1, to: "ann")
        history.offer(1, 2, to: "bob")
        history.see(1, .offered)
        history.see(2, .offered)
        #expect(history.rules() == [.doubled])
    }

    @Test mutating func aContactWithoutAnEndBreaksEnds() {
        history.open(1)
        #expect(history.rules() == [.ends])
    }

    @Test mutating func aContactThatWasShownOnlyBeforeItWasAcceptedBreaksEnds() {
        history.open(1)
        history.see(1, .queued)
        history.offer(1, 1, to: "ann")
        history.accept(1)
        #expect(history.rules() == [.ends])
    }

    @Test mutating func twoDifferentEndsBreakEnds() {
        history.open(1)
        history.see(1, .ended, reason: .abandoned, isReadBack: false)
        history.see(1, .ended, reason: .completed, isReadBack: false)
        #expect(history.rules() == [.ends])
    }

    @Test mutating func anAbandonedContactThatIsAcceptedBreaksAfterEnd() {
        history.open(1)
        history.offer(1, 1, to: "ann")
        history.done(.abandon(HistoryBuilder.contact(1)))
        history.accept(1)
        history.see(1, .connected, agent: "ann")
        #expect(history.rules().contains(.afterEnd))
    }

    @Test mutating func aCompletedContactThatIsOfferedBreaksAfterEnd() {
        history.open(1)
        history.offer(1, 1, to: "ann")
        history.accept(1)
        history.finish(1)
        history.offer(2, 1, to: "bob")
        #expect(history.rules() == [.afterEnd])
    }

    @Test mutating func anEndedContactThatLivesBreaksAfterEnd() {
        history.open(1)
        history.see(1, .ended, reason: .abandoned, isReadBack: false)
        history.see(1, .queued)
        #expect(history.rules() == [.afterEnd])
    }

    @Test mutating func acceptsOfTwoAgentsAreConnectedTwice() {
        history.open(1)
        history.offer(1, 1, to: "ann")
        history.offer(2, 1, to: "bob")
        history.accept(1)
        history.accept(2)
        history.see(1, .connected, agent: "bob")
        #expect(history.rules().contains(.connectedTwice))
    }

    @Test mutating func twoOpenOffersOfOneContactAreOfferedTwice() {
        history.open(1)
        history.offer(1, 1, to: "ann")
        history.offer(2, 1, to: "bob")
        history.ended(1, .timedOut)
        history.accept(2)
        history.finish(1)
        #expect(history.rules() == [.offeredTwice])
    }

    @Test mutating func anOfferOfAConnectedContactIsOfferedTwice() {
        history.open(1)
        history.offer(1, 1, to: "ann")
        history.accept(1)
        history.offer(2, 1, to: "bob")
        history.ended(2, .timedOut)
        history.finish(1)
        #expect(history.rules() == [.offeredTwice])
    }

    @Test mutating func aSecondCallIsOverCapacity() {
        history.open(1)
        history.open(2)
        history.offer(1, 1, to: "ann")
        history.accept(1)
        history.offer(2, 2, to: "ann")
        history.accept(2)
        history.finish(1)
        history.finish(2)
        #expect(history.rules() == [.overCapacity])
    }

    @Test mutating func aCallDuringWrapUpIsOverCapacity() {
        history.open(1)
        history.open(2)
        history.offer(1, 1, to: "ann")
        history.accept(1)
        history.done(.complete(HistoryBuilder.contact(1)))
        history.offer(2, 2, to: "ann")
        history.done(.finishWrapUp(HistoryBuilder.contact(1)))
        history.accept(2)
        history.finish(2)
        #expect(history.rules() == [.overCapacity])
    }

    @Test mutating func aChatBesideACallThatExcludesItIsOverCapacity() {
        history.open(1)
        history.open(2, channel: .chat)
        history.offer(1, 1, to: "ann")
        history.offer(2, 2, to: "ann", channel: .chat)
        history.accept(1)
        history.accept(2)
        history.finish(1)
        history.finish(2)
        #expect(history.rules() == [.overCapacity])
    }

    @Test mutating func aYoungerContactBeforeAnOlderBreaksOrder() {
        history.open(1)
        history.open(2)
        history.offer(1, 2, to: "ann")
        history.offer(2, 1, to: "bob")
        history.accept(1)
        history.accept(2)
        history.finish(1)
        history.finish(2)
        #expect(history.rules() == [.order])
    }

    @Test mutating func aYoungerContactBeforeAnOlderOfItsRingBreaksOrder() {
        for contact in 1...2 as ClosedRange<UInt64> { history.open(contact, "wide") }
        history.offer(1, 2, to: "ann", "wide", ring: 1)
        history.offer(2, 1, to: "cat", "wide", ring: 1)
        for (offer, contact) in [(1, 2), (2, 1)] as [(UInt64, UInt64)] {
            history.accept(offer)
            history.finish(contact)
        }
        #expect(history.rules() == [.order])
    }

    @Test mutating func aLowerPriorityBeforeAHigherBreaksOrder() {
        history.open(1)
        history.open(2, priority: 5)
        history.offer(1, 1, to: "ann")
        history.offer(2, 2, to: "bob", priority: 5)
        history.accept(1)
        history.accept(2)
        history.finish(1)
        history.finish(2)
        #expect(history.rules() == [.order])
    }

    @Test mutating func aRequeuedContactThatIsPassedOverBreaksOrder() {
        history.open(1)
        history.open(2)
        history.offer(1, 1, to: "ann")
        history.reject(1)
        history.offer(2, 2, to: "bob")
        history.accept(2)
        history.finish(2)
        history.offer(3, 1, to: "bob")
        history.accept(3)
        history.finish(1)
        #expect(history.rules() == [.order])
    }

    @Test mutating func aContactThatWaitsForEverWhileYoungerOnesAreOfferedBreaksOrder() {
        history.open(1)
        history.open(2)
        history.offer(1, 2, to: "ann")
        history.accept(1)
        history.finish(2)
        history.see(1, .queued)
        #expect(history.rules() == [.order])
    }

    @Test mutating func anAgentWithoutTheSkillIsIneligible() {
        history.open(1, "sales")
        history.offer(1, 1, to: "cat", "sales")
        history.accept(1)
        history.finish(1)
        #expect(history.rules() == [.ineligible])
    }

    @Test mutating func anAgentOnABreakIsIneligible() {
        history.open(1)
        history.done(.setAvailability("ann", .onBreak, later: false))
        history.see("ann", .onBreak, isReadBack: false)
        history.offer(1, 1, to: "ann")
        history.accept(1)
        history.finish(1)
        #expect(history.rules() == [.ineligible])
    }

    @Test mutating func anotherEnqueueTimeAfterARestartIsSaid() {
        history.open(1)
        history.see(1, .queued, at: 1)
        history.add(.restarted)
        history.see(1, .queued, at: 2)
        #expect(history.rules() == [.enqueueTime])
    }

    @Test mutating func anAgentWhoForgotTheirStateIsSaid() {
        history.done(.setAvailability("ann", .available, later: false))
        history.add(.restarted)
        history.see("ann", .offline)
        #expect(history.rules() == [.agentState])
    }

    @Test mutating func anAgentWithoutTheContactAcknowledgedToThemIsSaid() {
        history.open(1)
        history.offer(1, 1, to: "ann")
        history.accept(1)
        history.add(.restarted)
        history.see("ann", .available)
        history.see(1, .connected, agent: "ann")
        #expect(history.rules() == [.agentState])
    }

    @Test mutating func anAgentShownWithAnEndedContactIsSaid() {
        history.open(1)
        history.done(.abandon(HistoryBuilder.contact(1)))
        history.see("ann", .available, contacts: [1])
        #expect(history.rules() == [.agentState])
    }
}
