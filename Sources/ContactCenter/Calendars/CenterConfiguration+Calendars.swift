extension CenterConfiguration {
    /// Brings the rules of every time zone that it names, by the tzdata of this machine, and drops those it does not
    /// name. Rules that it already brings are kept.
    mutating func completeZones() {
        let known = Dictionary(zones.map { ($0.name, $0) }) { first, _ in first }
        let names = Set(sites.map(\.timeZone) + calendars.map(\.timeZone))
        zones = names.sorted().compactMap { known[$0] ?? ZoneRules.installed($0) }
    }

    /// Keeps what is closed now or later, as far as it still exists.
    mutating func takeOverClosures(from other: CenterConfiguration?, at now: Timestamp) {
        closures = (other?.closures ?? []).filter { closure in
            guard closure.until.map({ $0 > now }) ?? true else { return false }
            switch closure.scope {
            case .calendar(let id): return calendars.contains { $0.id == id }
            case .site(let id): return sites.contains { $0.id == id }
            }
        }
    }
}
