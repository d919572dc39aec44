import ContactCenter
import GatewayAPI

extension OpenContact {
    /// Reads the contact that comes in from a body.
    ///
    /// - Throws: ``ProblemError`` with everything that is wrong.
    init(_ body: OpenContactRequest, _ found: InputFaults) throws(ProblemError) {
        var faults = found
        faults.bound(body.customer, InputFaults.customerLength, "customer")
        if let priority = body.priority, !(-1000...1000).contains(priority) {
            faults.fault("priority", "priority must be between -1000 and 1000.")
        }
        self.init(
            channel: body.channel.domain, queue: faults.name(body.queue, "queue"), customer: body.customer,
            attributes: faults.attributes(body.attributes, "attributes"),
            requirement: faults.requirement(body.requirement), priority: body.priority,
            preferredAgent: body.preferredAgent.map { faults.name($0, "preferredAgent") },
            session: body.session.flatMap { faults.number($0, "session") })
        callback = body.callback.map { RequestCallback($0, &faults, at: "callback.") }
        if let site = body.site { let _: SiteID = faults.name(site, "site") }
        try faults.check()
    }
}

extension UpdateAttributes {
    /// Reads what attributes are to become from a body.
    ///
    /// - Throws: ``ProblemError`` with everything that is wrong.
    init(_ contact: ContactID, _ body: AttributesRequest, _ found: InputFaults) throws(ProblemError) {
        var faults = found
        let names = body.remove ?? []
        if names.count > Attributes.countBound { faults.fault("remove", "At most 64 names may be removed at once.") }
        for name in names { faults.attributeName(name, "remove") }
        self.init(contact: contact, set: faults.attributes(body.set, "set"), remove: names)
        try faults.check()
    }
}

extension Transfer {
    /// Reads to whom a contact is handed on from a body.
    ///
    /// - Throws: ``ProblemError`` with everything that is wrong.
    init(_ contact: ContactID, _ body: TransferRequest, _ found: InputFaults) throws(ProblemError) {
        var faults = found
        let target: Target =
            if let queue = body.queue {
                .queue(faults.name(queue, "queue"), requirement: faults.requirement(body.requirement))
            } else {
                .agent(faults.name(body.agent ?? "", "agent"))
            }
        try faults.check()
        self.init(contact: contact, target: target, kind: body.kind == .blind ? .blind : .consult)
    }
}

extension ContactFilter {
    /// What a list of contacts can be narrowed by.
    static var parameters: [Operation.QueryParameter] {
        [
            .init(name: "queue", summary: "Only those of this queue.", schema: Schema.name),
            .init(name: "state", summary: "Only those in this state.", schema: Schema.words(Contact.State.self)),
            .init(name: "agent", summary: "Only those this agent has or is offered.", schema: Schema.name),
            .init(name: "after", summary: "Only those behind this id.", schema: Schema.contactID),
            .init(name: "limit", summary: "The most to be listed; 100 if absent.", schema: Schema.integer(1...1000)),
        ]
    }

    /// Reads what the list is narrowed by from the query.
    ///
    /// - Throws: ``ProblemError`` with the first parameter that is wrong; `forbidden` when an agent asks for
    ///   another's contacts.
    init(_ call: Call) throws(ProblemError) {
        var faults = InputFaults()
        let state = call.query["state"]
        let limit = call.query["limit"]
        self.init(
            queue: call.query["queue"].map { faults.name($0, "queue") },
            state: state.flatMap { Contact.State(rawValue: $0)?.domain },
            agent: call.query["agent"].map { faults.name($0, "agent") },
            after: call.query["after"].flatMap { faults.number($0, "after") },
            limit: limit.flatMap { Int($0) } ?? 100)
        if state != nil, self.state == nil {
            let words = Contact.State.allCases.map(\.rawValue).joined(separator: ", ")
            faults.fault("state", "state must be one of \(words).")
        }
        if let limit, Int(limit) == nil || !(1...1000).contains(self.limit) {
            faults.fault("limit", "limit must be a whole number between 1 and 1000.")
        }
        if let fault = faults.faults.first {
            throw ProblemError(.malformedRequest, fault.message, errors: faults.faults)
        }
        guard let own = call.bearer?.agent else { return }
        guard agent == nil || agent == own else {
            throw ProblemError(.forbidden, "The token is bound to agent \(own); it sees their contacts only.")
        }
        agent = own
    }
}
