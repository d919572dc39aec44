/// For a while the owner is not told that what it appends is stored.
struct AcknowledgementsLost: Blow {
    private static let length: Duration = .seconds(2)

    func strike(_ cluster: ClusterUnderLoad, _ run: LoadRun) async throws(HarnessError) -> Outage {
        let owner = try await cluster.findOwner()
        guard let sieve = cluster.network.sieve(of: owner.name) else {
            throw HarnessError(.node, "\(owner.name) is not connected through a relay.")
        }
        let before = sieve.dropped
        sieve.set(true)
        try await HarnessError.pause(Self.length)
        sieve.set(false)
        guard sieve.dropped > before else {
            throw HarnessError(.node, "No acknowledgement was lost: the relay does not know them when it sees them.")
        }
        let back = ContinuousClock.now
        try await cluster.waitUntilServed()
        return Outage(since: back)
    }
}
