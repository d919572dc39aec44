public import Cluster

// What a directory does where partitions have no owner.
//
// An island and the others own nothing of each other's, so a partition across such a gap whose owner is not heard has
// none that could take it over: nobody waits for it, nor for one that nobody has taken over for longer than most takeovers
// last. What is asked of all partitions is then asked of the others, and what all of them have alike, the
// configuration, of one of these. A command has one home and no other: it waits for its partition, and is told in the
// end why that did not answer.
extension CenterDirectory {
    /// The partitions to be asked when all are meant, in the order of the layout.
    var reachable: [CenterLayout.Place] {
        guard let routing else { return layout.places }
        let site = routing.member.membership.site
        let near = layout.places.filter { place in
            routing.member.owner(of: place.partition) != nil
                || layout.mayOwn(place, site: site) && !routing.isForsaken(place.partition)
        }
        return near.isEmpty ? layout.places : near
    }

    /// The partitions that are not asked when all are meant, in the order of the layout; none while all can be reached.
    public var unreachable: [PartitionID] {
        let asked = Set(reachable.map(\.partition))
        return partitions.filter { !asked.contains($0) }
    }

    /// The partition to be asked for what all have alike.
    var answering: PartitionID {
        let places = reachable
        return places.contains { $0.partition == layout.administering }
            ? layout.administering : places[0].partition
    }

    /// The error of a command whose home is `home`, with the reason if that is that nobody serves it.
    func explained(_ error: CenterError, home: PartitionID) -> CenterError {
        guard error.code == .unavailable, let membership = routing?.member.membership,
            membership.owner(of: home) == nil, let place = layout.place(of: home)
        else { return error }
        let reason =
            layout.mayOwn(place, site: membership.site)
            ? "no node serves it, as when there is no quorum for its journal; `sundial doctor` says what keeps them "
                + "from it."
            : "no node of site \(home.site) is heard at site \(membership.site): the way between them is cut, or these "
                + "nodes are down. Ask here later, or now at a node of site \(home.site)."
        return CenterError(
            .unavailable, "\(home) is unavailable: \(reason) Repeat the command with the same id.",
            retryAfter: .seconds(2), cause: error)
    }
}
