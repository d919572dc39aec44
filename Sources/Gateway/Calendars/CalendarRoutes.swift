import Center
import ContactCenter
import GatewayAPI
import Hummingbird

/// Calendars: asked, closed against their hours, and reopened.
struct CalendarRoutes: Sendable {
    let center: CenterDirectory

    var operations: [Operation] { [show, close, reopen] }

    /// How far ahead a calendar is shown when nothing else is asked for, and at most.
    private static let span = Duration.seconds(7 * 86_400)
    private static let longest = Duration.seconds(400 * 86_400)

    private var show: Operation {
        Operation(
            id: "showCalendar", summary: "Says whether a calendar is open, why, and when it is open from then on.",
            method: .get, path: "/v1/calendars/{calendar}", roles: [.administrator, .supervisor],
            query: [
                .init(name: "at", summary: "The instant; now where it is left out.", schema: Schema.time),
                .init(
                    name: "until", summary: "Until when openings are shown; a week later where it is left out.",
                    schema: Schema.time),
            ],
            answer: .json(status: 200, "CalendarState"), refusals: [400, 422]
        ) { call in
            let at = try call.time("at")
            let until = try call.time("until")
            let id = CalendarID(call.text(.calendar))
            guard id.isValid, let calendar = try await center.configuration().configuration?.businessCalendar(id) else {
                throw call.missing(.calendar)
            }
            let instant = if let at { at } else { try await center.report().time }
            let end = until ?? instant.advanced(by: Self.span)
            guard instant < end, instant.duration(to: end) <= Self.longest else {
                throw ProblemError(.invalid, "The time asked about must end after it begins, by at most 400 days.")
            }
            return try .encoded(CalendarState(calendar, at: instant, until: end))
        }
    }

    private var close: Operation {
        Operation(
            id: "closeCalendar", summary: "Closes a calendar against its hours from now on, at every site.",
            method: .post, path: "/v1/calendars/{calendar}/close", roles: [.administrator],
            body: .json("ClosureRequest"), isCommand: true, answer: .json(status: 200, "AppliedConfiguration")
        ) { call in
            let (body, faults) = try call.read(ClosureRequest.self)
            try faults.check()
            let wish = CloseCalendar(
                calendar: try calendarID(of: call),
                until: body.until.map { Timestamp(microseconds: $0.microseconds) }, reason: body.reason)
            return try await center.reconfigure(.closeCalendar(wish), for: call)
        }
    }

    private var reopen: Operation {
        Operation(
            id: "reopenCalendar", summary: "Lets a calendar that was closed against its hours keep them again.",
            method: .post, path: "/v1/calendars/{calendar}/reopen", roles: [.administrator], isCommand: true,
            answer: .json(status: 200, "AppliedConfiguration")
        ) { call in
            try await center.reconfigure(.reopenCalendar(try calendarID(of: call)), for: call)
        }
    }

    private func calendarID(of call: Call) throws(ProblemError) -> CalendarID {
        let id = CalendarID(call.text(.calendar))
        guard id.isValid else { throw call.missing(.calendar) }
        return id
    }
}
