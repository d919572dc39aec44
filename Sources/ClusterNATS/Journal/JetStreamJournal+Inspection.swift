public import Cluster

extension JetStreamJournal {
    public func inspect() async throws(JournalError) -> JournalInspection {
        let api = try usableAPI()
        let records = try await recordInfo(api)
        let snapshots: StreamInfo
        do throws(JetStreamFailure) { snapshots = try await api.info(names.snapshots) } catch {
            throw error.error("looking at", names.snapshots)
        }
        var inspection = JournalInspection(
            place: "stream \(stream)" + (records.cluster?.leader.map { " led by \($0)" } ?? ""),
            serverVersion: records.config.serverVersion,
            advice: Self.objection(to: records.config.serverVersion).map { [$0] } ?? [])
        for info in [records, snapshots] {
            inspection.copies += info.copies
            inspection.faults += info.missingCopies
        }
        return inspection
    }
}

extension StreamInfo {
    /// The copies that other servers hold.
    fileprivate var copies: [JournalCopy] {
        (cluster?.replicas ?? []).map { replica in
            let isAway = replica.offline == true || replica.active ?? 0 == 0
            return JournalCopy(
                name: "\(config.name) on \(replica.name ?? "a server without a name")",
                isCurrent: replica.current == true && !isAway && replica.lag ?? 0 == 0, lag: replica.lag ?? 0,
                silence: isAway ? nil : .nanoseconds(replica.active ?? 0))
        }
    }

    /// That fewer servers hold it than are to.
    fileprivate var missingCopies: [String] {
        let held = (cluster?.replicas ?? []).count + 1
        guard held < config.replicas else { return [] }
        return ["Stream \(config.name) is held by \(held) servers and is to be by \(config.replicas)."]
    }
}
