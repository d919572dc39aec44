import Cluster
import Distributed
import Wire

/// A virtual actor to call across a NATS system.
distributed actor Clerk: ClusterActor {
    typealias ActorSystem = ClusterActorSystem
    static let kind: ActorKind = "clerk"
    static let methods: MethodTable<Clerk> = [
        Method("add") { (clerk: isolated Clerk, left: Int, right: Int) in clerk.add(left, right) },
        Method("note") { (clerk: isolated Clerk, number: Int) in clerk.note(number) },
        Method("notes") { (clerk: isolated Clerk) in clerk.notes() },
        Method("decline") { (clerk: isolated Clerk, reason: String) in try clerk.decline(reason) },
        Method("hold") { (clerk: isolated Clerk) in await clerk.hold() },
        Method("echo") { (clerk: isolated Clerk, text: String) in clerk.echo(text) },
    ]

    private let moments: Moments
    private var noted: [Int] = []

    init(actorSystem: ClusterActorSystem, moments: Moments) {
        self.actorSystem = actorSystem
        self.moments = moments
    }

    distributed func add(_ left: Int, _ right: Int) -> Int { left + right }

    distributed func note(_ number: Int) { noted.append(number) }

    distributed func notes() -> [Int] { noted }

    distributed func decline(_ reason: String) throws { throw Declined(reason: reason) }

    distributed func echo(_ text: String) -> String { text }

    /// Waits until it is cancelled.
    distributed func hold() async {
        moments.post("holding")
        let (never, continuation) = AsyncStream<Void>.makeStream()
        for await _ in never {}
        continuation.finish()
        moments.post("cancelled")
    }
}
