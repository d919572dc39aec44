public import Distributed

/// A distributed actor that can be called from every node of the cluster.
///
/// Declare a kind and the table of the methods that peers may call; a distributed method that is not in the table
/// can be called on this node only. Methods are found by their base name: it must be unique within the type, and a
/// method whose parameters change gets a new name, so that nodes of two versions understand each other.
///
/// ```swift
/// distributed actor Greeter: ClusterActor {
///     typealias ActorSystem = ClusterActorSystem
///     static let kind: ActorKind = "greeter"
///     static let methods: MethodTable<Greeter> = [
///         Method("greet") { (actor: isolated Greeter, name: String) in actor.greet(name) }
///     ]
///
///     init(actorSystem: ClusterActorSystem) { self.actorSystem = actorSystem }
///     distributed func greet(_ name: String) -> String { "Hello, \(name)" }
/// }
/// ```
public protocol ClusterActor: DistributedActor where ActorSystem == ClusterActorSystem {
    /// The type's name on the wire.
    static var kind: ActorKind { get }

    /// The methods that peers may call.
    static var methods: MethodTable<Self> { get }

    /// Whether the actor, idle for long enough, may be let go of now; true unless the type says otherwise.
    func mayPassivate() -> Bool
}

extension ClusterActor {
    public func mayPassivate() -> Bool { true }
}
