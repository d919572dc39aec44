import Testing

@testable import ClusterNATS

@Suite struct SendWindowTests {
    @Test func `Messages are let in until the bound, then wait in order`() {
        var window = SendWindow(bound: 100)
        #expect(window.letIn(60))
        #expect(window.letIn(40))
        #expect(!window.letIn(1))
        let first = window.wait(70)
        let second = window.wait(10)
        #expect(window.beginConfirmation())
        #expect(!window.beginConfirmation())
        #expect(window.admitted() == [])
        window.endConfirmation()
        #expect(window.admitted() == [first, second])
        #expect(window.unconfirmed == 80)
    }

    @Test func `Nobody overtakes one that waits`() {
        var window = SendWindow(bound: 100)
        #expect(window.letIn(90))
        _ = window.wait(50)
        #expect(!window.letIn(5))
    }

    @Test func `A message larger than the bound goes alone`() {
        var window = SendWindow(bound: 100)
        #expect(window.letIn(10))
        #expect(!window.letIn(500))
        let ticket = window.wait(500)
        window.reset()
        #expect(window.admitted() == [ticket])
        #expect(!window.letIn(1))
    }

    @Test func `A confirmation covers what was sent before it began`() {
        var window = SendWindow(bound: 100)
        #expect(window.letIn(60))
        #expect(window.beginConfirmation())
        #expect(window.letIn(30))
        window.endConfirmation()
        #expect(window.unconfirmed == 30)
        #expect(!window.beginConfirmation())
    }
}
