import NATSServerProcess

/// The NATS server of the owner's site is cut off from the others, both ways or one.
struct SiteCut: Blow {
    /// Whether the site is heard by the others.
    let isHeard: Bool
    /// Whether the site hears the others.
    let hears: Bool
    /// How long the site stays cut off when the others go on without it, and how long without anybody going on.
    private static let afterlife: Duration = .seconds(2)
    private static let silence: Duration = .seconds(5)

    func strike(_ cluster: ClusterUnderLoad, _ run: LoadRun) async throws(HarnessError) -> Outage {
        let owner = try await cluster.findOwner()
        let network = cluster.network
        guard let server = network.servers.first(where: { $0.url == network.url(for: owner.name) }) else {
            throw HarnessError(.node, "\(owner.name) has no server of its own.")
        }
        var began = ContinuousClock.now
        network.cut(server, isHeard: isHeard, hears: hears)
        if isHeard {
            // Everybody hears that the owner lives: nobody takes over before the way is whole again.
            try await HarnessError.pause(Self.silence)
            network.cut(server, isHeard: true, hears: true)
            began = .now
            try await cluster.waitUntilServed()
        } else {
            try await cluster.waitUntilServed(after: owner.epoch)
            try await HarnessError.pause(Self.afterlife)
            network.cut(server, isHeard: true, hears: true)
            try await HarnessError.pause(Self.afterlife)
        }
        return Outage(since: began)
    }
}
