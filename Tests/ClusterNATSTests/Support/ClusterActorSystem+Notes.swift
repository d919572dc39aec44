import Wire

@testable import Cluster

extension ClusterActorSystem {
    /// Calls a clerk's `note` without the compiler's stub, which may change threads before it sends.
    func callNote(_ number: Int, of name: String) async throws {
        let target = CallTarget(actor: ActorID(kind: Clerk.kind, name: name), method: "note")
        _ = try await call(target, arguments: number.wireBytes())
    }
}
