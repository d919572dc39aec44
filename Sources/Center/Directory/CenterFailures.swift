public import Cluster
import ContactCenter

/// The errors that the center's actors throw to callers on other nodes.
public enum CenterFailures {
    /// Makes them known to a system that calls the center's actors; before it runs.
    public static func register(with system: ClusterActorSystem) {
        system.register(failure: CenterError.self)
        system.register(failure: Refusal.self)
    }
}
