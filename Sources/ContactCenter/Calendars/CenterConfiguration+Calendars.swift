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
            !closure.isOver(at: now) && calendars.contains { $0.id == closure.calendar }
        }
    }

    /// Keeps what traffic is kept away from sites, as far as those still exist.
    mutating func takeOverShifts(from other: CenterConfiguration?) {
        shifts = (other?.shifts ?? []).filter { shift in sites.contains { $0.id == shift.site } }
    }

    /// A calendar made ready, with what closes it; nil when there is none of that id.
    ///
    /// A zone whose rules the configuration does not bring, as in journals of old, has those of this machine.
    public func businessCalendar(_ id: CalendarID) -> BusinessCalendar? {
        guard let calendar = calendars.first(where: { $0.id == id }) else { return nil }
        let rules = zones.first { $0.name == calendar.timeZone } ?? ZoneRules.installed(calendar.timeZone)
        return rules.map { BusinessCalendar(calendar, rules: $0, closures: closures.filter { $0.calendar == id }) }
    }
}
