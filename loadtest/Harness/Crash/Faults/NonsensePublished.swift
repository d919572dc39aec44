import Cluster
import ClusterNATS
import ContactCenter

/// Somebody who may write anywhere writes nonsense under every subject of the cluster, its broadcasts and all journals
/// included, some of it longer than anything that is ever sent.
struct NonsensePublished: Blow {
    private static let longest = 2_000_000
    private static let rounds = 20

    func strike(_ cluster: ClusterUnderLoad, _ run: LoadRun) async throws(HarnessError) -> Outage {
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
        return Outage(since: began)
    }

    private func subjects(of cluster: ClusterUnderLoad) -> [NATSSubject] {
        let names = [ClusterPlan.front] + cluster.owners.keys.sorted()
        let nodes = names.map { NATSSubject.node(NodeID($0), of: "sundial") }
        let topics: [BroadcastTopic] = [ClusterMember.topic, "summaries", "tokens"]
        // The tokens have a journal of their own, of a site whose name no site can have.
        let journals = (cluster.plan.partitions + ["=40tokens.0"]).map { ClusterPlan.place(of: $0) }
        return nodes + topics.map { .topic($0, of: "sundial") }
            + journals.flatMap { place in
                ["journal.\(place)", "snapshot.\(place).77.abc.1", "snapshot.\(place).77.abc.1.whole"]
            }.map { NATSSubject("sundial.\($0)") }
    }
}
