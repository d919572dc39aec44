import Center
import ContactCenter
import GatewayAPI
import Hummingbird

/// Customers who are called back: what they may book, and what becomes of the calls.
///
/// A connector that dials learns of it by the contact's event stream, or lists contacts that are `dialing`.
struct CallbackRoutes: Sendable {
    let center: CenterDirectory

    var operations: [Operation] { [slots, request, report, cancel] }

    private var slots: Operation {
        Operation(
            id: "listCallbackSlots", summary: "Lists what customers of a queue may book to be called back.",
            method: .get, path: "/v1/queues/{queue}/callback-slots",
            query: [
                .init(name: "from", summary: "From when on; now where it is left out.", schema: Schema.time),
                .init(
                    name: "until", summary: "Until when; as far ahead as may be booked where it is left out.",
                    schema: Schema.time),
                .init(
                    name: "timeZone", summary: "The customer's, such as Europe/Berlin: then only what suits them.",
                    schema: Schema.text(maximum: 64)),
            ],
            answer: .json(status: 200, "CallbackSlots"), refusals: [400, 422]
        ) { call in
            let queue = try call.queueID()
            let range = CallbackSlotRange(
                from: try call.time("from"), until: try call.time("until"), timeZone: call.query["timeZone"])
            if let zone = range.timeZone, ZoneRules.installed(zone) == nil {
                throw ProblemError(
                    .invalid, "There is no time zone \(zone.prefix(60)); name one such as Europe/Berlin.")
            }
            guard let slots = try await center.callbackSlots(of: queue, within: range) else {
                throw call.missing(.queue)
            }
            return try .encoded(CallbackSlots(queue: queue.name, slots: slots.map { CallbackSlots.Slot($0) }))
        }
    }

    private var request: Operation {
        Operation(
            id: "requestContactCallback",
            summary: "The customer leaves the line, and is called back when the contact's turn comes.", method: .post,
            path: "/v1/contacts/{contact}/callback", roles: [.administrator, .supervisor, .connector],
            body: .json("CallbackRequest"), isCommand: true, answer: .noContent
        ) { call in
            var (body, faults) = try call.read(CallbackRequest.self)
            let wish = RequestCallback(body, &faults)
            try faults.check()
            return try await carryOut(.request(wish), for: call)
        }
    }

    private var report: Operation {
        Operation(
            id: "reportContactCallback",
            summary: "Says how a call to a customer turned out: by the agent who made it, or the connector.",
            method: .post, path: "/v1/contacts/{contact}/callback-outcome", body: .json("CallbackReport"),
            isCommand: true, answer: .noContent
        ) { call in
            let (body, faults) = try call.read(CallbackReport.self)
            try faults.check()
            return try await carryOut(.report(body.outcome.domain), for: call)
        }
    }

    private var cancel: Operation {
        Operation(
            id: "cancelContactCallback", summary: "The customer does not want to be called back any more.",
            method: .post, path: "/v1/contacts/{contact}/cancel-callback",
            roles: [.administrator, .supervisor, .connector], isCommand: true, answer: .noContent
        ) { call in
            try await carryOut(.cancel, for: call)
        }
    }

    private func carryOut(_ wish: CallbackCommand, for call: Call) async throws -> Response {
        _ = try await center.carryOut(.callback(try call.contactID(), wish), for: call)
        return .noContent
    }
}
