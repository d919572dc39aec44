internal import ContactCenter

/// What is said of how agents are used: work that goes behind other work, and what is new to them.
extension ConfigurationReader {
    mutating func readBlending(_ node: LocatedNode?, at place: String) -> Blending? {
        guard let fields = node?.fields("behind", "idle", "service-level") else { return nil }
        let behind = trace(fields["behind"], as: "\(place).blending.behind")?.listOrOne() ?? []
        return Blending(
            behind: behind.compactMap { $0.text().map(QueueID.init) },
            idle: fields["idle"]?.integer(in: ConfigurationBounds.blendingIdle),
            keepsServiceLevel: fields["service-level"]?.truth() ?? false)
    }

    mutating func readReleases(_ node: LocatedNode?, at place: String) -> [Release] {
        guard let fields = node?.fields("channels", "skills") else { return [] }
        var releases: [Release] = []
        for entry in fields["channels"]?.entries() ?? [] {
            trace(entry.value, as: "\(place).releases.channels.\(entry.key)")
            guard let channel = Channel(name: entry.key) else {
                entry.value.reportKey("`\(entry.key)` is no channel")
                continue
            }
            if let share = thousandths(entry.value) { releases.append(Release(.channel(channel), thousandths: share)) }
        }
        for entry in fields["skills"]?.entries() ?? [] {
            trace(entry.value, as: "\(place).releases.skills.\(entry.key)")
            guard let share = thousandths(entry.value) else { continue }
            releases.append(Release(.skill(SkillID(entry.key)), thousandths: share))
        }
        return releases
    }

    private func thousandths(_ node: LocatedNode) -> Int? {
        guard let share = node.share() else { return nil }
        let thousandths = Int((share * 1_000).rounded())
        guard ConfigurationBounds.released.contains(thousandths) else {
            node.report("a share of what is new is from 0.1% to 99.9%; leave it out once the agent gets all")
            return nil
        }
        return thousandths
    }
}
