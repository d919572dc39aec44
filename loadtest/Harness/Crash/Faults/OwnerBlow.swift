import ContactCenter

/// The node that owns the partition goes away, one way or another, and another takes over.
struct OwnerBlow: Blow {
    enum Kind {
        case kill, freeze, drain
    }

    /// How long a frozen owner stays frozen at least, and how long it is watched when it goes on.
    private static let frozen: Duration = .seconds(5)
    private static let afterlife: Duration = .seconds(2)

    let kind: Kind

    func strike(_ cluster: ClusterUnderLoad, _ run: LoadRun) async throws(HarnessError) -> Outage {
        let owner = try await cluster.findOwner()
        let began = ContinuousClock.now
        switch kind {
        case .kill: await owner.process.kill()
        case .freeze: await owner.process.freeze()
        case .drain: await owner.process.tellToEnd()
        }
        if kind != .freeze { await cluster.willMiss(owner.process) }
        async let missed = kind == .drain ? nil : cluster.whenMissed(owner.name)
        try await cluster.waitUntilServed(after: owner.epoch)
        let outage = Outage(since: began, missed: await missed)
        if kind == .freeze {
            try await HarnessError.pause(max(.zero, Self.frozen - began.duration(to: .now)))
            await owner.process.thaw()
            try await HarnessError.pause(Self.afterlife)
        }
        guard try await cluster.findOwner().name != ClusterPlan.late else {
            throw HarnessError(.node, "A node whose clock is off by an hour has taken the partition over.")
        }
        return outage
    }
}
