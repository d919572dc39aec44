/// How a fault of a cluster is made to happen.
protocol Blow: Sendable {
    /// Has it happen; returns once it is over and the cluster serves again.
    ///
    /// - Returns: From when on new contacts of the struck partition are to be accepted again.
    func strike(_ cluster: ClusterUnderLoad, _ run: LoadRun) async throws(HarnessError) -> Outage
}

extension CrashFault {
    /// How it is made to happen to a cluster.
    var blow: any Blow {
        switch self {
        case .nodeKilled, .ownerKilled, .clockOff: OwnerBlow(kind: .kill)
        case .ownerFrozen: OwnerBlow(kind: .freeze)
        case .ownerDrained: OwnerBlow(kind: .drain)
        case .serverKilled, .allServersKilled: ServersKilled(count: .max)
        case .majorityKilled: ServersKilled(count: 2)
        case .leaderKilled: LeaderKilled()
        case .serversRolled: ServersRolled()
        case .diskFull, .streamFull: StreamFull()
        case .acknowledgementsLost: AcknowledgementsLost()
        case .readersStalled: ReadersStalled()
        case .nonsensePublished: NonsensePublished()
        case .siteCutOff: SiteCut(isHeard: false, hears: false)
        case .siteUnheard: SiteCut(isHeard: false, hears: true)
        case .siteDeaf: SiteCut(isHeard: true, hears: false)
        }
    }
}
