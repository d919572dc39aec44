import ContactCenter

extension CenterConfiguration {
    /// Three sites of two agents each, `a1`, `a2`, `b1` and so on; site a is open every day from 22:00 to 23:00 of UTC,
    /// b from 22:30 to 23:30, c always. Tests begin at 22:13:20.
    static func sites(_ change: (inout QueueConfiguration) -> Void = { _ in }) -> CenterConfiguration {
        var configuration = CenterConfiguration.sample
        configuration.sites = ["a", "b", "c"].map { SiteConfiguration(id: $0, timeZone: "Etc/UTC") }
        configuration.calendars = [
            .daily("early", from: 22 * 60, to: 23 * 60), .daily("late", from: 22 * 60 + 30, to: 23 * 60 + 30),
        ]
        configuration.sites[0].calendar = "early"
        configuration.agents = ["a1", "a2", "b1", "b2", "c1", "c2"].map { id in
            AgentConfiguration(id: id, site: SiteID(String(id.name.prefix(1))), capacity: "standard")
        }
        var queue = QueueConfiguration(id: "general")
        queue.sites = ["a", "b", "c"]
        queue.sites[1].calendar = "late"
        change(&queue)
        configuration.queues[0] = queue
        return configuration
    }
}

extension CalendarConfiguration {
    /// Open every day between two minutes of it.
    static func daily(_ id: CalendarID, from start: Int, to end: Int) -> CalendarConfiguration {
        CalendarConfiguration(
            id: id, timeZone: "Etc/UTC",
            weekly: (1...7).map { WeeklyInterval(weekday: $0, startMinute: start, endMinute: end) })
    }
}
