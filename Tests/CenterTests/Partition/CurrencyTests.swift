import Cluster
import Testing

@testable import Center

@Suite struct CurrencyTests {
    private var currency = Currency()

    @Test mutating func `A look speaks for every stamp given before it began, and for none after`() {
        let before = [currency.stamp(), currency.stamp()]
        let covered = currency.begin()
        let after = currency.stamp()
        #expect(currency.needsLook)
        currency.found(end: JournalSequence(4), since: covered, confirmed: JournalSequence(4))
        #expect(currency.known == before[1])
        #expect(currency.known < after)
        #expect(currency.needsLook)
    }

    @Test mutating func `A look that found records not yet confirmed waits for them`() {
        let stamp = currency.stamp()
        currency.found(end: JournalSequence(6), since: currency.begin(), confirmed: JournalSequence(4))
        #expect(currency.known < stamp)
        #expect(!currency.needsLook)
        currency.advance(through: JournalSequence(5))
        #expect(currency.known < stamp)
        currency.advance(through: JournalSequence(6))
        #expect(currency.known == stamp)
    }

    @Test mutating func `An append that began after the stamp needs no look`() {
        let stamp = currency.stamp()
        currency.found(end: JournalSequence(5), since: currency.given, confirmed: JournalSequence(5))
        #expect(currency.known == stamp)
        #expect(!currency.needsLook)
    }

    @Test mutating func `While an append is under way that began after the stamp, nothing else is asked`() {
        let stamp = currency.stamp()
        let covered = currency.begin()
        #expect(!currency.needsLook)
        let later = currency.stamp()
        #expect(currency.needsLook)
        currency.found(end: JournalSequence(5), since: covered, confirmed: JournalSequence(5))
        #expect(currency.known == stamp)
        let next = currency.begin()
        #expect(!currency.needsLook)
        currency.found(end: JournalSequence(6), since: next, confirmed: JournalSequence(6))
        #expect(currency.known == later)
    }

    @Test mutating func `A look without an answer is asked for again`() {
        _ = currency.stamp()
        _ = currency.begin()
        #expect(!currency.needsLook)
        currency.failed()
        #expect(currency.needsLook)
    }

    @Test mutating func `An older proof does not take a newer one back`() {
        _ = currency.stamp()
        let early = currency.given
        _ = currency.stamp()
        currency.found(end: JournalSequence(5), since: currency.given, confirmed: JournalSequence(5))
        currency.found(end: JournalSequence(9), since: early, confirmed: JournalSequence(5))
        #expect(currency.known == currency.given)
        #expect(!currency.needsLook)
    }
}
