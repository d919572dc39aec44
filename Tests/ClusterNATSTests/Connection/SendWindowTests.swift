import Testing

@testable import ClusterNATS

@Suite struct SendWindowTests {
    @Test func `Messages are let in until the bound, then wait in order`() {
        var window = SendWindow(bound: 100)
        let letIn = [60, 40, 1].map { window.letIn($0) }
        #expect(letIn == [true, true, false])
        let first = window.wait(70)
        let second = window.wait(10)
        let begun = [window.beginConfirmation(), window.beginConfirmation()]
        #expect(begun == [true, false])
        let before = window.admitted()
        window.endConfirmation()
        let after = window.admitted()
        #expect(before == [])
        #expect(after == [first, second])
        #expect(window.unconfirmed == 80)
    }

    @Test func `Nobody overtakes one that waits`() {
        var window = SendWindow(bound: 100)
        _ = window.letIn(90)
        _ = window.wait(50)
        let overtakes = window.letIn(5)
        #expect(!overtakes)
    }

    @Test func `A message larger than the bound goes alone`() {
        var window = SendWindow(bound: 100)
        let letIn = [10, 500].map { window.letIn($0) }
        #expect(letIn == [true, false])
        let ticket = window.wait(500)
        window.reset()
        let admitted = window.admitted()
        #expect(admitted == [ticket])
        let second = window.letIn(1)
        #expect(!second)
    }

    @Test func `Whoever waits has what is unconfirmed confirmed, however little it is`() {
        var window = SendWindow(bound: 100)
        _ = window.letIn(10)
        let early = window.beginConfirmation()
        let ticket = window.wait(500)
        let begun = window.beginConfirmation()
        window.endConfirmation()
        let admitted = window.admitted()
        #expect(!early)
        #expect(begun)
        #expect(admitted == [ticket])
    }

    @Test func `A confirmation covers what was sent before it began`() {
        var window = SendWindow(bound: 100)
        _ = window.letIn(60)
        _ = window.beginConfirmation()
        _ = window.letIn(30)
        window.endConfirmation()
        #expect(window.unconfirmed == 30)
        let again = window.beginConfirmation()
        #expect(!again)
    }
}
