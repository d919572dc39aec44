/// Calendars that are closed against their hours, and reopened.
///
/// A closure is part of the configuration: it becomes its next version, goes to every partition as any other does, and
/// is kept when another configuration is put into force.
extension Floor {
    mutating func closeCalendar(
        _ wish: CloseCalendar, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) -> CommandAnswer {
        var next = try configuration(with: wish.calendar)
        guard (1...ConfigurationBounds.label).contains(wish.reason.utf8.count) else {
            throw Refusal(.invalid, "A closure needs a reason of 1 to \(ConfigurationBounds.label) bytes.")
        }
        if let until = wish.until, until <= now {
            throw Refusal(
                .invalid, "The closure of calendar \(wish.calendar) would be over already; name a later time.")
        }
        next.closures.removeAll { $0.calendar == wish.calendar || $0.isOver(at: now) }
        let until = wish.until.map { Timestamp(wholeSeconds: $0.wholeSeconds) }
        next.closures.append(
            Closure(
                calendar: wish.calendar, from: Timestamp(wholeSeconds: now.wholeSeconds), until: until,
                reason: wish.reason))
        return putIntoForce(next, at: now, into: &output)
    }

    mutating func reopenCalendar(
        _ id: CalendarID, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) -> CommandAnswer {
        var next = try configuration(with: id)
        guard next.closures.contains(where: { $0.calendar == id && !$0.isOver(at: now) }) else {
            throw Refusal(.wrongState, "Calendar \(id) is not closed against its hours; there is nothing to reopen.")
        }
        next.closures.removeAll { $0.calendar == id || $0.isOver(at: now) }
        return putIntoForce(next, at: now, into: &output)
    }

    /// The configuration in force, which has that calendar.
    private func configuration(with id: CalendarID) throws(Refusal) -> CenterConfiguration {
        guard let configuration, configuration.calendars.contains(where: { $0.id == id }) else {
            throw Refusal(.notFound, "There is no calendar \(id) in the configuration in force.")
        }
        return configuration
    }

    /// Makes a configuration that is in force but for what is closed, shifted or told of incidents the next version, under
    /// the source of the one before.
    mutating func putIntoForce(
        _ configuration: CenterConfiguration, at now: Timestamp, into output: inout FloorOutput
    ) -> CommandAnswer {
        let source = configurationHistory.last?.source ?? ""
        let configured = Event.Configured(
            version: configurationVersion + 1, source: source, configuration: configuration)
        emit(.configured(configured), at: now, into: &output)
        takeBackFromClosed(at: now, into: &output)
        return .configured(version: configurationVersion)
    }
}
