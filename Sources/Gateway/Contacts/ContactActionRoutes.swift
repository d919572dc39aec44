import Center
import ContactCenter
import GatewayAPI
import Hummingbird

/// What is done with a contact.
struct ContactActionRoutes: Sendable {
    let center: CenterDirectory

    var operations: [Operation] {
        let handlers: [Token.Role] = [.administrator, .supervisor, .agent]
        let supervisors: [Token.Role] = [.administrator, .supervisor]
        return [
            action(
                "abandon", "The customer gave up or hung up.", [.administrator, .supervisor, .connector]
            ) { .abandon($0) },
            action("hold", "Puts a connected contact on hold.", handlers) { .hold($0) },
            action("resume", "Takes a held contact up again.", handlers) { .resume($0) },
            action("complete-transfer", "The consulted party takes the contact over.", handlers) {
                .completeTransfer($0)
            },
            action("cancel-transfer", "The consultation ends; the contact stays where it was.", handlers) {
                .cancelTransfer($0)
            },
            action("complete", "The conversation is over; wrap-up begins.", Token.Role.allCases) { .complete($0) },
            action("requeue", "Takes the contact from whoever has it and queues it again.", supervisors) {
                .requeue($0)
            },
            action("end", "Ends the contact, whatever its state.", supervisors) { .end($0) },
            transfer, wrapUp,
        ] + CallbackRoutes(center: center).operations
    }

    private func action(
        _ verb: String, _ summary: String, _ roles: [Token.Role],
        _ body: @escaping @Sendable (ContactID) -> Command.Body
    ) -> Operation {
        let words = verb.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return Operation(
            id: words.prefix(1).lowercased() + words.dropFirst() + "Contact", summary: summary, method: .post,
            path: "/v1/contacts/{contact}/\(verb)", roles: roles, isCommand: true, answer: .noContent
        ) { call in
            _ = try await center.carryOut(body(try call.contactID()), for: call)
            return .noContent
        }
    }

    private var transfer: Operation {
        Operation(
            id: "transferContact", summary: "Hands a contact on to a queue or an agent.", method: .post,
            path: "/v1/contacts/{contact}/transfer", roles: [.administrator, .supervisor, .agent],
            body: .json("TransferRequest"), isCommand: true, answer: .json(status: 200, "TransferAnswer")
        ) { call in
            let (body, faults) = try call.read(TransferRequest.self)
            let transfer = try Transfer(try call.contactID(), body, faults)
            let answer = try await center.carryOut(.transfer(transfer), for: call)
            guard case .consulting(let consultation) = answer else { return try .encoded(TransferAnswer()) }
            return try .encoded(TransferAnswer(consultation: consultation.description))
        }
    }

    private var wrapUp: Operation {
        Operation(
            id: "wrapUpContact", summary: "Ends a contact's wrap-up, with how it turned out.", method: .post,
            path: "/v1/contacts/{contact}/wrap-up", roles: [.administrator, .supervisor, .agent],
            body: .json("WrapUpRequest"), isCommand: true, answer: .noContent
        ) { call in
            var (body, faults) = try call.read(WrapUpRequest.self)
            let disposition: DispositionCode? = body.disposition.map { faults.name($0, "disposition") }
            try faults.check()
            let finish = FinishWrapUp(contact: try call.contactID(), disposition: disposition)
            _ = try await center.carryOut(.finishWrapUp(finish), for: call)
            return .noContent
        }
    }
}
