/// Traffic that is kept away from sites.
///
/// A shift is part of the configuration, as a closure is: it becomes its next version, goes to every partition, and is
/// kept when another configuration is put into force.
extension Floor {
    mutating func shiftSite(
        _ wish: ShiftSite, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) -> CommandAnswer {
        guard var next = configuration, next.sites.contains(where: { $0.id == wish.site }) else {
            throw Refusal(
                .notFound, "There is no site \(wish.site) in the configuration in force; list sites to see them.")
        }
        guard ConfigurationBounds.share.contains(wish.share) else {
            throw Refusal(.invalid, "A site is left with a share from 0 to 1 of its contacts, not \(wish.share).")
        }
        guard wish.reason.utf8.count <= ConfigurationBounds.label, wish.share == 1 || !wish.reason.isEmpty else {
            throw Refusal(.invalid, "A shift needs a reason of 1 to \(ConfigurationBounds.label) bytes.")
        }
        if wish.share == 1, !next.shifts.contains(where: { $0.site == wish.site }) {
            throw Refusal(
                .wrongState, "No traffic is kept away from site \(wish.site); there is nothing to bring back.")
        }
        next.shifts.removeAll { $0.site == wish.site }
        if wish.share < 1 {
            next.shifts.append(
                SiteShift(
                    site: wish.site, share: wish.share, from: Timestamp(wholeSeconds: now.wholeSeconds),
                    reason: wish.reason))
        }
        return putIntoForce(next, at: now, into: &output)
    }
}
