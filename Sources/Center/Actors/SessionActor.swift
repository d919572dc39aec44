public import Cluster
public import ContactCenter
public import Distributed
import Wire

/// The addressable face of one conversation, as the contact that it is reached by: what may be done with that
/// contact, and how it stands.
///
/// Named by the partition that gave the contact its id, and that id (``FaceName``).
public distributed actor SessionActor: ClusterActor {
    public typealias ActorSystem = ClusterActorSystem

    public static let kind: ActorKind = "session"
    public static let methods: MethodTable<SessionActor> = [
        Method("perform") { (actor: isolated SessionActor, command: Command, timeout: Duration?) in
            try await actor.perform(command, within: timeout)
        },
        Method("performOnBehalf") {
            (actor: isolated SessionActor, agent: AgentID, command: Command, timeout: Duration?) in
            try await actor.performOnBehalf(of: agent, command, within: timeout)
        },
        Method("view") { (actor: isolated SessionActor) in try await actor.view() },
        Method("standing") { (actor: isolated SessionActor) in try await actor.standing() },
        Method("explain") { (actor: isolated SessionActor) in try await actor.explain() },
        Method("explained") { (actor: isolated SessionActor, instant: Timestamp) in
            try await actor.explained(at: instant)
        },
    ]

    private let contact: ContactID
    private let local: LocalPartition

    init(contact: ContactID, local: LocalPartition, actorSystem: ClusterActorSystem) {
        self.contact = contact
        self.local = local
        self.actorSystem = actorSystem
    }

    private var host: PartitionHost { get throws { try local.host } }

    /// Carries out a command about this contact.
    ///
    /// - Throws: ``CenterError``, with `invalid` for a command about anything else.
    public distributed func perform(_ command: Command, within timeout: Duration?) async throws -> CommandResult {
        try check(command)
        return try await host.submit(command, within: timeout)
    }

    /// Carries out a command about this contact on behalf of the agent who has it, wherever that agent is at home.
    ///
    /// - Throws: ``CenterError``.
    public distributed func performOnBehalf(
        of agent: AgentID, _ command: Command, within timeout: Duration?
    ) async throws -> CommandResult {
        try check(command)
        return try await host.submit(command, onBehalfOf: agent, within: timeout)
    }

    private func check(_ command: Command) throws(CenterError) {
        guard command.body.contact == contact else {
            throw CenterError(.invalid, "The command is not about contact \(contact).")
        }
    }

    /// The contact; nil when there is none of that id any more.
    ///
    /// - Throws: ``CenterError``.
    public distributed func view() async throws -> ContactView? {
        let contact = contact
        return try await host.read { floor, _ in floor.contact(contact) }
    }

    /// The contact and its forecast; nil when there is none of that id any more.
    ///
    /// - Throws: ``CenterError``.
    public distributed func standing() async throws -> ContactStanding? {
        let contact = contact
        return try await host.read { floor, now in
            guard let view = floor.contact(contact) else { return nil }
            return ContactStanding(
                contact: view, forecast: floor.forecast(of: contact, now: now),
                messages: floor.messages(for: contact, now: now))
        }
    }

    /// Why the contact is where it is, or, when the floor has dropped it, how the journal last saw it; nil when
    /// neither knows it.
    ///
    /// - Throws: ``CenterError``.
    public distributed func explain() async throws -> Explanation? {
        let contact = contact
        if let explanation = try await host.read({ floor, now in floor.explain(contact, now: now) }) {
            return explanation
        }
        return try await host.replay.explain(contact)
    }

    /// Why the contact was where it was at an instant, from the journal; nil when there was none of that id.
    ///
    /// - Throws: ``CenterError``, with `invalid` for an instant that has not come yet, or to which the journal does not
    ///   reach back.
    public distributed func explained(at instant: Timestamp) async throws -> Explanation? {
        guard instant <= (try await host.read { floor, now in max(floor.lastTime, now) }) else {
            throw CenterError(.invalid, "That instant has not come yet; leave it out for an explanation as of now.")
        }
        return try await host.replay.explain(contact, at: instant)
    }
}
