import ContactCenter
import History
import Testing

@Suite struct HistoryCheckerScaleTests {
    /// A queue of which thousands always wait is judged offer by offer without looking through those who wait.
    @Test func aLongHistoryWithALongQueueIsChecked() {
        var history = HistoryBuilder()
        let count: UInt64 = 20_000
        for contact in 1...count { history.open(contact) }
        for contact in 1...count {
            history.offer(contact, contact, to: "ann", made: Int64(count + contact))
            history.accept(contact)
            history.finish(contact)
        }
        history.add(.ended)
        let report = HistoryChecker.check(history.entries)
        #expect(report.violations == [])
        #expect(report.contacts.answered == Int(count))
        #expect(report.offersNotJudged == 0)
    }
}
