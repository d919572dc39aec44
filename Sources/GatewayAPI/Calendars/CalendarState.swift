/// Whether a calendar is open at an instant, why, and what comes next, as `GET /v1/calendars/{calendar}` shows it.
public struct CalendarState: Codable, Hashable, Sendable {
    /// A stretch of time for which it is open.
    public struct Opening: Codable, Hashable, Sendable {
        /// When it opens, or the instant that was asked about.
        public var from: CalendarTime
        /// When it closes; nil where that lies beyond the time that was asked for.
        public var until: CalendarTime?

        public init(from: CalendarTime, until: CalendarTime?) {
            self.from = from
            self.until = until
        }
    }

    /// Its id in the configuration.
    public var id: String
    /// IANA name of its time zone.
    public var timeZone: String
    /// The instant that is answered for.
    public var at: CalendarTime
    /// Whether it is open then.
    public var isOpen: Bool
    /// Which interval, holiday, override or closure decides that.
    public var reason: String
    /// When it opens or closes next; nil for never.
    public var nextChange: CalendarTime?
    /// When it opens next; nil for never.
    public var nextOpening: CalendarTime?
    /// For how long it is open until the time that was asked for, in seconds.
    public var openSeconds: Double
    /// When it is open until then, a hundred stretches at most.
    public var openings: [Opening]

    public init(
        id: String, timeZone: String, at: CalendarTime, isOpen: Bool, reason: String, nextChange: CalendarTime?,
        nextOpening: CalendarTime?, openSeconds: Double, openings: [Opening]
    ) {
        self.id = id
        self.timeZone = timeZone
        self.at = at
        self.isOpen = isOpen
        self.reason = reason
        self.nextChange = nextChange
        self.nextOpening = nextOpening
        self.openSeconds = openSeconds
        self.openings = openings
    }
}

/// An instant, and what the clock on the wall shows then.
public struct CalendarTime: Codable, Hashable, Sendable {
    /// The instant.
    public var instant: DateTime
    /// In the calendar's zone, such as `Wednesday 2026-11-25 08:00:00 +01:00`.
    public var local: String

    public init(instant: DateTime, local: String) {
        self.instant = instant
        self.local = local
    }
}
