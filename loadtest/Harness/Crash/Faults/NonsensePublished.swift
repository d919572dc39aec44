import Cluster
import ClusterNATS
import ContactCenter

/// Somebody who may write anywhere writes nonsense under every subject of the cluster, some of it longer than anything
/// that is ever sent.
struct NonsensePublished: Blow {
    private static let longest = 2_000_000
    private static let rounds = 20

    func strike(_ cluster: ClusterUnderLoad, _ run: LoadRun) async throws(HarnessError) -> ContinuousClock.Instant {
        let began = ContinuousClock.now
        let connection = try await cluster.network.connect()
        var generator = SystemRandomNumberGenerator()
        do throws(ClusterError) {
            for round in 0..<Self.rounds {
                for subject in subjects(of: cluster) {
                    let length = round == 0 ? Self.longest : Int.random(in: 0...300, using: &generator)
                    let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
                    try await connection.send(bytes, to: subject)
                }
            }
        } catch {
            throw HarnessError(.node, "The NATS server took no nonsense: \(error.message)", cause: error)
        }
        await connection.close()
        try await cluster.waitUntilServed()
        return began
    }

    private func subjects(of cluster: ClusterUnderLoad) -> [NATSSubject] {
        let nodes = (["front"] + cluster.owners.keys.sorted()).map { NATSSubject.node(NodeID($0), of: "sundial") }
        return nodes + [
            .topic(ClusterMember.topic, of: "sundial"), .topic("tokens", of: "sundial"),
            "sundial.journal.sundial.home.0.1",
            "sundial.snapshot.sundial.home.0.1.77.abc.1", "sundial.snapshot.sundial.home.0.1.77.abc.1.whole",
        ]
    }
}
