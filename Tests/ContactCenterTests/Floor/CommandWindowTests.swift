import ContactCenter
import Testing

@Suite("The window of commands")
struct CommandWindowTests {
    @Test("answers a repeated command the same again, and does nothing")
    func repetition() {
        var test = TestFloor()
        let wish = Command(
            id: CommandID(time: test.now, random: &test.random),
            body: .openContact(OpenContact(channel: .voice, queue: "general")))
        let first = test.send(wish)
        test.pass(.seconds(100))
        #expect(test.send(wish) == first)
        #expect(test.events.isEmpty)
        #expect(test.floor.figures.waiting == 1)
    }

    @Test("repeats a refusal too")
    func refusal() {
        var test = TestFloor()
        let wish = Command(id: CommandID(time: test.now, random: &test.random), body: .signIn("zoe"))
        #expect(test.refusal(test.send(wish)) == .notFound)
        #expect(test.events.count == 1)
        var configuration = CenterConfiguration.sample
        configuration.agents.append(.sample("zoe", billing: 1))
        test.configure(configuration)
        #expect(test.refusal(test.send(wish)) == .notFound)
    }

    @Test("refuses the same id with another body, an old one, and one far in the future")
    func refusals() {
        var test = TestFloor()
        let id = CommandID(time: test.now, random: &test.random)
        test.send(Command(id: id, body: .signIn("ann")))
        #expect(test.refusal(test.send(Command(id: id, body: .signIn("bob")))) == .reused)
        #expect(test.events.isEmpty)
        let old = CommandID(time: test.now.advanced(by: .seconds(-301)), random: &test.random)
        #expect(test.refusal(test.send(Command(id: old, body: .signIn("bob")))) == .expired)
        let early = CommandID(time: test.now.advanced(by: .seconds(61)), random: &test.random)
        #expect(test.refusal(test.send(Command(id: early, body: .signIn("bob")))) == .invalid)
        #expect(test.floor.agent("bob")?.availability == .offline)
    }

    @Test("forgets results that can no longer be asked for")
    func bounded() {
        var test = TestFloor()
        test.interval = 100
        for _ in 0..<1_000 {
            test.send(.signIn("ann"))
            test.pass(.seconds(1))
        }
        #expect(test.floor.figures.results <= 310)
    }

    @Test("says nothing when nothing is due")
    func advance() {
        var test = TestFloor()
        test.send(.advance)
        #expect(test.events.isEmpty)
        #expect(test.directives.isEmpty)
    }
}
