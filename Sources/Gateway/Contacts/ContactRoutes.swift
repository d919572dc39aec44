import Center
import ContactCenter
import GatewayAPI
import Hummingbird

/// Contacts: opened, listed, shown, told their wait, explained, and given attributes.
struct ContactRoutes: Sendable {
    let center: CenterDirectory

    var operations: [Operation] { [open, list, show, wait, updateAttributes, explain] }

    private var open: Operation {
        Operation(
            id: "openContact", summary: "A contact comes in.", method: .post, path: "/v1/contacts",
            roles: [.administrator, .supervisor, .connector], body: .json("OpenContactRequest"), isCommand: true,
            answer: .json(status: 201, "OpenedContact"), refusals: [404]
        ) { call in
            let (body, faults) = try call.read(OpenContactRequest.self)
            let answer = try await center.carryOut(
                .openContact(try OpenContact(body, faults)), at: body.site.map { SiteID($0) }, for: call)
            let opened = try OpenedContact(answer)
            return .json(opened, status: .created, location: "/v1/contacts/\(opened.contact)")
        }
    }

    private var list: Operation {
        Operation(
            id: "listContacts", summary: "Lists contacts by rising id; an agent sees their own.", method: .get,
            path: "/v1/contacts", query: ContactFilter.parameters, asksAll: true,
            answer: .json(status: 200, "ContactPage"),
            refusals: [403, 404]
        ) { call in
            let filter = try ContactFilter(call)
            let contacts = try await center.contacts(matching: filter)
            // Contacts of a queue or an agent that the configuration has no more are still listed.
            if contacts.isEmpty, filter.after == nil, call.bearer?.agent == nil { try await requireNamed(by: filter) }
            let next = contacts.count == filter.limit ? contacts.last?.id.description : nil
            return .json(PageWriter(items: contacts.map { Contact($0) }, next: next))
        }
    }

    /// - Throws: ``ProblemError`` when there is no such queue or agent as a filter names.
    private func requireNamed(by filter: ContactFilter) async throws {
        if let queue = filter.queue, try await center.queue(queue) == nil {
            throw PathParameter.queue.missing(queue.name)
        }
        if let agent = filter.agent, try await !center.knows(agent) {
            throw PathParameter.agent.missing(agent.name)
        }
    }

    private var show: Operation {
        Operation(
            id: "showContact", summary: "Shows a contact; an agent sees their own.", method: .get,
            path: "/v1/contacts/{contact}", answer: .json(status: 200, "Contact")
        ) { call in
            let view = try await center.contact(try call.contactID())
            guard let view, call.bearer?.agent == nil || call.bearer?.agent == view.agent else {
                throw call.missing(.contact)
            }
            return .json(Contact(view))
        }
    }

    private var updateAttributes: Operation {
        Operation(
            id: "updateContactAttributes", summary: "Gives some of a contact's attributes new values, or forgets them.",
            method: .patch, path: "/v1/contacts/{contact}/attributes", body: .json("AttributesRequest"),
            isCommand: true, answer: .noContent
        ) { call in
            let (body, faults) = try call.read(AttributesRequest.self)
            let update = try UpdateAttributes(try call.contactID(), body, faults)
            _ = try await center.carryOut(.updateAttributes(update), for: call)
            return .noContent
        }
    }

    private var wait: Operation {
        Operation(
            id: "contactWait",
            summary: "Says where a contact stands in its queue, and how long it is expected to wait.", method: .get,
            path: "/v1/contacts/{contact}/wait", roles: [.administrator, .supervisor, .connector],
            answer: .json(status: 200, "ContactWait")
        ) { call in
            guard let standing = try await center.standing(of: try call.contactID()) else {
                throw call.missing(.contact)
            }
            return try .encoded(ContactWait(standing.forecast))
        }
    }

    private var explain: Operation {
        Operation(
            id: "explainContact", summary: "Says why a contact stands where it stands, and what happens next.",
            method: .get, path: "/v1/contacts/{contact}/explanation", roles: [.administrator, .supervisor],
            query: [
                .init(
                    name: "at", summary: "The instant, as the journal has it; now where it is left out.",
                    schema: Schema.time)
            ],
            answer: .json(status: 200, "ContactExplanation"), refusals: [400, 422]
        ) { call in
            let contact = try call.contactID()
            guard let explanation = try await explanation(of: contact, at: try call.time("at")) else {
                throw call.missing(.contact)
            }
            return try .encoded(ContactExplanation(explanation))
        }
    }

    private func explanation(of contact: ContactID, at instant: Timestamp?) async throws(CenterError) -> Explanation? {
        guard let instant else { return try await center.explain(contact) }
        return try await center.explain(contact, at: instant)
    }
}
