import Cluster
import Distributed
import Instrumentation
import Wire

/// A virtual actor to call in tests.
distributed actor Desk: ClusterActor {
    typealias ActorSystem = ClusterActorSystem
    static let kind: ActorKind = "desk"
    static let methods: MethodTable<Desk> = [
        Method("add") { (desk: isolated Desk, left: Int, right: Int) in desk.add(left, right) },
        Method("note") { (desk: isolated Desk, number: Int) in desk.note(number) },
        Method("notes") { (desk: isolated Desk) in desk.notes() },
        Method("decline") { (desk: isolated Desk, reason: String) in try desk.decline(reason) },
        Method("break") { (desk: isolated Desk) in try desk.break() },
        Method("wait") { (desk: isolated Desk) in await desk.wait() },
        Method("ask") { (desk: isolated Desk, name: String) in try await desk.ask(name) },
        Method("secondsLeft") { (desk: isolated Desk) in desk.secondsLeft() },
        Method("trace") { (desk: isolated Desk) in desk.trace() },
        Method("long") { (desk: isolated Desk, count: Int) in desk.long(count) },
        Method("busy") { (desk: isolated Desk, isBusy: Bool) in desk.busy(isBusy) },
        Method("misread") { (desk: isolated Desk) in 7 },
    ]

    private let events: Events
    private let gate: Gate
    private var noted: [Int] = []
    private var isBusy = false

    init(actorSystem: ClusterActorSystem, events: Events, gate: Gate) {
        self.actorSystem = actorSystem
        self.events = events
        self.gate = gate
    }

    deinit { events.post("deinit \(id)") }

    distributed func add(_ left: Int, _ right: Int) -> Int { left + right }

    distributed func note(_ number: Int) { noted.append(number) }

    distributed func notes() -> [Int] { noted }

    distributed func decline(_ reason: String) throws { throw Declined(reason: reason) }

    distributed func `break`() throws { throw Broken() }

    /// Waits for the gate, and posts how that ended.
    distributed func wait() async {
        events.post("waiting")
        await gate.pass()
        events.post(Task.isCancelled ? "cancelled" : "passed")
    }

    /// Calls another desk's `wait`.
    distributed func ask(_ name: String) async throws {
        try await actorSystem.actor(Desk.self, named: name).wait()
    }

    /// The deadline that a call made from here would have.
    distributed func secondsLeft() -> Int { Int(CallOptions.current.deadline.components.seconds) }

    distributed func trace() -> String? { InstrumentationContext.current?[NotingInstrument.Key.self] }

    distributed func long(_ count: Int) -> String { String(repeating: "x", count: count) }

    distributed func busy(_ isBusy: Bool) { self.isBusy = isBusy }

    /// Returns a text where its entry in the table returns a number.
    distributed func misread() -> String { "" }

    /// Not in the table.
    distributed func hidden() {}

    distributed func same<Value: WireValue>(_ value: Value) -> Value { value }

    func mayPassivate() -> Bool { !isBusy }

    struct Broken: Error {}
}
